package ecslab.ecs.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    /// These values are promised for ever: another one changes every lesson.
    @Test
    void drawsNeverChange() {
        assertEquals(
                List.of(
                        "84c7c024e82d4463",
                        "267da766697b08e8",
                        "95e9b5109449c9c4",
                        "428b24801e33975b"),
                LongStream.range(0, 4)
                        .mapToObj(n -> Long.toHexString(Chance.draw(7, "ids/task", n)))
                        .toList());
    }

    @Test
    void seedStreamAndNumberEachMatter() {
        var seen = new LinkedHashSet<Long>();
        for (var seed = 0; seed < 20; seed++) {
            for (var stream : List.of("ids/task", "ids/eni", "traffic/web", "")) {
                for (var n = 0; n < 50; n++) {
                    seen.add(Chance.draw(seed, stream, n));
                }
            }
        }
        assertEquals(20 * 4 * 50, seen.size());
    }

    /// A draw depends on its own stream's number alone, so whoever else draws doesn't matter.
    @Test
    void streamsDoNotDisturbEachOther() {
        var before = Chance.draw(7, "placement", 3);
        Chance.draw(7, "traffic/users", 0);
        assertEquals(before, Chance.draw(7, "placement", 3));
    }

    @Test
    void numbersBelowABoundAreSpreadEvenly() {
        var counts = new int[6];
        for (var n = 0; n < 6_000; n++) {
            counts[Chance.below(6, Chance.draw(1, "dice", n))]++;
        }
        for (var count : counts) {
            assertTrue(count > 900 && count < 1_100, "expected about 1000, but was " + count);
        }
        assertEquals(0, Chance.below(1, -1));
    }

    @Test
    void fractionsLieFromZeroUpToButNotIncludingOne() {
        assertEquals(0, Chance.fraction(0));
        assertTrue(Chance.fraction(-1) < 1);
        var sum = 0.0;
        for (var n = 0; n < 10_000; n++) {
            sum += Chance.fraction(Chance.draw(1, "fractions", n));
        }
        assertEquals(0.5, sum / 10_000, 0.01);
    }
}
