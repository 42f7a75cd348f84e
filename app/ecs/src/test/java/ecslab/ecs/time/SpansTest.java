package ecslab.ecs.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({
        "40ms, PT0.04S",
        "0s, PT0S",
        "20s, PT20S",
        "2m30s, PT2M30S",
        "1h, PT1H",
        "1h0m5.25s, PT1H5.25S",
        "1s500ms, PT1.5S",
        "90s, PT1M30S",
        "0.000001s, PT0.000001S",
        "5m, PT5M",
        "5ms, PT0.005S"
    })
    void textIsRead(String text, Duration length) {
        assertEquals(Optional.of(length), Spans.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "20",
                "-5s",
                "1.5m",
                "5s2m",
                "20 s",
                "1d",
                "PT20S",
                "0.0000001s",
                "20S",
                ".5s",
                "1s2s",
                "99999999999999999999h",
                "９s"
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), Spans.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "0.04s", "20s", "2m30s", "59m59.999999s", "1h0m0s", "30h0m1s"})
    void whatIsPrintedIsReadBack(String text) {
        assertEquals(text, Spans.format(Spans.parse(text).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999_999, 59_999_999, 60_000_000, 3_599_999_999L, 86_400_000_001L})
    void everyMomentIsPrintedSoThatItIsReadBack(long micros) {
        var length = Duration.ofNanos(micros * 1_000);
        assertEquals(Optional.of(length), Spans.parse(Spans.format(length)));
    }
}
