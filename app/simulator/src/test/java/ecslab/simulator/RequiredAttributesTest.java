package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.RequiredAttributes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §1.4: `requiresAttributes`, which RegisterTaskDefinition derives. Names
/// without their prefix: `+` stands for `com.amazonaws.ecs.capability.`, nothing for
/// `ecs.capability.`.
class RequiredAttributesTest {

    private static final String ECR = "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1";
    private static final String ROLE = "'executionRoleArn': 'arn:aws:iam::111122223333:role/x'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | ''",
                "\"'networkMode': 'awsvpc'\" | '' | +docker-remote-api.1.18 task-eni",
                "\"'taskRoleArn': 'arn:aws:iam::111122223333:role/x'\" | '' | +task-iam-role",
                "\"'networkMode': 'host', 'taskRoleArn': 'r'\" | '' | +task-iam-role-network-host",
                "'' | \"'image': 'ECR'\" | +ecr-auth",
                "ROLE | \"'image': 'ECR'\" | +ecr-auth execution-role-ecr-pull",
                "'' | LOGS | +docker-remote-api.1.19 +logging-driver.awslogs",
                "ROLE | LOGS | +docker-remote-api.1.19 +logging-driver.awslogs"
                        + " execution-role-awslogs",
                "'' | \"'memoryReservation': 64\" | +docker-remote-api.1.21",
                "'' | \"'healthCheck': {'command': ['CMD-SHELL', 'x']}\" | container-health-check",
                "'' | \"'restartPolicy': {'enabled': true}\" | container-restart-policy",
                "'' | \"'privileged': true\" | +privileged-container",
                "ROLE | \"'secrets': [{'name': 'K', 'valueFrom':"
                        + " 'arn:aws:secretsmanager:us-east-1:111122223333:secret:k-AbCdEf'}]\" |"
                        + " secrets.asm.environment-variables",
                "ROLE | \"'secrets': [{'name': 'K', 'valueFrom': 'key'}]\" |"
                        + " secrets.ssm.environment-variables",
            })
    void followFromWhatTheRevisionUses(String task, String container, String expected) {
        var live = Live.at("1s", Written.demo());
        live.response(
                "ecs:RegisterTaskDefinition",
                "{'family': 'web', "
                        .concat(blank(task) ? "" : plain(task) + ", ")
                        .concat("'containerDefinitions': [{'name': 'web', 'memory': 128")
                        .concat(plain(container).contains("'image'") ? "" : ", 'image': 'web:1'")
                        .concat(blank(container) ? "" : ", " + plain(container))
                        .concat("}]}")
                        .replace('\'', '"'));
        var definition = live.run().snapshot().taskDefinitions().values().iterator().next();
        var names = String.join(" ", RequiredAttributes.names(definition));
        assertEquals(
                plain(expected),
                names.replace("com.amazonaws.ecs.capability.", "+").replace("ecs.capability.", ""));
    }

    private static boolean blank(String written) {
        return plain(written).isEmpty();
    }

    private static String plain(String written) {
        var text = written == null ? "" : written.strip();
        if (text.equals("''")) {
            return "";
        }
        return text.replaceAll("^\"|\"$", "")
                .replace("ROLE", ROLE)
                .replace(
                        "LOGS",
                        "'logConfiguration': {'logDriver': 'awslogs', 'options': {'awslogs-group':"
                                + " 'g', 'awslogs-region': 'us-east-1'}}")
                .replace("ECR", ECR);
    }
}
