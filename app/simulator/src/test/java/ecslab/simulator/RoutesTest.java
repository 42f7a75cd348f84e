package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.time.SimInstant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §4.1: the ways a pull needs, and the security groups that a health check and
/// a request meet.
class RoutesTest {

    private static final String ECR = "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1";
    private static final String ENDPOINTS =
            "\"subnets\": \"private\", \"endpoints\": [\"ecr.api\", \"ecr.dkr\", \"s3\"]";
    private static final String NAT = "\"subnets\": \"both\", \"natGateways\": [\"a\"]";

    /// Whether a Fargate task pulls.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"subnets\": \"public\"`, a, ENABLED, web:1, ``, true",
                "`\"subnets\": \"public\"`, a, DISABLED, web:1, ``, false",
                "`\"subnets\": \"public\"`, a, ENABLED, web:1, internetGateway, false",
                "`" + NAT + "`, private-a, DISABLED, web:1, ``, true",
                "`" + NAT + "`, private-a, DISABLED, web:1, natGateway/a, false",
                "`\"subnets\": \"private\"`, a, DISABLED, web:1, ``, false",
                "`" + ENDPOINTS + "`, a, DISABLED, `" + ECR + "`, ``, true",
                "`" + ENDPOINTS + "`, a, DISABLED, `" + ECR + "`, endpoint/s3, false",
                "`" + ENDPOINTS + "`, a, DISABLED, web:1, ``, false",
            })
    void pullNeedsAWay(
            String network, String subnet, String ip, String image, String closed, boolean pulls) {
        var made =
                Written.demo(1, network)
                        .setup(
                                "iam:CreateRole",
                                "{\"RoleName\": \"pull\", \"AssumeRolePolicyDocument\":"
                                    + " {\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\":"
                                    + " \"Allow\", \"Principal\": {\"Service\":"
                                    + " \"ecs-tasks.amazonaws.com\"}, \"Action\":"
                                    + " \"sts:AssumeRole\"}]}}")
                        .setup(
                                "iam:AttachRolePolicy",
                                "{\"RoleName\": \"pull\", \"PolicyArn\":"
                                        + " \""
                                        + Scenarios.PULL_POLICY
                                        + "\"}")
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                "{\"family\": \"web\", \"networkMode\": \"awsvpc\", \"cpu\":"
                                    + " \"256\", \"memory\": \"512\", \"executionRoleArn\":"
                                    + " \"arn:aws:iam::111122223333:role/pull\","
                                    + " \"containerDefinitions\": [{\"name\": \"web\", \"image\":"
                                    + " \""
                                        + image
                                        + "\"}]}");
        if (!closed.isEmpty()) {
            made.setup("lab:CloseRoute", "{\"route\": \"" + closed + "\"}");
        }
        var told =
                made.run(
                                "1s",
                                "web",
                                1,
                                ", \"launchType\": \"FARGATE\", \"networkConfiguration\":"
                                        + " {\"awsvpcConfiguration\": {\"subnets\": [\"${subnet/"
                                        + subnet
                                        + "}\"], \"assignPublicIp\": \""
                                        + ip
                                        + "\"}}")
                        .until("30s")
                        .told();
        var stopped = told.whyStopped("web#1");
        assertEquals(pulls, stopped.equals("not asked"), stopped);
        assertTrue(pulls || stopped.endsWith("dial tcp: i/o timeout"), stopped);
    }

    private static Written balanced(int fromPort, int toPort) {
        return Written.demo()
                .setup(
                        "lab:SecurityGroup",
                        "{\"name\": \"alb\", \"ingress\": [{\"port\": 80, \"from\":"
                                + " \"0.0.0.0/0\"}]}")
                .setup(
                        "lab:SecurityGroup",
                        "{\"name\": \"host\", \"ingress\": [{\"port\": "
                                + fromPort
                                + ", \"toPort\": "
                                + toPort
                                + ", \"from\": \"securityGroup/alb\"}]}")
                .setup(
                        "lab:StartInstances",
                        "{\"name\": \"pool\", \"cluster\": \"demo\", \"instanceType\":"
                                + " \"t3.small\", \"securityGroups\": [\"${securityGroup/host}\"]}")
                .setup(
                        "lab:LoadBalancer",
                        "{\"name\": \"web\", \"listener\": 80, \"securityGroups\":"
                            + " [\"${securityGroup/alb}\"], \"targetGroup\": {\"name\": \"web\","
                            + " \"targetType\": \"instance\", \"port\": 80,"
                            + " \"healthCheckInterval\": \"10s\"}}")
                .family("web", "bridge", 128, 128, ", \"hostPort\": 0")
                .service(
                        "1s",
                        "web",
                        1,
                        ", \"launchType\": \"EC2\", \"loadBalancers\": [{\"targetGroupArn\":"
                                + " \"${targetGroup/web}\", \"containerName\": \"web\","
                                + " \"containerPort\": 80}]")
                .traffic("30s");
    }

    private static Map<String, Integer> answers(Written written) {
        return written.until("60s")
                .told()
                .answers(SimInstant.ofSeconds(30), SimInstant.ofSeconds(60));
    }

    @Test
    void instanceLetsTheLoadBalancerInAtItsDynamicPorts() {
        assertEquals(Map.of("200 served", 30), answers(balanced(32_768, 60_999)));
    }

    @Test
    void wrongPortsMakeRequestsTimeOut() {
        var answers = answers(balanced(80, 80));
        assertEquals(java.util.Set.of("504 timeout"), answers.keySet());
        var said = balanced(80, 80).until("60s").told().said("is unhealthy").getFirst();
        assertTrue(said.contains(") (instance i-"), said);
        assertTrue(said.contains(") (port 32768) "), said);
        assertTrue(said.endsWith("due to (reason Request timed out)."), said);
    }

    @Test
    void usersOfALoadBalancerThatNobodyMayReachWaitInVain() {
        var closed =
                balanced(32_768, 60_999)
                        .at("20s", "lab:CloseRoute", "{\"route\": \"securityGroup/alb\"}");
        assertEquals(Map.of(), answers(closed));
    }
}
