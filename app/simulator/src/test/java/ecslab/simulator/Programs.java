package ecslab.simulator;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.MemoryUse;
import ecslab.ecs.scenario.OnSigterm;
import ecslab.ecs.scenario.ProgramEnd;
import java.time.Duration;

/// Images for tests: 40 MiB, pulled in 1.5 s, up after 1 s, ending 1 s after SIGTERM with exit code
/// 0, until somebody says otherwise.
final class Programs {

    private Programs() {}

    private static final OnSigterm DRAINS = new OnSigterm(false, Duration.ofSeconds(1), 0);

    static ImageBehaviour good(String uri) {
        return image(uri, DRAINS, ProgramEnd.NEVER, MemoryUse.NONE, answers(1, 1_000_000, 0));
    }

    static ImageBehaviour exits(String uri, long afterSeconds, int exitCode) {
        var end = new ProgramEnd.After(Duration.ofSeconds(afterSeconds), exitCode);
        return image(uri, DRAINS, end, MemoryUse.NONE, answers(1, 1_000_000, 0));
    }

    static ImageBehaviour cannotStart(String uri, String error) {
        var end = new ProgramEnd.CannotStart(error);
        return image(uri, DRAINS, end, MemoryUse.NONE, answers(1, 1_000_000, 0));
    }

    static ImageBehaviour grows(String uri, int startsAtMib, int mibPerMinute) {
        var memory = new MemoryUse(startsAtMib, mibPerMinute);
        return image(uri, DRAINS, ProgramEnd.NEVER, memory, answers(1, 1_000_000, 0));
    }

    static ImageBehaviour ignoresSigterm(String uri) {
        var deaf = new OnSigterm(true, Duration.ZERO, 143);
        return image(uri, deaf, ProgramEnd.NEVER, MemoryUse.NONE, answers(1, 1_000_000, 0));
    }

    static ImageBehaviour drains(String uri, long seconds, int exitCode) {
        var drains = new OnSigterm(false, Duration.ofSeconds(seconds), exitCode);
        return image(uri, drains, ProgramEnd.NEVER, MemoryUse.NONE, answers(1, 1_000_000, 0));
    }

    /// Passes its health checks from some second to another.
    static ImageBehaviour feels(String uri, long passesAfter, long failsAfter, long takes) {
        var answers = answers(passesAfter, failsAfter, takes);
        return image(uri, DRAINS, ProgramEnd.NEVER, MemoryUse.NONE, answers);
    }

    private static HealthAnswers answers(long passesAfter, long failsAfter, long takes) {
        return new HealthAnswers(
                Duration.ofSeconds(passesAfter),
                Duration.ofSeconds(failsAfter),
                Duration.ofSeconds(takes));
    }

    private static ImageBehaviour image(
            String uri,
            OnSigterm onSigterm,
            ProgramEnd end,
            MemoryUse memory,
            HealthAnswers health) {
        return new ImageBehaviour(
                uri,
                40,
                2,
                Duration.ofSeconds(1),
                Duration.ofMillis(5),
                Duration.ofMillis(40),
                "/",
                onSigterm,
                end,
                memory,
                health);
    }

    static RunTask run(String family) {
        return run(family, TaskOverride.NONE);
    }

    static RunTask run(String family, TaskOverride overrides) {
        var plain = Scenarios.runTask(1);
        return new RunTask(
                plain.cluster(),
                family,
                Given.of(1),
                plain.launchType(),
                plain.capacityProviderStrategy(),
                plain.networkConfiguration(),
                plain.group(),
                plain.startedBy(),
                overrides,
                Unmodelled.NOTHING);
    }
}
