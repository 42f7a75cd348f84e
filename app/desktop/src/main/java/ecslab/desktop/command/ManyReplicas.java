package ecslab.desktop.command;

import ecslab.ecs.scenario.Scenario;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import java.util.ArrayList;

/// Runs for measuring: a service is created with many tasks, reaches a steady state, and is then
/// scaled in to none.
final class ManyReplicas {

    private static final int TASKS_ON_AN_INSTANCE = 10;

    private static final String WRITTEN =
            """
            {"title": "Many replicas", "startsAt": "2026-11-21T00:00:00Z", "region": "us-east-1",
             "account": "111122223333", "seed": 7, "until": "10m",
             "images": {"web:1": {"sizeMib": 40}},
             "setup": [
               {"call": "ecs:CreateCluster", "with": {"clusterName": "demo"}},
               {"call": "lab:Network", "with": {"subnets": "public", "availabilityZones":
                 ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e",
                  "us-east-1f"]}},
               INSTANCES
               {"call": "ecs:RegisterTaskDefinition", "with": {"family": "web", DEFINITION,
                 "containerDefinitions": [{"name": "web", "image": "web:1",
                   "cpu": 256, "memory": 512}]}}],
             "commands": [CREATED UPDATED],
             "simplified": []}
            """;

    private static final String CREATED =
            """
            {"at": "1s", "call": "ecs:CreateService", "with": {"cluster": "demo",
              "serviceName": "NAME", "taskDefinition": "web", "desiredCount": COUNT, LAUNCH}},
            """;

    private static final String UPDATED =
            """
            {"at": "5m", "call": "ecs:UpdateService", "with": {"cluster": "demo",
              "service": "NAME", "desiredCount": 0}}
            """;

    /// The quota of ECS: more tasks are more services.
    private static final int TASKS_OF_A_SERVICE_MAX = 5_000;

    private static final String POOL =
            """
            {"call": "lab:StartInstances", "with": {"name": "poolNUMBER", "cluster": "demo",
              "instanceType": "m5.xlarge", "count": COUNT}},
            """;

    private static final int STARTED_MAX = 100;

    private ManyReplicas() {}

    static Scenario onFargate(int tasks) {
        return scenario(
                tasks,
                "",
                """
                "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256",
                "memory": "512"\
                """,
                """
                "launchType": "FARGATE", "networkConfiguration": {"awsvpcConfiguration":
                  {"assignPublicIp": "ENABLED", "subnets": ["${subnet/a}", "${subnet/b}",
                   "${subnet/c}", "${subnet/d}", "${subnet/e}", "${subnet/f}"]}}\
                """);
    }

    static Scenario onInstances(int tasks) {
        var pools = new StringBuilder();
        for (var left = instances(tasks); left > 0; left -= STARTED_MAX) {
            pools.append(
                    POOL.replace("NUMBER", Integer.toString(left))
                            .replace("COUNT", Integer.toString(Math.min(left, STARTED_MAX))));
        }
        return scenario(
                tasks, pools.toString(), "\"networkMode\": \"bridge\"", "\"launchType\": \"EC2\"");
    }

    static int services(int tasks) {
        return Math.ceilDiv(tasks, TASKS_OF_A_SERVICE_MAX);
    }

    static int instances(int tasks) {
        return Math.max(1, tasks / TASKS_ON_AN_INSTANCE);
    }

    private static Scenario scenario(
            int tasks, String instances, String definition, String launch) {
        var created = new StringBuilder();
        var updated = new ArrayList<String>();
        for (var i = 0; i < services(tasks); i++) {
            var name = "web" + i;
            var count = Math.min(TASKS_OF_A_SERVICE_MAX, tasks - i * TASKS_OF_A_SERVICE_MAX);
            created.append(CREATED.replace("NAME", name).replace("COUNT", Integer.toString(count)));
            updated.add(UPDATED.replace("NAME", name));
        }
        var text =
                WRITTEN.replace("INSTANCES", instances)
                        .replace("DEFINITION", definition)
                        .replace("CREATED", created)
                        .replace("UPDATED", String.join(",", updated))
                        .replace("LAUNCH", launch);
        try {
            return ScenarioReader.read("many replicas", text).scenario();
        } catch (BadInput bad) {
            throw new IllegalStateException(bad);
        }
    }
}
