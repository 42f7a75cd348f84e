package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.simulator.check.Checker;
import java.util.ArrayList;
import java.util.List;

/// A service `web` that CodeDeploy deploys, between the target groups `web` and `green`, with a
/// production listener on port 80 and a test listener on port 8080; and how its deployments go.
final class CodeDeploying {

    static final String NO_WAIT =
            "\"deploymentReadyOption\": {\"actionOnTimeout\": \"CONTINUE_DEPLOYMENT\"}";

    static final String ROLLBACK =
            "\"autoRollbackConfiguration\": {\"enabled\": true, \"events\":"
                    + " [\"DEPLOYMENT_FAILURE\", \"DEPLOYMENT_STOP_ON_ALARM\","
                    + " \"DEPLOYMENT_STOP_ON_REQUEST\"]}";

    static final String PAIR =
            "\"loadBalancerInfo\": {\"targetGroupPairInfoList\": [{\"targetGroups\": [{\"name\":"
                    + " \"web\"}, {\"name\": \"green\"}], \"prodTrafficRoute\": {\"listenerArns\":"
                    + " [\"${listener/web:80}\"]}, \"testTrafficRoute\": {\"listenerArns\":"
                    + " [\"${listener/web:8080}\"]}}]}";

    static final String SERVICE =
            "\"ecsServices\": [{\"serviceName\": \"web\", \"clusterName\": \"demo\"}]";

    static final String STYLE =
            "\"deploymentStyle\": {\"deploymentType\": \"BLUE_GREEN\", \"deploymentOption\":"
                    + " \"WITH_TRAFFIC_CONTROL\"}";

    private CodeDeploying() {}

    /// The service and all that its deployment group needs, but no application.
    static Written world() {
        return service(
                        Deploying.twoGroups("web:1", "web:1", "sick:1"),
                        "\"deploymentController\": {\"type\": \"CODE_DEPLOY\"}")
                .setup("lab:Alarm", "{\"name\": \"5xx\", \"state\": \"OK\"}");
    }

    /// @param more of CreateService
    static Written service(Written world, String more) {
        return world.setup(
                        "elbv2:CreateListener",
                        "{\"LoadBalancerArn\": \"${loadBalancer/web}\", \"Protocol\": \"HTTP\","
                                + " \"Port\": 8080, \"DefaultActions\": [{\"Type\": \"forward\","
                                + " \"TargetGroupArn\": \"${targetGroup/web}\"}]}")
                .setup(
                        "ecs:CreateService",
                        "{\"cluster\": \"demo\", \"serviceName\": \"web\", \"taskDefinition\":"
                                + " \"web:1\", \"desiredCount\": 2, \"launchType\": \"FARGATE\","
                                + " \"networkConfiguration\": {\"awsvpcConfiguration\":"
                                + " {\"subnets\": [\"${subnet/a}\"], \"assignPublicIp\":"
                                + " \"ENABLED\"}}, \"loadBalancers\": [{\"targetGroupArn\":"
                                + " \"${targetGroup/web}\", \"containerName\": \"web\","
                                + " \"containerPort\": 80}], "
                                + more
                                + "}");
    }

    /// With an application `shop` and a deployment group `web`.
    ///
    /// @param ready `deploymentReadyOption`
    /// @param minutes `terminationWaitTimeInMinutes`
    /// @param more of CreateDeploymentGroup; may be empty
    static Written group(String ready, int minutes, String more) {
        return application(world())
                .setup(
                        "codedeploy:CreateDeploymentGroup",
                        groupOf(SERVICE, PAIR, blueGreen(ready, minutes), more));
    }

    static Written application(Written world) {
        return world.setup(
                "codedeploy:CreateApplication",
                "{\"applicationName\": \"shop\", \"computePlatform\": \"ECS\"}");
    }

    static String blueGreen(String ready, int minutes) {
        return "\"blueGreenDeploymentConfiguration\": {"
                + ready
                + ", \"terminateBlueInstancesOnDeploymentSuccess\": {\"action\": \"TERMINATE\","
                + " \"terminationWaitTimeInMinutes\": "
                + minutes
                + "}}";
    }

