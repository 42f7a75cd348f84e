package ecslab.simulator.fuzz;

import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.MemoryUse;
import ecslab.ecs.scenario.OnSigterm;
import ecslab.ecs.scenario.ProgramEnd;
import java.time.Duration;
import java.util.List;

/// Images that behave well and badly. `nowhere:1` is in no registry.
final class RandomImages {

    static final String NOWHERE = "nowhere:1";

    private final Dice dice;

    RandomImages(Dice dice) {
        this.dice = dice;
    }

    List<ImageBehaviour> images() {
        var deaf = new OnSigterm(true, Duration.ZERO, 143);
        var startsBadly = new ProgramEnd.CannotStart("exec: \"serve\": not found in $PATH");
        return List.of(
                image("good:1", ProgramEnd.NEVER, 0, sigterm(), answers(1, 9_000)),
                image("good:2", ProgramEnd.NEVER, 0, sigterm(), answers(dice.from(1, 60), 9_000)),
                image("done:1", ends(0), 0, sigterm(), answers(1, 9_000)),
                image("fails:1", ends(dice.from(1, 3)), 0, sigterm(), answers(1, 9_000)),
                image("leaky:1", ProgramEnd.NEVER, dice.from(20, 600), sigterm(), answers(1, 90)),
                image("sick:1", ProgramEnd.NEVER, 0, sigterm(), answers(1, dice.from(5, 120))),
                image("deaf:1", ProgramEnd.NEVER, 0, deaf, answers(1, 9_000)),
                image("broken:1", startsBadly, 0, sigterm(), answers(1, 9_000)));
    }

    private ProgramEnd ends(int exitCode) {
        return new ProgramEnd.After(Duration.ofSeconds(dice.from(1, 120)), exitCode);
    }

    private OnSigterm sigterm() {
        return new OnSigterm(false, Duration.ofSeconds(dice.from(0, 45)), dice.from(0, 1) * 143);
    }

    private static HealthAnswers answers(int passesAfter, int failsAfter) {
        return new HealthAnswers(
                Duration.ofSeconds(passesAfter), Duration.ofSeconds(failsAfter), Duration.ZERO);
    }

    private ImageBehaviour image(
            String uri, ProgramEnd end, int growth, OnSigterm onSigterm, HealthAnswers health) {
        return new ImageBehaviour(
                uri,
                dice.from(1, 200),
                dice.from(1, 8),
                Duration.ofMillis(dice.from(0, 8) * 500L),
                Duration.ofMillis(5),
                Duration.ofMillis(40),
                "/",
                onSigterm,
                end,
                new MemoryUse(dice.from(0, 100), growth),
                health);
    }
}
