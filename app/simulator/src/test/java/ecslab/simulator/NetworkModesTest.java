package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §4.1 and §4.2: what a network mode means on an instance, and which host
/// ports lead where.
class NetworkModesTest {

    private static final String EC2 = ", \"launchType\": \"EC2\"";
    private static final String BOTH = "\"subnets\": \"both\", \"natGateways\": [\"a\"]";
    private static final String PRIVATE =
            EC2
                    + ", \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\":"
                    + " [\"${subnet/private-a}\"]}}";

    private static Written one(String type) {
        return Written.demo(1, BOTH).instances("pool", type, 1);
    }

    /// How many copies of three fit on one instance.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "none, none, 3, ``",
                "bridge, `, \"hostPort\": 0`, 3, ``",
                "bridge, `, \"hostPort\": 8080`, 1, RESOURCE:PORTS",
                "bridge, `, \"hostPort\": 22`, 0, RESOURCE:PORTS",
                "host, ``, 1, RESOURCE:PORTS",
            })
    void copiesOnAnInstance(String mode, String mapping, int fit, String reason) {
        var outcome =
                one("t3.small")
                        .family("web", mode, 128, 128, mapping)
                        .run("1s", "web", 3, EC2)
                        .until("30s");
        assertEquals(fit, outcome.places().size());
        assertEquals(3 - fit, outcome.lacks().size());
        assertTrue(outcome.lacks().stream().allMatch(reason::equals), outcome.lacks()::toString);
    }

    @Test
    void dynamicPortsBeginAt32768() {
        var outcome =
                one("t3.small")
                        .family("web", "bridge", 128, 128, ", \"hostPort\": 0")
                        .run("1s", "web", 3, EC2)
                        .until("30s");
        assertEquals(
                List.of(32_768, 32_769, 32_770),
                outcome.run().snapshot().tasks().values().stream()
                        .map(task -> task.containers().getFirst().networkBindings().getFirst())
                        .map(binding -> binding.hostPort())
                        .toList());
    }

    @Test
    void statesOfATaskWithoutAnInterface() {
        var told =
                one("t3.small")
                        .family("web", "bridge", 128, 128, "none")
                        .run("1s", "web", 1, EC2)
                        .stop("30s", "web#1")
                        .until("60s")
                        .told();
        assertEquals(
                List.of("PENDING", "ACTIVATING", "RUNNING", "STOPPING", "STOPPED"),
                told.lifeOf("web#1").stream().map(line -> line.split(" ")[1]).toList());
    }

    @Test
    void statesOfATaskWithAnInterface() {
        var told =
                one("m5.large")
                        .family("web", "awsvpc", 128, 128, "")
                        .run("1s", "web", 1, PRIVATE)
                        .stop("30s", "web#1")
                        .until("60s")
                        .told();
        assertEquals(
                List.of(
                        "PROVISIONING",
                        "PENDING",
                        "ACTIVATING",
                        "RUNNING",
                        "STOPPING",
                        "DEPROVISIONING",
                        "STOPPED"),
                told.lifeOf("web#1").stream().map(line -> line.split(" ")[1]).toList());
        assertEquals("", told.task("web#1").networkInterfaces().getFirst().publicIpv4Address());
    }

    @ParameterizedTest
    @CsvSource({"t3.small, 2", "m5.large, 2", "t3.xlarge, 3"})
    void interfacesLimitTasks(String type, int tasks) {
        var outcome =
                one(type)
                        .family("web", "awsvpc", 64, 64, "")
                        .run("1s", "web", 5, PRIVATE)
                        .until("30s");
        assertEquals(tasks, outcome.places().size());
        assertTrue(outcome.lacks().stream().allMatch("RESOURCE:ENI"::equals));
    }

    /// Only instances that start after the setting have a trunk.
    @Test
    void trunkingTakesTheSettingANewInstanceAndAType() {
        var start =
                "{\"name\": \"%\", \"cluster\": \"demo\", \"instanceType\": \"TYPE\","
                        + " \"registersIn\": \"10s\"}";
        var outcome =
                one("m5.large")
                        .family("web", "awsvpc", 64, 64, "")
                        .at(
                                "1s",
                                "ecs:PutAccountSetting",
                                "{\"name\": \"awsvpcTrunking\", \"value\": \"enabled\"}")
                        .at(
                                "2s",
                                "lab:StartInstances",
                                start.replace("%", "new").replace("TYPE", "m5.large"))
                        .at(
                                "2s",
                                "lab:StartInstances",
                                start.replace("%", "t").replace("TYPE", "t3.large"))
                        .until("30s");
        assertEquals(2, outcome.instance("pool#1").registered().enis());
        assertEquals(10, outcome.instance("new#1").registered().enis());
        assertEquals(2, outcome.instance("t#1").registered().enis());
    }

    @Test
    void instanceOutsideTheSubnetsIsInTheWrongLocation() {
        var outcome =
                Written.demo(2, BOTH)
                        .setup(
                                "lab:StartInstances",
                                "{\"name\": \"b\", \"cluster\": \"demo\", \"instanceType\":"
                                        + " \"m5.large\", \"subnets\": [\"${subnet/b}\"]}")
                        .family("web", "awsvpc", 64, 64, "")
                        .run("1s", "web", 1, PRIVATE)
                        .until("10s");
        assertEquals(List.of("LOCATION"), outcome.lacks());
    }
}
