package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §1.4: the states of container instances and of the EC2 instances below them:
/// stopped, started again, terminated, deregistered, forgotten.
class InstanceStatesTest {

    private static final String POOL_1 = "{\"instance\": \"instance/pool#1\"}";

    private static Written pool() {
        return Written.demo(1, "\"subnets\": \"public\"")
                .instances("pool", "m5.large", 1)
                .family("web", "bridge", 128, 128, "none");
    }

    /// `AT STATUS connected` of each change of the container instance's own state.
    private static List<String> states(Written.Outcome outcome) {
        var states = new ArrayList<String>();
        var last = "";
        for (var event : outcome.run().events()) {
            if (event instanceof Event.ContainerInstanceChange(var at, var one)) {
                var now = one.status() + (one.agentConnected() ? " connected" : " silent");
                if (!now.equals(last)) {
                    states.add(at + " " + now);
                    last = now;
                }
            }
        }
        return states;
    }

    private static Ec2Instance machine(Written.Outcome outcome, String name) {
        return outcome.run().snapshot().capacity().instances().values().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// It stays ACTIVE without an agent; its tasks end, and a service finds no place.
    @Test
    void stoppedInstanceStaysActiveWithoutItsAgent() {
        var outcome =
                pool().service("1s", "web", 1, ", \"launchType\": \"EC2\"")
                        .at("60s", "lab:StopInstance", POOL_1)
                        .until("3m");
        assertEquals(List.of("0s ACTIVE connected", "1m0s ACTIVE silent"), states(outcome));
        assertEquals("stopped", machine(outcome, "pool#1").state().printed());
        assertEquals(
                "TerminationNotice: Host EC2 (instance "
                        + machine(outcome, "pool#1").instanceId()
                        + ") stopped.",
                outcome.told().whyStopped("web#1"));
        assertTrue(
                outcome.told().said("unable").getFirst().contains("encountered error \"AGENT\""));
        assertEquals(List.of(), outcome.places());
    }

    /// The agent's checkpoint keeps the ARN; so do attributes that were put meanwhile.
    @Test
    void startedAgainItIsTheSameContainerInstance() {
        var outcome =
                pool().service("1s", "web", 1, ", \"launchType\": \"EC2\"")
                        .at(
                                "30s",
                                "ecs:PutAttributes",
                                "{\"cluster\": \"demo\", \"attributes\": [{\"name\": \"stack\","
                                        + " \"value\": \"blue\", \"targetId\":"
                                        + " \"${instance/pool#1}\"}]}")
                        .at("60s", "lab:StopInstance", POOL_1)
                        .at("2m", "lab:StartStoppedInstance", POOL_1)
                        .until("4m");
        assertEquals(
                List.of("0s ACTIVE connected", "1m0s ACTIVE silent", "2m30s ACTIVE connected"),
                states(outcome));
        assertEquals(1, outcome.run().snapshot().capacity().containerInstances().size());
        assertEquals("blue", outcome.instance("pool#1").attribute("stack").orElseThrow());
        assertEquals(List.of("web#2 pool#1"), outcome.places());
    }

    @Test
    void privateAddressStaysAndThePublicOneDoesNot() {
        var before = machine(pool().until("60s"), "pool#1");
        var after =
                machine(
                        pool().at("60s", "lab:StopInstance", POOL_1)
                                .at("2m", "lab:StartStoppedInstance", POOL_1)
                                .until("4m"),
                        "pool#1");
        assertEquals(before.privateIpv4Address(), after.privateIpv4Address());
        assertNotEquals(before.publicIpv4Address(), after.publicIpv4Address());
    }

    /// A running instance deregisters itself; one that is stopped or silent doesn't.
    @ParameterizedTest
    @CsvSource({
        "'', INACTIVE",
        "lab:StopInstance, ACTIVE",
        "lab:DisconnectAgent, ACTIVE",
    })
    void terminationDeregistersOnlyWhatRuns(String first, ContainerInstanceStatus status) {
        var written = pool();
        if (!first.isEmpty()) {
            written.at("60s", first, POOL_1);
        }
        var outcome = written.at("2m", "lab:TerminateInstance", POOL_1).until("3m");
        assertEquals("terminated", machine(outcome, "pool#1").state().printed());
        assertEquals(status, outcome.instance("pool#1").status());
    }

    @ParameterizedTest
    @CsvSource({
        "lab:StartStoppedInstance, IncorrectInstanceState",
        "lab:StopInstance, ''",
    })
    void onlyWhatRunsIsStoppedAndOnlyWhatIsStoppedIsStarted(String call, String code) {
        var live = Live.at("60s", pool());
        assertEquals(code, live.code(call, POOL_1));
        if (code.isEmpty()) {
            assertEquals("IncorrectInstanceState", live.code(call, POOL_1));
        }
    }

    @Test
    void groupReplacesAMemberThatIsStopped() {
        var outcome =
                Written.demo(1, "\"subnets\": \"public\"")
                        .setup(
                                "lab:AutoScalingGroup",
                                "{\"name\": \"asg\", \"cluster\": \"demo\", \"instanceType\":"
                                        + " \"t3.small\", \"desired\": 1, \"max\": 1}")
                        .at("60s", "lab:StopInstance", "{\"instance\": \"instance/asg#1\"}")
                        .until("4m");
        assertEquals("terminated", machine(outcome, "asg#1").state().printed());
        assertEquals("running", machine(outcome, "asg#2").state().printed());
        assertEquals(ContainerInstanceStatus.ACTIVE, outcome.instance("asg#1").status());
    }

    /// Only with `awsvpcTrunking`, while the trunk interface is attached or detached.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | ACTIVE connected, INACTIVE silent",
                "true | REGISTERING connected, ACTIVE connected, DEREGISTERING silent,"
                        + " INACTIVE silent",
            })
    void trunkTakesItsTime(boolean trunking, String expected) {
        var written = Written.demo(1, "\"subnets\": \"public\"");
        if (trunking) {
            written.setup(
                    "ecs:PutAccountSetting",
                    "{\"name\": \"awsvpcTrunking\", \"value\": \"enabled\"}");
        }
        var outcome =
                written.instances("pool", "m5.large", 1)
                        .at("60s", "lab:TerminateInstance", POOL_1)
                        .until("2m");
        assertEquals(
                List.of(expected.split(", ")),
                states(outcome).stream().map(one -> one.substring(one.indexOf(' ') + 1)).toList());
    }

    @Test
    void inactiveOneCanBeDescribedForAnHour() {
        var describe =
                "{\"cluster\": \"demo\", \"containerInstances\": [\"%\"]}"
                        .replace("%", pool().until("1s").instance("pool#1").id());
        var written = pool().at("60s", "lab:TerminateInstance", POOL_1);
        assertEquals(
                List.of(),
                Live.at("60m", written)
                        .response("ecs:DescribeContainerInstances", describe)
                        .failures());
        assertEquals(
                "MISSING",
                Live.at("61m", written)
                        .response("ecs:DescribeContainerInstances", describe)
                        .failures()
                        .getFirst()
                        .reason());
    }

    @Test
    void silenceBeginsWhenTheAgentIsLost() {
        var live = Live.at("60s", pool().at("40s", "lab:DisconnectAgent", POOL_1));
        ContainerInstance one = live.outcome().instance("pool#1");
        assertEquals("40s", one.agentSince().toString());
    }

    /// Not before the zone is back; then the agent connects by itself.
    @Test
    void agentInADarkZoneIsNotReconnected() {
        var pool = Written.demo(1, "\"subnets\": \"public\"").instances("pool", "t3.small", 1);
        var live = Live.at("30s", pool.at("20s", "lab:ZoneOutage", "{\"zone\": \"us-east-1a\"}"));
        assertEquals(
                "InvalidParameterException: The Availability Zone us-east-1a is out: no agent there"
                        + " can be reached.",
                live.refusal("lab:ReconnectAgent", POOL_1));
        live.response("lab:ZoneBack", "{\"zone\": \"us-east-1a\"}");
        assertTrue(live.outcome().instance("pool#1").agentConnected());
    }
}
