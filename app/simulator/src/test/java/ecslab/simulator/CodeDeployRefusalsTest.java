package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.8 What CodeDeploy refuses at once, by the names of its exceptions; and what ECS refuses of a
/// service with the controller `CODE_DEPLOY`.
class CodeDeployRefusalsTest {

    private static final String USUAL = CodeDeploying.blueGreen(CodeDeploying.NO_WAIT, 5);

    /// The name of the exception.
    private static List<String> codes(Written world) {
        return world.until("200s").refused().stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private static Written group(String service, String pair, String blueGreen, String more) {
        return CodeDeploying.application(CodeDeploying.world())
                .at(
                        "30s",
                        "codedeploy:CreateDeploymentGroup",
                        CodeDeploying.groupOf(service, pair, blueGreen, more));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"applicationName\": \"shop\", \"computePlatform\": \"ECS\"}"
                        + " | ApplicationAlreadyExistsException",
                "{\"applicationName\": \"new\"} | InvalidComputePlatformException",
                "{\"applicationName\": \"a b\", \"computePlatform\": \"ECS\"}"
                        + " | InvalidApplicationNameException"
            })
    void ofAnApplication(String with, String code) {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 5, "");
        assertEquals(List.of(code), codes(world.at("30s", "codedeploy:CreateApplication", with)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CodeDeployDefault.Mine | \"type\": \"AllAtOnce\""
                        + " | InvalidDeploymentConfigNameException",
                "mine | \"type\": \"Sometimes\" | InvalidTrafficRoutingConfigurationException",
                "mine | \"type\": \"TimeBasedCanary\""
                        + " | InvalidTrafficRoutingConfigurationException",
                "mine | \"type\": \"TimeBasedLinear\", \"timeBasedLinear\":"
                        + " {\"linearPercentage\": 100, \"linearInterval\": 1}"
                        + " | InvalidTrafficRoutingConfigurationException"
            })
    void ofAConfiguration(String name, String routing, String code) {
        var with =
                "{\"deploymentConfigName\": \""
                        + name
                        + "\", \"computePlatform\": \"ECS\", \"trafficRoutingConfig\": {"
                        + routing
                        + "}}";
        assertEquals(
                List.of(code),
                codes(CodeDeploying.world().at("30s", "codedeploy:CreateDeploymentConfig", with)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ecsServices\": [] | InvalidECSServiceException",
                "\"ecsServices\": [{\"serviceName\": \"api\", \"clusterName\": \"demo\"}]"
                        + " | InvalidECSServiceException",
                "\"ecsServices\": [{\"serviceName\": \"web\", \"clusterName\": \"else\"}]"
                        + " | ClusterNotFoundException"
            })
    void ofAGroupsService(String service, String code) {
        assertEquals(List.of(code), codes(group(service, CodeDeploying.PAIR, USUAL, "")));
    }

    @Test
    void ofAGroupWhoseServiceEcsDeploys() {
        var world =
                CodeDeploying.application(
                                CodeDeploying.service(
                                        Deploying.twoGroups("web:1"),
                                        "\"healthCheckGracePeriodSeconds\": 0"))
                        .at(
                                "30s",
                                "codedeploy:CreateDeploymentGroup",
                                CodeDeploying.groupOf(
                                        CodeDeploying.SERVICE, CodeDeploying.PAIR, USUAL, ""));
        assertEquals(
                List.of(
                        "InvalidECSServiceException: The Amazon ECS service demo/web does not have"
                                + " a CODE_DEPLOY deployment controller."),
                world.until("100s").refused());
    }

    /// The deployment group of another service: one service, one group.
    @Test
    void ofASecondGroupForOneService() {
        var world =
                CodeDeploying.group(CodeDeploying.NO_WAIT, 5, "")
                        .at(
                                "30s",
                                "codedeploy:CreateDeploymentGroup",
                                CodeDeploying.groupOf(
                                                CodeDeploying.SERVICE,
                                                CodeDeploying.PAIR,
                                                USUAL,
                                                "")
                                        .replace(
                                                "\"deploymentGroupName\": \"web\"",
                                                "\"deploymentGroupName\": \"other\""));
        assertEquals(
                List.of(
                        "ECSServiceMappingLimitExceededException: The Amazon ECS service is"
                                + " associated with more than one deployment groups. An Amazon ECS"
                                + " service can be associated with only one deployment group."),
                world.until("100s").refused());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"green\"} | {\"name\": \"nothing\"}",
                "{\"name\": \"green\"} | {\"name\": \"web\"}",
                "{\"name\": \"green\"}], | ],",
                "${listener/web:80} | arn:aws:nothing"
            })
    void ofATargetGroupPair(String part, String other) {
        assertEquals(
                List.of("InvalidTargetGroupPairException"),
                codes(
                        group(
                                CodeDeploying.SERVICE,
                                CodeDeploying.PAIR
                                        .replace(
                                                ", {\"name\": \"green\"}],",
                                                part.endsWith("],")
                                                        ? "],"
                                                        : ", {\"name\": \"green\"}],")
                                        .replace(part, other),
                                USUAL,
                                "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"CONTINUE_DEPLOYMENT\", \"waitTimeInMinutes\": 5 | TERMINATE | 5",
                "\"STOP_DEPLOYMENT\" | TERMINATE | 5",
                "\"WAIT_FOREVER\" | TERMINATE | 5",
                "\"CONTINUE_DEPLOYMENT\" | KEEP_ALIVE | 5",
                "\"CONTINUE_DEPLOYMENT\" | TERMINATE | 2881",
                "\"CONTINUE_DEPLOYMENT\" | TERMINATE | -1"
            })
    void ofTheWaits(String ready, String action, int minutes) {
        var blueGreen =
                CodeDeploying.blueGreen(
                                "\"deploymentReadyOption\": {\"actionOnTimeout\": " + ready + "}",
                                minutes)
                        .replace("TERMINATE", action);
        assertEquals(
                List.of("InvalidBlueGreenDeploymentConfigurationException"),
                codes(group(CodeDeploying.SERVICE, CodeDeploying.PAIR, blueGreen, "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"deploymentConfigName\": \"Mine\" | DeploymentConfigDoesNotExistException",
                "\"autoRollbackConfiguration\": {\"enabled\": true}"
                        + " | InvalidAutoRollbackConfigException",
                "\"autoRollbackConfiguration\": {\"enabled\": true, \"events\": [\"RAIN\"]}"
                        + " | InvalidAutoRollbackConfigException",
                "\"alarmConfiguration\": {\"enabled\": true} | InvalidAlarmConfigException"
            })
    void ofTheRestOfAGroup(String more, String code) {
        assertEquals(
                List.of(code),
                codes(group(CodeDeploying.SERVICE, CodeDeploying.PAIR, USUAL, more)));
    }

    @Test
    void ofAnInPlaceGroup() {
        var world =
                CodeDeploying.application(CodeDeploying.world())
                        .at(
                                "30s",
                                "codedeploy:CreateDeploymentGroup",
                                CodeDeploying.groupOf(
                                                CodeDeploying.SERVICE,
                                                CodeDeploying.PAIR,
                                                USUAL,
                                                "")
                                        .replace("BLUE_GREEN", "IN_PLACE"));
        assertEquals(List.of("InvalidDeploymentStyleException"), codes(world));
    }

    /// A Network Load Balancer knows no weights.
    @Test
    void ofACanaryBehindANetworkLoadBalancer() {
        var world =
                Deploying.world("web:1")
                        .setup(
                                "lab:LoadBalancer",
                                "{\"name\": \"nlb\", \"type\": \"network\", \"listener\": 80,"
                                        + " \"targetGroup\": {\"name\": \"tcp\", \"targetType\":"
                                        + " \"ip\", \"port\": 80}}")
                        .setup(
                                "elbv2:CreateTargetGroup",
                                "{\"Name\": \"green\", \"Protocol\": \"TCP\", \"Port\": 80,"
                                        + " \"TargetType\": \"ip\"}");
        var group =
                CodeDeploying.groupOf(
                                CodeDeploying.SERVICE,
                                CodeDeploying.PAIR,
                                USUAL,
                                "\"deploymentConfigName\":"
                                        + " \"CodeDeployDefault.ECSCanary10Percent5Minutes\"")
                        .replace("{\"name\": \"web\"}", "{\"name\": \"tcp\"}")
                        .replace("listener/web:80}", "listener/nlb:80}")
                        .replace(
                                ", \"testTrafficRoute\": {\"listenerArns\":"
                                        + " [\"${listener/web:8080}\"]}",
                                "");
        var made =
                world.setup(
                        "ecs:CreateService",
                        "{\"cluster\": \"demo\", \"serviceName\": \"web\", \"taskDefinition\":"
                                + " \"web:1\", \"desiredCount\": 1, \"launchType\": \"FARGATE\","
                                + " \"deploymentController\": {\"type\": \"CODE_DEPLOY\"},"
                                + " \"networkConfiguration\": {\"awsvpcConfiguration\":"
                                + " {\"subnets\": [\"${subnet/a}\"], \"assignPublicIp\":"
                                + " \"ENABLED\"}}, \"loadBalancers\": [{\"targetGroupArn\":"
                                + " \"${targetGroup/tcp}\", \"containerName\": \"web\","
                                + " \"containerPort\": 80}]}");
        assertEquals(
                List.of("InvalidTrafficRoutingConfigurationException"),
                codes(
                        CodeDeploying.application(made)
                                .at("30s", "codedeploy:CreateDeploymentGroup", group)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"shop\" | \"else\" | ApplicationDoesNotExistException",
                "\"deploymentGroupName\": \"web\", | '' | DeploymentGroupNameRequiredException",
                "\"deploymentGroupName\": \"web\" | \"deploymentGroupName\": \"api\""
                        + " | DeploymentGroupDoesNotExistException",
                "\"revision\" | \"description\": \"x\", \"deploymentConfigName\": \"Mine\","
                        + " \"revision\" | DeploymentConfigDoesNotExistException"
            })
    void ofADeployment(String part, String other, String code) {
        var with = CodeDeploying.deployment("web:2", "web", 80, "", "").replace(part, other);
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 5, "");
        assertEquals(List.of(code), codes(world.at("60s", "codedeploy:CreateDeployment", with)));
    }

    @Test
    void ofADeploymentWithoutARevision() {
        var world =
                CodeDeploying.group(CodeDeploying.NO_WAIT, 5, "")
                        .at(
                                "60s",
                                "codedeploy:CreateDeployment",
                                "{\"applicationName\": \"shop\", \"deploymentGroupName\":"
                                        + " \"web\"}");
        assertEquals(List.of("RevisionRequiredException"), codes(world));
    }

    @Test
    void ofASecondDeploymentBesideTheFirst() {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 5, "");
        var first = CodeDeploying.deploy(world, "60s", 2, "", "");
        var outcome = CodeDeploying.deploy(first, "100s", 3, "", "").until("200s");
        assertEquals(
                List.of(
                        "DeploymentLimitExceededException: The Deployment Group 'web' already has"
                                + " an active Deployment '"
                                + CodeDeploying.newest(outcome.run()).deploymentId()
                                + "'"),
                outcome.refused());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StopDeployment | '' | DeploymentAlreadyCompletedException",
                "ContinueDeployment | '' | DeploymentAlreadyCompletedException",
                "PutLifecycleEventHookExecutionStatus"
                        + " | , \"lifecycleEventHookExecutionId\": \"x\", \"status\": \"Succeeded\""
                        + " | DeploymentAlreadyCompletedException",
                "GetDeploymentTarget | , \"targetId\": \"demo:api\""
                        + " | DeploymentTargetDoesNotExistException"
            })
    void ofADeploymentThatIsOver(String action, String fields, String code) {
        var world =
                CodeDeploying.deploy(
                        CodeDeploying.group(CodeDeploying.NO_WAIT, 0, ""), "60s", 2, "", "");
        assertEquals(List.of(code), codes(CodeDeploying.call(world, "150s", action, fields)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GetDeployment | {\"deploymentId\": \"d-NOBODY123\"}"
                        + " | DeploymentDoesNotExistException",
                "ListDeployments | {\"applicationName\": \"else\"}"
                        + " | ApplicationDoesNotExistException",
                "ListDeployments | {\"includeOnlyStatuses\": [\"Tired\"]}"
                        + " | InvalidDeploymentStatusException"
            })
    void ofALook(String action, String with, String code) {
        var world = CodeDeploying.group(CodeDeploying.NO_WAIT, 0, "");
        assertEquals(List.of(code), codes(world.at("60s", "codedeploy:" + action, with)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"deploymentController\": {\"type\": \"CODE_DEPLOY\"},"
                    + " \"deploymentConfiguration\": {\"deploymentCircuitBreaker\": {\"enable\":"
                    + " true, \"rollback\": true}}",
                "\"deploymentController\": {\"type\": \"CODE_DEPLOY\"}, \"schedulingStrategy\":"
                        + " \"DAEMON\"",
                "\"deploymentController\": {\"type\": \"CODE_DEPLOY\"}, \"loadBalancers\": []"
            })
    void ofAServiceThatCodeDeployDeploys(String more) {
        var world =
                Deploying.world("web:1")
                        .at(
                                "0s",
                                "ecs:CreateService",
                                "{\"cluster\": \"demo\", \"serviceName\": \"web\","
                                        + " \"taskDefinition\": \"web:1\", \"desiredCount\": 1,"
                                        + " \"launchType\": \"FARGATE\", \"networkConfiguration\":"
                                        + " {\"awsvpcConfiguration\": {\"subnets\":"
                                        + " [\"${subnet/a}\"], \"assignPublicIp\": \"ENABLED\"}}, "
                                        + more
                                        + "}");
        assertEquals(List.of("InvalidParameterException"), codes(world));
    }
}