    static String groupOf(String service, String pair, String blueGreen, String more) {
        return "{\"applicationName\": \"shop\", \"deploymentGroupName\": \"web\","
                + " \"serviceRoleArn\": \"arn:aws:iam::111122223333:role/deploy\", "
                + String.join(", ", STYLE, service, pair, blueGreen)
                + (more.isEmpty() ? "" : ", " + more)
                + "}";
    }

    /// CreateDeployment of a revision of `web`.
    ///
    /// @param hooks the AppSpec's, such as `{"AfterInstall": "smoke"}`; may be empty
    /// @param more of CreateDeployment; may be empty
    static Written deploy(Written world, String at, int revision, String hooks, String more) {
        return world.at(
                at,
                "codedeploy:CreateDeployment",
                deployment("web:" + revision, "web", 80, hooks, more));
    }

    static String deployment(
            String taskDefinition, String container, int port, String hooks, String more) {
        return "{\"applicationName\": \"shop\", \"deploymentGroupName\": \"web\", \"revision\":"
                + " {\"revisionType\": \"AppSpecContent\", \"appSpecContent\": {\"content\":"
                + " {\"version\": 0.0, \"Resources\": [{\"TargetService\": {\"Type\":"
                + " \"AWS::ECS::Service\", \"Properties\": {\"TaskDefinition\": \""
                + taskDefinition
                + "\", \"LoadBalancerInfo\": {\"ContainerName\": \""
                + container
                + "\", \"ContainerPort\": "
                + port
                + "}}}}]"
                + (hooks.isEmpty() ? "" : ", \"Hooks\": [" + hooks + "]")
                + "}}}"
                + (more.isEmpty() ? "" : ", " + more)
                + "}";
    }

    static Written config(Written world, String at, String name) {
        return deploy(world, at, 2, "", "\"deploymentConfigName\": \"" + name + "\"");
    }

    static Written call(Written world, String at, String action, String fields) {
        return world.at(
                at,
                "codedeploy:" + action,
                "{\"deploymentId\": \"${codeDeployDeployment/web}\"" + fields + "}");
    }

    static Written hook(Written world, String answers) {
        return world.setup(
                "lab:Hook",
                "{\"function\": \"smoke\", \"answers\": [" + answers + "], \"takes\": \"5s\"}");
    }

    /// The deployments, oldest first. The run must hold every rule.
    static List<DeploymentInfo> deployments(SimulatedRun run) {
        assertEquals(List.of(), Checker.check(run.events()));
        assertTrue(run.foldAgrees());
        return List.copyOf(run.snapshot().rollouts().codeDeploy().deployments().values());
    }

    static DeploymentInfo newest(SimulatedRun run) {
        return deployments(run).getLast();
    }

    /// Their statuses.
    static List<String> ended(SimulatedRun run) {
        return deployments(run).stream()
                .map(one -> one.origin().creator() + " " + one.status().printed())
                .toList();
    }

    /// `EVENT status` of all lifecycle events.
    static List<String> events(DeploymentInfo info) {
        return info.lifecycleEvents().stream()
                .map(one -> one.name().printed() + " " + one.status().printed())
                .toList();
    }

    /// `REVISION STATUS desired/running` of each task set.
    static List<String> sets(SimulatedRun run) {
        return run.snapshot().services().values().iterator().next().deployments().stream()
                .map(d ->
                        d.taskDefinition().revision()
                                + " "
                                + d.status()
                                + " "
                                + d.desiredCount()
                                + "/"
                                + d.runningCount())
                .toList();
    }

    /// `MINUTES green` each time that green's weight changed in a listener: whole minutes since it
    /// first had any.
    static List<String> minutes(SimulatedRun run, int port) {
        var lines = new ArrayList<String>();
        var first = -1L;
        var last = 0;
        for (var event : run.events()) {
            if (event instanceof Event.ListenerChange(var at, var listener)
                    && listener.port() == port) {
                var green = green(listener.rules().getLast().action());
                if (green != last) {
                    first = first < 0 ? at.micros() : first;
                    lines.add((at.micros() - first) / 60_000_000 + " " + green);
                    last = green;
                }
            }
        }
        return lines;
    }

    private static int green(ecslab.ecs.model.RuleAction action) {
        return action instanceof Forward(var groups, _)
                ? groups.stream()
                        .filter(one -> one.targetGroupArn().contains("/green/"))
                        .mapToInt(Weighted::weight)
                        .sum()
                : 0;
    }
}
