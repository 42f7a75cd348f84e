package ecslab.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ecslab.ecs.model.Ref;
import ecslab.simulator.SimulatedRun;
import ecslab.wire.BadInput;
import ecslab.wire.describe.Describe;
import ecslab.wire.scenario.ScenarioReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From AWS's JSON through reader, engine and events back to AWS's JSON.
class RegisteredIsDescribedTest {

    private static final String TASK_DEFINITION =
            """
            {"family": "web", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
             "cpu": "256", "memory": "512", "pidMode": "task",
             "runtimePlatform": {"cpuArchitecture": "ARM64", "operatingSystemFamily": "LINUX"},
             "volumes": [{"name": "data"}],
             "containerDefinitions": [
               {"name": "web", "image": "web:1", "cpu": 128, "memory": 256,
                "memoryReservation": 128, "essential": true, "stopTimeout": 60,
                "portMappings": [{"containerPort": 80, "hostPort": 80, "protocol": "tcp",
                  "name": "http", "appProtocol": "http"}],
                "environment": [{"name": "ENV", "value": "production"}],
                "healthCheck": {"command": ["CMD-SHELL", "true"], "interval": 10},
                "mountPoints": [{"sourceVolume": "data", "containerPath": "/data"}],
                "dockerLabels": {"a.b": "c"}},
               {"name": "side", "image": "side:1", "essential": false, "dependsOn":
                 [{"containerName": "web", "condition": "START"}]}]}\
            """;

    private static final String SCENARIO =
            """
            {"title": "Echo", "startsAt": "2026-11-21T00:00:00Z", "region": "us-east-1",
             "account": "111122223333", "seed": 1, "until": "2s",
             "commands": [{"at": "1s", "call": "ecs:RegisterTaskDefinition", "with": %s}]}\
            """
                    .formatted(TASK_DEFINITION);

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void withEverythingThatWasWritten() throws BadInput, IOException {
        var scenario = ScenarioReader.read("echo.json", SCENARIO).scenario();
        var run = SimulatedRun.start(scenario);
        run.advanceTo(scenario.until());

        var described =
                Describe.json(
                        Ref.of(Ref.Kind.TASK_DEFINITION, "web:1"), run.snapshot(), run.header());

        var missing = new ArrayList<String>();
        gatherMissing(
                json.readTree(TASK_DEFINITION),
                json.readTree(described).path("taskDefinition"),
                "",
                missing);
        assertEquals(List.of(), missing);
    }

    @Test
    void andWhatIsMissingIsFound() throws IOException {
        var missing = new ArrayList<String>();
        gatherMissing(
                json.readTree("{\"a\": [{\"b\": 1, \"c\": 2}], \"d\": 3}"),
                json.readTree("{\"a\": [{\"b\": 1}], \"d\": 4}"),
                "",
                missing);

        assertEquals(List.of("/a/0/c", "/d"), missing);
    }

    private static void gatherMissing(
            JsonNode written, JsonNode described, String path, List<String> missing) {
        if (written.isObject()) {
            written.properties()
                    .forEach(field ->
                            gatherMissing(
                                    field.getValue(),
                                    described.path(field.getKey()),
                                    path + "/" + field.getKey(),
                                    missing));
        } else if (written.isArray()) {
            for (var i = 0; i < written.size(); i++) {
                gatherMissing(written.get(i), described.path(i), path + "/" + i, missing);
            }
        } else if (!written.equals(described)) {
            missing.add(path);
        }
    }
}
