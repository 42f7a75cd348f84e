package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.state.ClusterState;
import ecslab.simulator.check.Checker;
import java.util.ArrayList;
import java.util.List;

/// A service `web` on Fargate in the making, whose first deployment is of `web:1`, and how its
/// deployments go.
final class Deploying {

    static final String ROLLBACK =
            "\"deploymentCircuitBreaker\": {\"enable\": true, \"rollback\": true}";
    static final String NO_ROLLBACK =
            "\"deploymentCircuitBreaker\": {\"enable\": true, \"rollback\": false}";

    private static final String NETWORK =
            ", \"launchType\": \"FARGATE\", \"networkConfiguration\": {\"awsvpcConfiguration\":"
                    + " {\"subnets\": [\"${subnet/a}\", \"${subnet/b}\"], \"assignPublicIp\":"
                    + " \"ENABLED\"}}";
    private static final String BALANCED =
            ", \"loadBalancers\": [{\"targetGroupArn\": \"${targetGroup/web}\", \"containerName\":"
                    + " \"web\", \"containerPort\": 80ADVANCED}]";
    private static final String ADVANCED =
            ", \"advancedConfiguration\": {\"alternateTargetGroupArn\": \"${targetGroup/green}\","
                    + " \"productionListenerRule\": \"${rule/web:80:default}\","
                    + " \"testListenerRule\": \"${rule/web:80:10}\", \"roleArn\":"
                    + " \"arn:aws:iam::111122223333:role/ecsInfrastructureRole\"}";

    private Deploying() {}

    static String why(Written world) {
        return String.valueOf(world.until("100s").refused());
    }

    /// Revisions of the family `web`, from 1, one for each image.
    static Written world(String... images) {
        var world =
                Written.demo()
                        .image("sick:1", "{\"sizeMib\": 40, \"healthPath\": \"/elsewhere\"}")
                        .image(
                                "crash:1",
                                "{\"sizeMib\": 40, \"exits\": {\"after\": \"2s\", \"exitCode\":"
                                        + " 1}}")
                        .image("broken:1", "{\"sizeMib\": 40, \"cannotStart\": \"no such file\"}");
        for (var image : images) {
            world.onFargate("web", image, "", "");
        }
        return world.setup(
                "lab:LoadBalancer",
                "{\"name\": \"web\", \"listener\": 80, \"targetGroup\": {\"name\": \"web\","
                        + " \"targetType\": \"ip\", \"port\": 80, \"healthCheckInterval\":"
                        + " \"5s\", \"deregistrationDelay\": \"10s\"}}");
    }

    /// With a second target group, and a rule for test traffic.
    static Written twoGroups(String... images) {
        return world(images)
                .setup(
                        "elbv2:CreateTargetGroup",
                        "{\"Name\": \"green\", \"Protocol\": \"HTTP\", \"Port\": 80,"
                                + " \"TargetType\": \"ip\", \"HealthCheckIntervalSeconds\": 5,"
                                + " \"HealthCheckTimeoutSeconds\": 2}")
                .setup(
                        "elbv2:CreateRule",
                        "{\"ListenerArn\": \"${listener/web:80}\", \"Priority\": 10,"
                                + " \"Conditions\": [{\"Field\": \"path-pattern\", \"Values\":"
                                + " [\"/test*\"]}], \"Actions\": [{\"Type\": \"forward\","
                                + " \"TargetGroupArn\": \"${targetGroup/web}\"}]}");
    }

    /// CreateService behind the load balancer.
    static Written balanced(Written world, int desired, String configuration) {
        return world.service(
                "0s",
                "web:1",
                desired,
                NETWORK + BALANCED.replace("ADVANCED", "") + configured(configuration));
    }

    /// CreateService that shifts traffic.
    static Written shifting(Written world, int desired, String configuration) {
        return world.service(
                "0s",
                "web:1",
                desired,
                NETWORK + BALANCED.replace("ADVANCED", ADVANCED) + configured(configuration));
    }

    /// CreateService without load balancer.
    static Written plain(Written world, int desired, String configuration) {
        return world.service("0s", "web:1", desired, NETWORK + configured(configuration));
    }

    private static String configured(String configuration) {
        return configuration.isEmpty()
                ? ""
                : ", \"deploymentConfiguration\": {" + configuration + "}";
    }

    static Written update(Written world, String at, String fields) {
        return world.at(
                at,
                "ecs:UpdateService",
                "{\"cluster\": \"demo\", \"service\": \"web\", " + fields + "}");
    }

    static Written revision(Written world, String at, int revision) {
        return update(world, at, "\"taskDefinition\": \"web:" + revision + "\"");
    }

    static Written alarm(Written world, String at, String state) {
        return world.at(
                at,
                "cloudwatch:SetAlarmState",
                "{\"AlarmName\": \"5xx\", \"StateValue\": \""
                        + state
                        + "\", \"StateReason\": \"just to see\"}");
    }

    /// `REVISION STATUS rolloutState desired/running` of each deployment, newest first.
    static List<String> deployments(ClusterState state) {
        return state.services().values().iterator().next().deployments().stream()
                .map(d ->
                        d.taskDefinition().revision()
                                + " "
                                + d.status()
                                + " "
                                + d.rolloutState()
                                + " "
                                + d.desiredCount()
                                + "/"
                                + d.runningCount())
                .toList();
    }

    /// `status STAGE` of the newest service deployment each time that it changed.
    static List<String> statuses(SimulatedRun run) {
        var lines = new ArrayList<String>();
        for (var event : run.events()) {
            if (event instanceof Event.ServiceDeploymentChange(_, var one)) {
                var line = one.status() + stage(one);
                if (lines.isEmpty() || !lines.getLast().equals(line)) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static String stage(ServiceDeployment one) {
        return one.lifecycleStage() == LifecycleStage.NONE ? "" : " " + one.lifecycleStage();
    }

    /// The service deployments' last status, oldest first. The run must hold every rule.
    static List<String> ended(SimulatedRun run) {
        assertEquals(List.of(), Checker.check(run.events()));
        assertTrue(run.foldAgrees());
        return run.snapshot().rollouts().serviceDeployments().values().stream()
                .map(one -> one.status().name())
                .toList();
    }
}
