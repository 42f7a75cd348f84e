package ecslab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which status codes pass a health check (behaviour reference §7.4).
class MatcherTest {

    @ParameterizedTest
    @CsvSource({
        "200, 200",
        "'200,302', '200 302'",
        "200-202, '200 201 202'",
        "'200-201,404', '200 201 404'"
    })
    void matcherNamesCodesAndRanges(String matcher, String accepted) {
        var codes = IntStream.range(0, 600).filter(code -> Matcher.accepts(matcher, code)).boxed();
        assertEquals(
                List.of(accepted.split(" ")), codes.map(code -> Integer.toString(code)).toList());
    }
}
