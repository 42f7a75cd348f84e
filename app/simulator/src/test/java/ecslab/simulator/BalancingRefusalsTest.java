package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.ApiError;
import ecslab.ecs.Response;
import ecslab.ecs.model.LoadBalancer;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ELB refuses, by AWS's names, and what ECS refuses about load balancers (behaviour reference
/// §7.1 to §7.4).
class BalancingRefusalsTest {

    private final SimulatedRun run =
            new Balanced()
                    .rule(
                            10,
                            "{\"Field\": \"path-pattern\", \"Values\": [\"/a\"]}",
                            "{\"Type\": \"forward\", \"TargetGroupArn\": \"${targetGroup/api}\"}")
                    .setup(
                            "lab:LoadBalancer",
                            "{\"name\": \"old\", \"type\": \"classic\", \"listener\": 80,"
                                    + " \"targetGroup\": {\"name\": \"old\","
                                    + " \"targetType\": \"instance\", \"port\": 80}}")
                    .setup(
                            "elbv2:CreateTargetGroup",
                            "{\"Name\": \"tcp\", \"Protocol\": \"TCP\", \"Port\": 80}")
                    .play();

    private Object submit(String call, String with) throws BadInput {
        return run.submit(CommandReader.read(call, with.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DeleteLoadBalancer | {'LoadBalancerArn':'arn:x'} | LoadBalancerNotFound",
                "DescribeLoadBalancers | {'Names':['x']} | LoadBalancerNotFound",
                "DeleteListener | {'ListenerArn':'arn:x'} | ListenerNotFound",
                "DeleteRule | {'RuleArn':'arn:x'} | RuleNotFound",
                "DescribeTargetHealth | {'TargetGroupArn':'arn:x'} | TargetGroupNotFound",
                "DeleteRule | {'RuleArn':'${rule/web:80:default}'} | OperationNotPermitted",
                "DeleteTargetGroup | {'TargetGroupArn':'${targetGroup/web}'} | ResourceInUse",
                "CreateTargetGroup | {'Name':'web','Protocol':'HTTP','Port':80}"
                        + " | DuplicateTargetGroupName",
                "CreateLoadBalancer | {'Name':'web','Subnets':['${subnet/a}','${subnet/b}']}"
                        + " | DuplicateLoadBalancerName",
                "CreateLoadBalancer | {'Name':'x','Subnets':['${subnet/a}']} | ValidationError",
                "CreateLoadBalancer | {'Name':'x','Subnets':['${subnet/a}','subnet-0']}"
                        + " | SubnetNotFound",
                "CreateListener | {'LoadBalancerArn':'${loadBalancer/web}','Protocol':'HTTP',"
                        + "'Port':80,'DefaultActions':[{'Type':'forward','TargetGroupArn':"
                        + "'${targetGroup/web}'}]} | DuplicateListener",
                "CreateListener | {'LoadBalancerArn':'${loadBalancer/web}','Protocol':'TCP',"
                        + "'Port':81,'DefaultActions':[{'Type':'forward','TargetGroupArn':"
                        + "'${targetGroup/web}'}]} | UnsupportedProtocol",
                "CreateListener | {'LoadBalancerArn':'${loadBalancer/web}','Protocol':'HTTP',"
                        + "'Port':81,'DefaultActions':[{'Type':'forward','TargetGroupArn':"
                        + "'${targetGroup/old}'}]} | TargetGroupAssociationLimit",
                "CreateListener | {'LoadBalancerArn':'${loadBalancer/web}','Protocol':'HTTP',"
                        + "'Port':81,'DefaultActions':[{'Type':'forward','TargetGroupArn':"
                        + "'${targetGroup/tcp}'}]} | IncompatibleProtocols",
                "ModifyTargetGroupAttributes | {'TargetGroupArn':'${targetGroup/web}','Attributes':"
                        + "[{'Key':'slow_start.duration_seconds','Value':'20'}]} | ValidationError",
                "ModifyTargetGroupAttributes | {'TargetGroupArn':'${targetGroup/web}','Attributes':"
                        + "[{'Key':'deregistration_delay.timeout_seconds','Value':'3601'}]}"
                        + " | ValidationError",
                "ModifyTargetGroupAttributes | {'TargetGroupArn':'${targetGroup/web}','Attributes':"
                        + "[{'Key':'slow_start.duration_seconds','Value':'30'},{'Key':"
                        + "'load_balancing.algorithm.type','Value':'weighted_random'}]}"
                        + " | InvalidConfigurationRequest",
                "ModifyTargetGroup | {'TargetGroupArn':'${targetGroup/web}',"
                        + "'HealthCheckIntervalSeconds':4} | ValidationError",
                "ModifyTargetGroup | {'TargetGroupArn':'${targetGroup/web}',"
                        + "'UnhealthyThresholdCount':1} | ValidationError",
                "RegisterTargets | {'TargetGroupArn':'${targetGroup/web}','Targets':[{'Id':'i-1'}]}"
                        + " | InvalidTarget",
            })
    void elbRefusesByAwssNames(String action, String with, String code) throws BadInput {
        var answer = submit("elbv2:" + action, with);
        assertTrue(answer instanceof ApiError, answer.toString());
        assertEquals(code, ((ApiError) answer).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Field':'path-pattern','Values':['/b'] | 10 | PriorityInUse",
                "'Field':'path-pattern','Values':['/b'] | 50001 | ValidationError",
                "'Field':'path-pattern','Values':['1','2','3','4','5','6'] | 11 | ValidationError",
                "'Field':'path-pattern','Values':['*','*','*','**','*'] | 11 | ValidationError",
                "'Field':'source-ip','Values':['10.0.0.1'] | 11 | ValidationError",
                "'Field':'host-header','Values':['a']},{'Field':'host-header','Values':['b']"
                        + " | 11 | ValidationError",
            })
    void ruleHasItsLimits(String condition, int priority, String code) throws BadInput {
        var answer =
                submit(
                        "elbv2:CreateRule",
                        "{'ListenerArn':'${listener/web:80}','Priority':"
                                + priority
                                + ",'Conditions':[{"
                                + condition
                                + "}],'Actions':[{'Type':'forward','TargetGroupArn':"
                                + "'${targetGroup/web}'}]}");
        assertTrue(answer instanceof ApiError, answer.toString());
        assertEquals(code, ((ApiError) answer).code());
    }

    private ApiError service(String balancers) throws BadInput {
        return (ApiError)
                submit(
                        "ecs:CreateService",
                        "{'cluster':'demo','serviceName':'x','taskDefinition':'web',"
                                + "'launchType':'FARGATE','desiredCount':1,'networkConfiguration':"
                                + "{'awsvpcConfiguration':{'subnets':['${subnet/a}']}},"
                                + "'loadBalancers':["
                                + balancers
                                + "]}");
    }

    @Test
    void wrongTargetTypeIsRefusedInEcssWords() throws BadInput {
        var arn = run.snapshot().targetGroups().get("old").arn();
        assertEquals(
                "The provided target group "
                        + arn
                        + " has target type instance, which is incompatible with the awsvpc network"
                        + " mode specified in the task definition.",
                service(
                                "{'targetGroupArn':'${targetGroup/old}','containerName':'web',"
                                        + "'containerPort':80}")
                        .message());
    }

    @Test
    void classicLoadBalancerTakesNoFargateTasks() throws BadInput {
        var error = service("{'loadBalancerName':'old','containerName':'web','containerPort':80}");
        assertEquals("InvalidParameterException", error.code());
        assertTrue(error.message().contains("awsvpc"), error.message());
    }

    @Test
    void serviceHasAtMostFiveTargetGroups() throws BadInput {
        var one =
                "{'targetGroupArn':'${targetGroup/web}','containerName':'web','containerPort':80}";
        var error = service(String.join(",", java.util.Collections.nCopies(6, one)));
        assertEquals("/loadBalancers", error.field());
    }

    @Test
    void classicLoadBalancerIsTheOnlyOne() throws BadInput {
        var classic = "{'loadBalancerName':'old','containerName':'web','containerPort':80}";
        var error = service(String.join(",", java.util.Collections.nCopies(2, classic)));
        assertEquals(
                "A service can have one Classic Load Balancer, and no other one beside it.",
                error.message());
    }

    /// What the API model and the User Guide give.
    @Test
    void defaultsAreElbs() throws BadInput {
        var group = run.snapshot().targetGroups().get("api");
        assertEquals(300, group.deregistrationDelay().toSeconds());
        assertEquals(5, group.healthCheck().timeout().toSeconds());
        assertEquals(2, group.healthCheck().unhealthyThreshold());
        assertEquals("200", group.healthCheck().matcher());
        var tcp = run.snapshot().targetGroups().get("tcp").healthCheck();
        assertEquals("TCP", tcp.protocol());
        assertEquals(10, tcp.timeout().toSeconds());
        var made =
                (Response.LoadBalancersResponse)
                        submit(
                                "elbv2:CreateLoadBalancer",
                                "{'Name':'nlb','Type':'network','Subnets':['${subnet/a}']}");
        var balancer = made.loadBalancers().getFirst();
        assertEquals(LoadBalancer.Type.NETWORK, balancer.type());
        assertTrue(!balancer.crossesZones());
        assertTrue(balancer.arn().contains(":loadbalancer/net/nlb/"), balancer.arn());
    }
}
