package ecslab.wire.event;

import com.fasterxml.jackson.core.JsonGenerator;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.HealthCheckSettings;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.wire.output.JsonText;
import ecslab.wire.output.RuleJson;
import java.io.IOException;

/// Writes what stands between users and tasks.
class BalancerWriter extends CapacityWriter {

    BalancerWriter(JsonGenerator out) {
        super(out);
    }

    void loadBalancer(String name, LoadBalancer balancer) throws IOException {
        open(name);
        text("name", balancer.name());
        text("arn", balancer.arn());
        text("dnsName", balancer.dnsName());
        text("type", balancer.type().printed());
        text("scheme", balancer.scheme());
        texts("subnets", balancer.subnets());
        texts("securityGroups", balancer.securityGroups());
        attributes(balancer.attributes());
        close();
    }

    void listener(String name, Listener listener) throws IOException {
        open(name);
        text("arn", listener.arn());
        text("loadBalancer", listener.loadBalancer());
        number("port", listener.port());
        text("protocol", listener.protocol());
        openList("rules");
        for (var rule : listener.rules()) {
            open();
            text("arn", rule.arn());
            text("priority", rule.printedPriority());
            if (!rule.conditions().isEmpty()) {
                raw("conditions", JsonText.compact(RuleJson.conditions(rule.conditions())));
            }
            raw("action", JsonText.compact(RuleJson.action(rule.action())));
            close();
        }
        closeList();
        close();
    }

    void targetGroup(String name, TargetGroup group) throws IOException {
        open(name);
        text("name", group.name());
        text("arn", group.arn());
        text("protocol", group.protocol());
        text("targetType", group.targetType());
        number("port", group.port());
        healthCheck(group.healthCheck());
        attributes(group.attributes());
        close();
    }

    private void healthCheck(HealthCheckSettings check) throws IOException {
        open("healthCheck");
        text("protocol", check.protocol());
        text("path", check.path());
        span("interval", check.interval());
        span("timeout", check.timeout());
        number("healthyThreshold", check.healthyThreshold());
        number("unhealthyThreshold", check.unhealthyThreshold());
        text("matcher", check.matcher());
        close();
    }

    private void attributes(ElbAttributes attributes) throws IOException {
        open("attributes");
        for (var entry : attributes.values().entrySet()) {
            text(entry.getKey(), entry.getValue());
        }
        close();
    }

    void target(String name, Target target) throws IOException {
        open(name);
        text("id", target.id());
        text("task", target.task());
        text("availabilityZone", target.availabilityZone());
        text("state", target.state().printed());
        text("reason", target.reason());
        text("description", target.description());
        close();
    }
}
