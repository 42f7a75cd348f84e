package ecslab.desktop.window;

import ecslab.ecs.RunHeader;
import ecslab.ecs.model.Arns;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import java.time.Instant;
import java.util.List;

/// One frame, for ever: what a shot shows, and what a window shows before anything was opened.
///
/// @param frame the only one
public record Still(Frame frame) implements Unmoved {

    static final Frame NOTHING =
            new Frame(
                    new RunHeader(
                            "",
                            Instant.EPOCH,
                            new Arns("", ""),
                            0,
                            SimInstant.START,
                            "",
                            List.of()),
                    SimInstant.START,
                    ClusterState.EMPTY,
                    List.of(),
                    0,
                    SimInstant.START,
                    List.of(),
                    false,
                    1,
                    List.of(""));
}
