package ecslab.ecs.model;

import java.time.Duration;
import java.util.List;

/// What a listener's rule does with a request.
public sealed interface RuleAction {

    /// `forward`
    ///
    /// @param targetGroups at most 5
    /// @param stickiness how long a user stays with a target group; zero if nobody does
    record Forward(List<Weighted> targetGroups, Duration stickiness) implements RuleAction {

        /// To one target group.
        public static Forward to(String targetGroupArn) {
            return new Forward(List.of(new Weighted(targetGroupArn, 1)), Duration.ZERO);
        }

        public int totalWeight() {
            return targetGroups.stream().mapToInt(Weighted::weight).sum();
        }
    }

    /// A target group and its share.
    ///
    /// @param weight 0 to 999; with 0 it gets nothing
    record Weighted(String targetGroupArn, int weight) {

        public static final int WEIGHT_MAX = 999;
    }

    /// `fixed-response`
    record FixedResponse(int statusCode, String contentType, String messageBody)
            implements RuleAction {}

    /// `redirect`: what is not given stays as it was, which AWS writes as `#{host}`.
    ///
    /// @param statusCode 301 or 302
    record Redirect(
            int statusCode, String protocol, String host, String port, String path, String query)
            implements RuleAction {}

    /// The target groups that it forwards to, by ARN.
    default List<String> targetGroupArns() {
        return switch (this) {
            case Forward forward ->
                    forward.targetGroups().stream().map(Weighted::targetGroupArn).toList();
            case FixedResponse _, Redirect _ -> List.of();
        };
    }

    /// As the API calls it.
    default String type() {
        return switch (this) {
            case Forward _ -> "forward";
            case FixedResponse _ -> "fixed-response";
            case Redirect _ -> "redirect";
        };
    }
}
