package ecslab.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.command.Exit;
import ecslab.simulator.fuzz.RandomScenario;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioJson;
import ecslab.wire.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `ecslab fuzz` plays random scenarios; what it would print can be played again.
class FuzzCommandTest {

    @Test
    void saysHowMuchWasPlayed() {
        var said = Said.to("fuzz", "--runs", "3", "--seed", "11");

        assertEquals(Exit.DONE, said.code());
        assertTrue(said.out().matches("3 runs, \\d+ events, \\d+\\.\\d s\n"), said.out());
    }

    @Test
    void noRunIsNoUse() {
        assertEquals(Exit.WRONG_USE, Said.to("fuzz", "--runs", "0").code());
        assertEquals(Exit.WRONG_USE, Said.to("fuzz").code());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomScenarioComesBackFromItsFile(long seed) throws BadInput {
        var scenario = RandomScenario.of(seed);

        assertEquals(
                scenario, ScenarioReader.read("random", ScenarioJson.text(scenario)).scenario());
    }
}
