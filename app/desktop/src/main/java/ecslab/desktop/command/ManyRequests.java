package ecslab.desktop.command;

import ecslab.ecs.scenario.Scenario;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;

/// Runs for measuring: a service behind a load balancer, under steady traffic that is told in
/// windows.
final class ManyRequests {

    private static final String WRITTEN =
            """
            {"title": "Many requests", "startsAt": "2026-11-21T00:00:00Z", "region": "us-east-1",
             "account": "111122223333", "seed": 7, "until": "UNTIL",
             "images": {"111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1":
               {"sizeMib": 40, "request": {"cpuMillis": 5, "time": "40ms"}}},
             "traffic": [{"name": "users", "to": "loadBalancer/web", "detail": "windows",
               "shape": {"steady": "RATE/s"}}],
             "setup": [
               {"call": "ecs:CreateCluster", "with": {"clusterName": "demo"}},
               {"call": "lab:Network", "with": {"subnets": "public", "availabilityZones":
                 ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e",
                  "us-east-1f"]}},
               {"call": "iam:CreateRole", "with": {"RoleName": "exec", "AssumeRolePolicyDocument":
                 {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                   "Principal": {"Service": "ecs-tasks.amazonaws.com"},
                   "Action": "sts:AssumeRole"}]}}},
               {"call": "iam:AttachRolePolicy", "with": {"RoleName": "exec", "PolicyArn":
                 "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"}},
               {"call": "ecs:RegisterTaskDefinition", "with": {"family": "web",
                 "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256",
                 "memory": "512", "executionRoleArn": "${role/exec}", "containerDefinitions":
                 [{"name": "web", "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1",
                   "portMappings": [{"containerPort": 80}]}]}},
               {"call": "lab:LoadBalancer", "with": {"name": "web", "listener": 80,
                 "targetGroup": {"name": "web", "targetType": "ip", "port": 80}}},
               {"call": "ecs:CreateService", "with": {"cluster": "demo", "serviceName": "web",
                 "taskDefinition": "web", "desiredCount": TASKS, "launchType": "FARGATE",
                 "healthCheckGracePeriodSeconds": 600,
                 "networkConfiguration": {"awsvpcConfiguration": {"assignPublicIp": "ENABLED",
                   "subnets": ["${subnet/a}", "${subnet/b}", "${subnet/c}", "${subnet/d}",
                     "${subnet/e}", "${subnet/f}"]}},
                 "loadBalancers": [{"targetGroupArn": "${targetGroup/web}",
                   "containerName": "web", "containerPort": 80}]}}],
             "commands": [], "simplified": []}
            """;

    private ManyRequests() {}

    /// @param until such as `10m`
    static Scenario scenario(int tasks, int perSecond, String until) {
        var text =
                WRITTEN.replace("UNTIL", until)
                        .replace("RATE", Integer.toString(perSecond))
                        .replace("TASKS", Integer.toString(tasks));
        try {
            return ScenarioReader.read("many requests", text).scenario();
        } catch (BadInput bad) {
            throw new IllegalStateException(bad);
        }
    }
}
