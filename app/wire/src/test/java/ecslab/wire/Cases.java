package ecslab.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Cases that are easier to read in a file than in Java: blocks of lines with an empty line between
/// them. A block that begins with `#` says what the others are made of.
public final class Cases {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Cases() {}

    /// One `List<String>` a block.
    ///
    /// @param beside the test whose folder the file lies in
    public static Stream<Arguments> in(String file, Class<?> beside) {
        var blocks =
                Arrays.stream(text(file, beside).strip().split("\n\n"))
                        .filter(block -> !block.startsWith("#"))
                        .map(block -> List.of(block.split("\n")))
                        .toList();
        assertFalse(blocks.isEmpty());
        return blocks.stream().map(Arguments::of);
    }

    public static String text(String file, Class<?> beside) {
        try (var in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    /// The text that a line holds as a JSON text.
    public static String unquoted(String line) {
        try {
            return JSON.readValue(line, String.class);
        } catch (IOException malformed) {
            throw new IllegalStateException(line, malformed);
        }
    }

    public static List<String> said(List<Problem> problems) {
        return problems.stream().map(Problem::said).toList();
    }
}
