package ecslab.desktop.command;

import ecslab.desktop.Version;
import ecslab.simulator.check.Checker;
import ecslab.simulator.fuzz.Fuzz;
import ecslab.wire.scenario.ScenarioJson;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Plays random scenarios and looks for a broken rule. What breaks one is shrunk and printed as a
/// scenario that `simulate` plays.
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = "Play random scenarios and look for what mustn't be.")
public final class FuzzCommand implements Callable<Integer> {

    private static final long FIRST_SEED = 1;
    private static final double MILLIS_PER_SECOND = 1_000;

    @Option(
            names = "--runs",
            paramLabel = "N",
            required = true,
            description = "How many scenarios.")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.class,
            description =
                    "The first scenario's seed; each next one is one more. Left out, it is 1.")
    private Optional<Long> seed = Optional.empty();

    private final Terminal terminal;
    private final Fuzz.Rules rules;

    public FuzzCommand(Terminal terminal) {
        this(terminal, Checker::check);
    }

    /// With other rules than the product's.
    FuzzCommand(Terminal terminal, Fuzz.Rules rules) {
        this.terminal = terminal;
        this.rules = rules;
    }

    @Override
    public Integer call() {
        if (runs < 1) {
            throw BadUse.of("--runs", "must be 1 or more, but is " + runs, "Write --runs 100.");
        }
        var began = millis();
        var events = 0L;
        long first = seed.orElse(FIRST_SEED);
        for (var run = 0; run < runs; run++) {
            var found = Fuzz.of(first + run, rules);
            events += found.events();
            if (found.isBroken()) {
                tell(found.shrunk());
                terminal.err().line(summary(run + 1, events, began));
                return Exit.NO;
            }
        }
        terminal.out().line(summary(runs, events, began));
        return Exit.DONE;
    }

    /// The scenario on standard output, so that it can be saved and played.
    private void tell(Fuzz least) {
        var scenario = least.scenario();
        terminal.err()
                .line(
                        "seed "
                                + scenario.seed()
                                + " breaks a rule with "
                                + counted(scenario.commands().size())
                                + ":");
        least.broken().forEach(terminal.err()::line);
        ScenarioJson.text(scenario).lines().forEach(terminal.out()::line);
    }

    private static String counted(int commands) {
        return commands == 1 ? "one command" : commands + " commands";
    }

    private static String summary(int runs, long events, long began) {
        var seconds = (millis() - began) / MILLIS_PER_SECOND;
        return String.format(Locale.ROOT, "%d runs, %d events, %.1f s", runs, events, seconds);
    }

    private static long millis() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }
}
