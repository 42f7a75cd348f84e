package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// §4.4 Of the agent's own endpoints only their ports can be met: they are taken on every instance.
/// What they answer (credentials, metadata, task protection) isn't modelled.
class AgentEndpointsTest {

    @ParameterizedTest
    @ValueSource(ints = {51678, 51679, 22, 2375, 2376})
    void portsOfTheAgentAreTaken(int port) {
        var outcome =
                Written.demo()
                        .instances("pool", "m5.large", 1)
                        .family("web", "bridge", 64, 64, ", \"hostPort\": " + port)
                        .run("1s", "web", 1, "")
                        .until("20s");
        assertEquals(List.of("RESOURCE:PORTS"), outcome.lacks());
        assertEquals(List.of(), outcome.places());
    }

    @Test
    void portBesideThemIsFree() {
        var outcome =
                Written.demo()
                        .instances("pool", "m5.large", 1)
                        .family("web", "bridge", 64, 64, ", \"hostPort\": 51677")
                        .run("1s", "web", 1, "")
                        .until("20s");
        assertEquals(List.of("web#1 pool#1"), outcome.places());
    }
}
