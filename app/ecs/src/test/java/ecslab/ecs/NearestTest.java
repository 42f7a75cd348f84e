package ecslab.ecs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("family", "taskRoleArn", "executionRoleArn", "cpu", "memory", "RUNNING");

    @Test
    void slipOfThePenIsMended() {
        assertEquals(Optional.of("family"), Nearest.to("famly", KNOWN));
        assertEquals(Optional.of("family"), Nearest.to("Family", KNOWN));
        assertEquals(Optional.of("RUNNING"), Nearest.to("RUNING", KNOWN));
        assertEquals(Optional.of("memory"), Nearest.to("memroy", KNOWN));
        assertEquals(Optional.of("executionRoleArn"), Nearest.to("excutionRoleARN", KNOWN));
    }

    @Test
    void anotherWordIsNotGuessedAt() {
        assertEquals(Optional.empty(), Nearest.to("colour", KNOWN));
        assertEquals(Optional.empty(), Nearest.to("gpu1", List.of("memory")));
        assertEquals(Optional.empty(), Nearest.to("z", List.of("a", "b")));
    }
}
