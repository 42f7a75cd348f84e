package ecslab.wire.describe;

import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleCondition;
import java.util.List;

/// The part of the [World] that stands between users and tasks.
public final class Balancers {

    private Balancers() {}

    /// With a rule for one path, and the default rule.
    public static Listener listener() {
        return new Listener(
                World.ALB_ARN.replace(":loadbalancer/", ":listener/") + "/1",
                "web",
                80,
                "HTTP",
                List.of(
                        new ListenerRule(
                                "arn:rule:10",
                                10,
                                List.of(
                                        RuleCondition.of(
                                                RuleCondition.Field.PATH_PATTERN, "/old/*")),
                                new RuleAction.FixedResponse(404, "text/plain", "gone")),
                        new ListenerRule(
                                "arn:rule:default",
                                ListenerRule.DEFAULT_PRIORITY,
                                List.of(),
                                RuleAction.Forward.to(World.GROUP_ARN))));
    }
}
