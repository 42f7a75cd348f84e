package ecslab.simulator;

import static ecslab.simulator.RevisionDraft.container;
import static ecslab.simulator.RevisionDraft.revision;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.RoleCommand.AttachRolePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Secrets that the execution role may not read (behaviour reference §2.5, §3.5).
class SecretErrorsTest {

    private static final String START =
            "TaskFailedToStart: ResourceInitializationError: unable to pull secrets or registry"
                    + " auth: execution resource retrieval failed: ";
    private static final String USER =
            "AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/"
                    + "ecsTaskExecutionRole/web#1 is not authorized to perform: ";

    private static Scenarios with(String valueFrom) {
        return Scenarios.demo()
                .setup(revision().containers(container("web").secret(valueFrom)).command())
                .setup(Programs.run("web"))
                .until(60);
    }

    @Test
    void parameterOfSsm() {
        var arn = "arn:aws:ssm:us-east-1:111122223333:parameter/key";
        var told = Transcript.of(with(arn));
        assertEquals(
                START
                        + "unable to retrieve secrets from ssm: service call has been retried 1"
                        + " time(s): "
                        + USER
                        + "ssm:GetParameters on resource: "
                        + arn
                        + " because no identity-based policy allows the ssm:GetParameters action",
                told.whyStopped("web#1"));
        assertEquals(
                List.of(
                        "0s PROVISIONING",
                        "3s PENDING",
                        "3s STOPPING",
                        "3s DEPROVISIONING",
                        "5s STOPPED"),
                told.lifeOf("web#1"));
        assertEquals(List.of("web -"), told.exitsOf("web#1"));
    }

    @Test
    void secretOfSecretsManager() {
        var arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf";
        assertEquals(
                START
                        + "unable to retrieve secret from asm: service call has been retried 1"
                        + " time(s): failed to fetch secret "
                        + arn
                        + " from secrets manager: "
                        + USER
                        + "secretsmanager:GetSecretValue on resource: "
                        + arn
                        + " because no identity-based policy allows the"
                        + " secretsmanager:GetSecretValue action",
                Transcript.of(with(arn)).whyStopped("web#1"));
    }

    @ParameterizedTest
    @CsvSource({
        "key, AmazonSSMReadOnlyAccess",
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf, SecretsManagerReadWrite"
    })
    void roleThatMayReadThemStartsTheTask(String valueFrom, String policy) {
        var told =
                Transcript.of(
                        with(valueFrom)
                                .setup(
                                        new AttachRolePolicy(
                                                Scenarios.ROLE,
                                                "arn:aws:iam::aws:policy/" + policy)));
        assertEquals("6.3s RUNNING", told.lifeOf("web#1").get(3));
    }
}
