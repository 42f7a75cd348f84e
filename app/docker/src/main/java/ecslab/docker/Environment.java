package ecslab.docker;

import ecslab.ecs.model.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The environment variables that a container starts with.
final class Environment {

    private final Map<String, String> secrets;

    /// By image: how long programs that are started from now on take until they answer.
    final TreeMap<String, Duration> slowStarts = new TreeMap<>();

    /// @param secrets by `valueFrom`: what the learner has put there
    Environment(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    sealed interface Result {

        record Known(List<String> variables) implements Result {}

        /// A secret isn't there.
        ///
        /// @param words in the agent's words
        record Missing(String words) implements Result {}
    }

    Result of(Seat seat, Cell cell) {
        var all = new ArrayList<String>();
        var fargate = seat.room.ec2InstanceId().isEmpty();
        all.add("AWS_EXECUTION_ENV=" + (fargate ? "AWS_ECS_FARGATE" : "AWS_ECS_EC2"));
        var slow = slowStarts.get(cell.definition.image());
        if (slow != null) {
            all.add("STARTS_IN_MS=" + slow.toMillis());
        }
        cell.definition.environment().forEach(one -> all.add(one.name() + "=" + one.value()));
        for (var secret : cell.definition.settings().secrets()) {
            var value = secrets.get(secret.valueFrom());
            if (value == null) {
                return new Result.Missing(missing(secret));
            }
            all.add(secret.name() + "=" + value);
        }
        return new Result.Known(List.copyOf(all));
    }

    private static String missing(Secret secret) {
        var start =
                "ResourceInitializationError: unable to pull secrets or registry auth: execution"
                        + " resource retrieval failed: ";
        return secret.valueFrom().contains(":secretsmanager:")
                ? start
                        + "unable to retrieve secret from asm: service call has been retried 1"
                        + " time(s): failed to fetch secret "
                        + secret.valueFrom()
                        + " from secrets manager: ResourceNotFoundException: Secrets Manager can't"
                        + " find the specified secret."
                : start
                        + "unable to retrieve secrets from ssm: service call has been retried 1"
                        + " time(s): invalid ssm parameters: "
                        + secret.valueFrom();
    }
}
