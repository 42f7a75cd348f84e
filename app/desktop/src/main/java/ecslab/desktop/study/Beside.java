package ecslab.desktop.study;

import ecslab.ecs.model.Ref;
import ecslab.ecs.state.ClusterState;
import ecslab.lesson.Focus;
import ecslab.stage.picture.Mark;
import ecslab.stage.play.Frame;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/// What stands beside the picture while a run is explained.
public interface Beside {

    Region side();

    /// What lies over the picture, if anything; it shows itself when it is wanted.
    Optional<Region> over();

    /// The one thing to look at.
    Focus focus();

    /// The thing of the run that [#focus()] means; empty if it means another or none is there.
    Optional<Ref> thing(ClusterState state);

    /// What is numbered in the picture.
    List<Mark> marks(ClusterState state);

    /// Called at each pulse of the screen, before the newest frame is shown.
    void pulse();

    /// Follows the run.
    void show(Frame frame);

    /// The reader opened a part of the window.
    void opened(Focus.Part part);

    /// Puts the keyboard's focus where the reader goes on.
    void takeFocus();
}
