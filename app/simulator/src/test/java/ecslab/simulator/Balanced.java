package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestWindow;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.check.Checker;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A scenario of load balancing, written as a scenario file is: two services, `web` and `api`, each
/// in a target group of its own.
final class Balanced {

    private static final String HEAD =
            """
            {"title": "a test", "startsAt": "2026-11-21T00:00:00Z", "region": "us-east-1",
             "account": "111122223333", "seed": 7, "until": "%s",
             "images": {"web:1": {"sizeMib": 40, "request": {%s}},
               "late:1": {"sizeMib": 40, "startsIn": "20s"}},
             "traffic": [%s], "setup": [
               {"call": "ecs:CreateCluster", "with": {"clusterName": "demo"}},
               {"call": "lab:Network", "with": {"subnets": "public",
                 "availabilityZones": ["us-east-1a", "us-east-1b"]}},
               {"call": "ecs:RegisterTaskDefinition", "with": {"family": "web",
                 "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256",
                 "memory": "512", "containerDefinitions": [{"name": "web", "image": "web:1",
                 "stopTimeout": 30, "portMappings": [{"containerPort": 80}]}]}},
               {"call": "lab:LoadBalancer", "with": {"name": "web", "listener": 80, %s
                 "targetGroup": {"name": "web", "targetType": "ip", "port": 80,
                   "healthCheckInterval": "10s", "deregistrationDelay": "%s"}}},
               {"call": "elbv2:CreateTargetGroup", "with": {"Name": "api",
                 "Protocol": "%s", "Port": 80, "TargetType": "ip",
                 "HealthCheckIntervalSeconds": 20, "HealthyThresholdCount": 2}}%s],
             "commands": [%s], "simplified": []}
            """;

    private String until = "120s";
    private String request = "\"cpuMillis\": 5, \"time\": \"40ms\"";
    private String shape = "{\"steady\": \"20/s\"}";
    private String detail = "each";
    private String more = "";
    private String type = "";
    private String protocol = "HTTP";
    private String delay = "20s";
    private final List<String> setup = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();

    Balanced until(String next) {
        until = next;
        return this;
    }

    Balanced request(String next) {
        request = next;
        return this;
    }

    Balanced shape(String next) {
        shape = next;
        return this;
    }

    Balanced windows() {
        detail = "windows";
        return this;
    }

    /// @param next more of the traffic, such as `"client": {…}`
    Balanced users(String next) {
        more = ", " + next;
        return this;
    }

    Balanced network() {
        type = "\"type\": \"network\",";
        protocol = "TCP";
        return this;
    }

    Balanced delay(String next) {
        delay = next;
        return this;
    }

    Balanced setup(String call, String with) {
        setup.add(", {\"call\": \"" + call + "\", \"with\": " + with + "}");
        return this;
    }

    Balanced at(String at, String call, String with) {
        commands.add(
                "{\"at\": \"" + at + "\", \"call\": \"" + call + "\", \"with\": " + with + "}");
        return this;
    }

    Balanced attribute(String group, String key, String value) {
        return setup(
                "elbv2:ModifyTargetGroupAttributes",
                "{\"TargetGroupArn\": \"${targetGroup/"
                        + group
                        + "}\", \"Attributes\": [{\"Key\": \""
                        + key
                        + "\", \"Value\": \""
                        + value
                        + "\"}]}");
    }

    Balanced rule(int priority, String conditions, String action) {
        return setup(
                "elbv2:CreateRule",
                "{\"ListenerArn\": \"${listener/web:80}\", \"Priority\": "
                        + priority
                        + ", \"Conditions\": ["
                        + conditions
                        + "], \"Actions\": ["
                        + action
                        + "]}");
    }

    static String forward(String groups) {
        return "{\"Type\": \"forward\", \"ForwardConfig\": {\"TargetGroups\": [" + groups + "]}}";
    }

    static String weighted(String group, int weight) {
        return "{\"TargetGroupArn\": \"${targetGroup/" + group + "}\", \"Weight\": " + weight + "}";
    }

    Balanced service(String group, int count) {
        return setup(
                "ecs:CreateService",
                "{\"cluster\": \"demo\", \"serviceName\": \""
                        + group
                        + "\", \"taskDefinition\": \"web\", \"launchType\": \"FARGATE\","
                        + " \"desiredCount\": "
                        + count
                        + ", \"healthCheckGracePeriodSeconds\": 600, \"networkConfiguration\":"
                        + " {\"awsvpcConfiguration\": {\"subnets\": [\"${subnet/a}\","
                        + " \"${subnet/b}\"], \"assignPublicIp\": \"ENABLED\"}},"
                        + " \"loadBalancers\": [{\"targetGroupArn\": \"${targetGroup/"
                        + group
                        + "}\", \"containerName\": \"web\", \"containerPort\": 80}]}");
    }

    Scenario scenario() {
        var traffic =
                "{\"name\": \"users\", \"to\": \"loadBalancer/web\", \"shape\": "
                        + shape
                        + ", \"detail\": \""
                        + detail
                        + "\", \"from\": \"40s\""
                        + more
                        + "}";
        var text =
                HEAD.formatted(
                        until,
                        request,
                        traffic,
                        type,
                        delay,
                        protocol,
                        String.join("", setup),
                        String.join(", ", commands));
        try {
            return ScenarioReader.read("s.json", text).scenario();
        } catch (BadInput bad) {
            throw new AssertionError(bad.problems().toString(), bad);
        }
    }

    SimulatedRun play() {
        var run = SimulatedRun.start(scenario());
        run.seek(run.header().until());
        assertEquals(List.of(), Checker.check(run.events()));
        return run;
    }

    /// `STATUS cause`, with how many requests ended so, told by itself or counted in a window.
    static Map<String, Long> answers(SimulatedRun run) {
        return answers(run, 0);
    }

    static Map<String, Long> answers(SimulatedRun run, long fromSeconds) {
        var from = SimInstant.ofSeconds(fromSeconds);
        var counts = new TreeMap<String, Long>();
        for (var event : run.events()) {
            if (event.at().isBefore(from)) {
                continue;
            }
            switch (event) {
                case RequestAnswered answered ->
                        counts.merge(
                                answered.status() + " " + answered.cause().word(), 1L, Long::sum);
                case RequestWindow window ->
                        window.rows()
                                .forEach(row ->
                                        counts.merge(
                                                row.status() + " " + row.cause().word(),
                                                (long) row.count(),
                                                Long::sum));
                default -> {}
            }
        }
        return counts;
    }

    /// By task's name, or by target group: how many requests each has answered well.
    static Map<String, Long> served(SimulatedRun run, boolean byGroup) {
        var counts = new TreeMap<String, Long>();
        var names = run.snapshot().taskNames();
        for (var event : run.events()) {
            switch (event) {
                case RequestAnswered answered when answered.status() == 200 ->
                        count(counts, answered.route(), names, byGroup, 1);
                case RequestWindow window ->
                        window.rows().stream()
                                .filter(row -> row.status() == 200)
                                .forEach(row ->
                                        count(counts, row.route(), names, byGroup, row.count()));
                default -> {}
            }
        }
        return counts;
    }

    private static void count(
            Map<String, Long> counts,
            Route route,
            Map<TaskId, String> names,
            boolean byGroup,
            long more) {
        if (route instanceof Route.To(var target, var task)) {
            counts.merge(byGroup ? target.targetGroup() : names.get(task), more, Long::sum);
        }
    }
}
