package ecslab.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.lesson.Lab;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelWalkTest {

    @Test
    void modelSolutionGetsThroughEveryBeat() {
        var walk = ModelWalk.of(Samples.lesson(), new Part.Steps(), Samples.RUNS);
        assertEquals(List.of(), walk.stuck());
        assertEquals(
                List.of(
                        "step.1 watch",
                        "step.1 predict",
                        "step.5 predict",
                        "step.5 watch",
                        "step.5 do",
                        "step.7 label",
                        "step.7 order",
                        "step.8 do",
                        "step.8 sort",
                        "step.8 match"),
                walk.beats().stream()
                        .map(one -> one.key() + " " + one.beat().kind().word())
                        .toList());
    }

    @Test
    void labIsSolvedAtEveryLevel() {
        for (var level : Lab.Level.values()) {
            var walk = ModelWalk.of(Samples.lesson(), new Part.LabAt(level), Samples.RUNS);
            assertEquals(List.of(), walk.stuck(), level.word());
        }
    }
}
