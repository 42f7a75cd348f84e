package ecslab.simulator;

import ecslab.ecs.scenario.TimedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Holds a property against what a seed draws. Where it fails, commands are dropped while it still
/// does, and what is left is printed: a seed and a few commands are the whole run.
final class Shrinker {

    private Shrinker() {}

    static void hold(long seed, Consumer<Drawn> property) {
        var drawn = Drawn.from(seed);
        if (fails(drawn, property)) {
            var least = shrink(drawn, property);
            try {
                property.accept(least);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(print(least) + "\n" + failure, failure);
            }
        }
    }

    private static Drawn shrink(Drawn drawn, Consumer<Drawn> property) {
        var least = drawn;
        for (var length = least.commands().size(); length >= 1; length /= 2) {
            for (var from = 0; from < least.commands().size(); ) {
                var fewer = without(least, from, length);
                if (fails(fewer, property)) {
                    least = fewer;
                } else {
                    from += length;
                }
            }
        }
        return least;
    }

    private static Drawn without(Drawn drawn, int from, int length) {
        var left = new ArrayList<>(drawn.commands());
        left.subList(from, Math.min(from + length, left.size())).clear();
        return drawn.with(List.copyOf(left));
    }

    private static boolean fails(Drawn drawn, Consumer<Drawn> property) {
        try {
            property.accept(drawn);
            return false;
        } catch (AssertionError | RuntimeException _) {
            return true;
        }
    }

    private static String print(Drawn drawn) {
        var text = new StringBuilder("seed " + drawn.seed() + " fails with:");
        for (TimedCommand command : drawn.commands()) {
            text.append("\n  ").append(command.at()).append(' ').append(command.command());
        }
        return text.toString();
    }
}
