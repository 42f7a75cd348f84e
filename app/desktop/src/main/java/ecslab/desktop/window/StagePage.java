package ecslab.desktop.window;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.stage.Selection;
import ecslab.stage.panel.EventDrawer;
import ecslab.stage.panel.Inspector;
import ecslab.stage.panel.TransportBar;
import ecslab.stage.picture.StageView;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import ecslab.stage.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The run: picture, transport bar, event log and inspector.
final class StagePage extends SplitPane {

    private static final double PICTURE_SHARE = 0.74;
    private static final double PICTURE_SHARE_LARGE = 0.88;
    private static final double INSPECTOR_SHARE = 0.29;
    private static final double INSPECTOR_WIDTH = 400;

    private final StageView picture;
    private final TransportBar transport;
    private final EventDrawer events;
    private final Inspector inspector;
    private final FirstLightBar firstLight;
    private final NoticeBar notices;
    private final SplitPane left;
    private boolean isFirstLight;
    private boolean isPlaced;

    StagePage(
            Words words,
            Selection selection,
            Playback playback,
            Consumer<TaskId> stopTask,
            Consumer<Ref> showWhy) {
        picture = new StageView(words, selection);
        picture.onStopTask(stopTask);
        picture.onWhy(showWhy);
        transport = new TransportBar(words, playback);
        events = new EventDrawer(words, selection);
        inspector = new Inspector(words, selection);
        inspector.onStopTask(stopTask);
        inspector.onSeek(playback::seek);
        events.onSeek(playback::seek);
        firstLight = new FirstLightBar(words, selection, stopTask, showWhy);
        notices = new NoticeBar(words);
        var over = new StackPane(picture, notices);
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        var run = new BorderPane(over);
        run.setBottom(new VBox(firstLight, transport));
        left = new SplitPane(run, events);
        left.setOrientation(Orientation.VERTICAL);
        setLargeText(false);
        SplitPane.setResizableWithParent(events, false);
        getItems().addAll(left, inspector);
        widthProperty().subscribe(this::placeInspector);
        SplitPane.setResizableWithParent(inspector, false);
        getStyleClass().add("stage-page");
    }

    /// Once: afterwards it is where the reader has moved it.
    private void placeInspector(Number width) {
        if (!isPlaced && width.doubleValue() > 0) {
            isPlaced = true;
            var share = Math.min(INSPECTOR_SHARE, INSPECTOR_WIDTH / width.doubleValue());
            setDividerPositions(1 - share);
        }
    }

    void show(Frame frame) {
        picture.show(frame);
        transport.show(frame);
        events.show(frame);
        inspector.show(frame);
        if (isFirstLight) {
            firstLight.show(frame);
        }
    }

    void setFirstLight(boolean shown) {
        isFirstLight = shown;
        firstLight.begin();
        firstLight.setVisible(shown);
        firstLight.setManaged(shown);
    }

    /// The task that the first launch's button points to, while it is shown.
    Optional<Task> firstLightTask() {
        return isFirstLight ? firstLight.stoppable() : Optional.empty();
    }

    /// What "why?" is about in the first launch's story.
    Optional<Ref> firstLightWhy(Frame frame) {
        return isFirstLight ? firstLight.why(frame) : Optional.empty();
    }

    void focusOnPicture() {
        picture.requestFocus();
    }

    Inspector inspector() {
        return inspector;
    }

    NoticeBar notices() {
        return notices;
    }

    /// Large text takes room from the event log, which scrolls, and not from the picture.
    void setLargeText(boolean large) {
        left.setDividerPositions(large ? PICTURE_SHARE_LARGE : PICTURE_SHARE);
    }

    void setReducedMotion(boolean reduced) {
        picture.setReducedMotion(reduced);
    }
}
