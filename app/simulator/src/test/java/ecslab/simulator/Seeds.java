package ecslab.simulator;

import java.util.List;
import java.util.stream.LongStream;

/// How many seeds a property is tried on. More by `-Decslab.seeds=1000`, others by
/// `-Decslab.firstSeed=5000`.
final class Seeds {

    private Seeds() {}

    static List<Long> of(int usually) {
        var first = Long.getLong("ecslab.firstSeed", 1);
        var count = Integer.getInteger("ecslab.seeds", usually);
        return LongStream.range(first, first + count).boxed().toList();
    }
}
