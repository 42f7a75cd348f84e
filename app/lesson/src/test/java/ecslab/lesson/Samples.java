package ecslab.lesson;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.read.LessonReader;
import ecslab.simulator.SimulatedRun;
import ecslab.wire.BadInput;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.function.Function;

/// The lesson of the tests, and runs for it.
public final class Samples {

    public static final Function<Scenario, Run> RUNS = SimulatedRun::start;

    private Samples() {}

    public static Path folder() {
        try {
            return Path.of(Samples.class.getResource("L03-sample").toURI());
        } catch (URISyntaxException ours) {
            throw new IllegalStateException(ours);
        }
    }

    public static Lesson lesson() {
        try {
            return LessonReader.read(folder());
        } catch (BadInput broken) {
            throw new AssertionError(broken.getMessage(), broken);
        }
    }
}
