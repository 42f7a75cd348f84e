package ecslab.desktop.window;

import ecslab.desktop.study.Beside;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.learn.Spotlight;
import ecslab.lesson.Focus;
import ecslab.stage.Selection;
import ecslab.stage.panel.EventDrawer;
import ecslab.stage.panel.Inspector;
import ecslab.stage.panel.TransportBar;
import ecslab.stage.picture.StageView;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The run: picture, transport bar, event log and inspector; in a lesson, its panel at the left.
final class StagePage extends BorderPane {

    private static final double PICTURE_SHARE = 0.74;
    private static final double PICTURE_SHARE_LARGE = 0.88;
    private static final double BENCH_WIDTH = 420;

    private final StageView picture;
    private final TransportBar transport;
    private final EventDrawer events;
    private final Inspector inspector;
    private final Columns columns;
    private final FirstLightBar firstLight;
    private final VBox below;
    private final NoticeBar notices;
    private final StackPane over;
    private final SplitPane run;
    private final Spotlight spotlight;
    private final Supplier<Workbench> makeBench;
    private Optional<Workbench> bench = Optional.empty();
    private Optional<Beside> beside = Optional.empty();
    private Optional<Frame> shown = Optional.empty();
    private Optional<Focus> lit = Optional.empty();
    private Optional<LiveBar> live = Optional.empty();
    private boolean isFirstLight;

    StagePage(
            Words words,
            Selection selection,
            Playback playback,
            Consumer<TaskId> stopTask,
            Consumer<Ref> showWhy,
            Consumer<Command> act) {
        picture = new StageView(words, selection);
        picture.onStopTask(stopTask);
        picture.onWhy(showWhy);
        picture.onCommand(act);
        picture.onForm(this::compose);
        picture.onCompose(this::toggleBench);
        makeBench = () -> new Workbench(words, selection, playback::submit, this::leaveBench);
        transport = new TransportBar(words, playback);
        events = new EventDrawer(words, selection);
        inspector = new Inspector(words, selection);
        inspector.onStopTask(stopTask);
        inspector.onCommand(act);
        inspector.onSeek(playback::seek);
        inspector.onTab(this::turned);
        events.onSeek(playback::seek);
        firstLight = new FirstLightBar(words, selection, stopTask, showWhy);
        notices = new NoticeBar(words);
        over = new StackPane(picture, notices);
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        var shownRun = new BorderPane(over);
        below = new VBox(firstLight, transport);
        shownRun.setBottom(below);
        run = new SplitPane(shownRun, events);
        run.setOrientation(Orientation.VERTICAL);
        List.of(picture, transport, over, shownRun, run).forEach(part -> part.setMinWidth(0));
        setLargeText(false);
        SplitPane.setResizableWithParent(events, false);
        columns = new Columns(run, inspector);
        setCenter(columns);
        getStyleClass().add("stage-page");
        spotlight =
                new Spotlight(
                        Map.of(
                                Focus.Part.STAGE, picture,
                                Focus.Part.INSPECTOR, inspector,
                                Focus.Part.EVENTS, events,
                                Focus.Part.TRANSPORT, transport));
    }

    /// Stands below the picture of live runs.
    void setLive(LiveBar bar) {
        live = Optional.of(bar);
        below.getChildren().add(1, bar);
    }

    void show(Frame frame) {
        shown = Optional.of(frame);
        picture.show(frame);
        transport.show(frame);
        events.show(frame);
        inspector.show(frame);
        bench.ifPresent(one -> one.show(frame));
        live.ifPresent(one -> one.show(frame));
        if (isFirstLight) {
            firstLight.show(frame);
        }
        beside.ifPresent(one -> {
            one.show(frame);
            light(one);
        });
    }

    /// Puts something beside the picture, or nothing.
    void setBeside(Optional<Beside> next) {
        if (next.equals(beside)) {
            return;
        }
        beside.flatMap(Beside::over).ifPresent(over.getChildren()::remove);
        closeBench();
        beside = next;
        next.flatMap(Beside::over).ifPresent(map -> over.getChildren().add(1, map));
        columns.setLesson(next.map(Beside::side));
        lit = Optional.empty();
        if (next.isEmpty()) {
            spotlight.off();
            picture.setFocus(Optional.empty());
            picture.setMarks(List.of());
        }
    }

    /// Follows what stands beside the picture, which may turn to another thing at any time.
    void pulse() {
        beside.ifPresent(one -> {
            one.pulse();
            if (lit.filter(one.focus()::equals).isEmpty()) {
                light(one);
            }
        });
    }

    /// Lights what a lesson is about. The thing may come and go under its name.
    private void light(Beside one) {
        var focus = one.focus();
        if (lit.filter(focus::equals).isEmpty()) {
            lit = Optional.of(focus);
            spotlight.on(focus);
            if (isInspected(focus)) {
                columns.showInspector();
            }
        }
        picture.setFocus(shown.flatMap(frame -> one.thing(frame.state())));
        picture.setMarks(shown.map(frame -> one.marks(frame.state())).orElse(List.of()));
    }

    private void turned(Inspector.Tab tab) {
        var part = tab == Inspector.Tab.JSON ? Focus.Part.JSON : Focus.Part.INSPECTOR;
        beside.ifPresent(one -> one.opened(part));
    }

    private static boolean isInspected(Focus focus) {
        return focus.equals(new Focus.Panel(Focus.Part.INSPECTOR))
                || focus.equals(new Focus.Panel(Focus.Part.JSON));
    }

    void setFirstLight(boolean isShown) {
        isFirstLight = isShown;
        firstLight.begin();
        firstLight.setVisible(isShown);
        firstLight.setManaged(isShown);
    }

    /// The task that the first launch's button points to, while it is shown.
    Optional<Task> firstLightTask() {
        return isFirstLight ? firstLight.stoppable() : Optional.empty();
    }

    /// What "why?" is about in the first launch's story.
    Optional<Ref> firstLightWhy(Frame frame) {
        return isFirstLight ? firstLight.why(frame) : Optional.empty();
    }

    /// Puts the keyboard's focus where the reader goes on: in the lesson, or on the picture.
    void takeFocus() {
        beside.ifPresentOrElse(Beside::takeFocus, picture::requestFocus);
    }

    Columns columns() {
        return columns;
    }

    /// Opens the workbench, or puts it away.
    void toggleBench() {
        if (bench.isPresent()) {
            leaveBench();
        } else {
            openBench().focus();
        }
    }

    private void compose(String call, String with) {
        var opened = openBench();
        opened.offer(call, with);
        opened.focus();
    }

    /// Beside the picture; where a lesson stands there, over it.
    private Workbench openBench() {
        if (bench.isPresent()) {
            return bench.get();
        }
        var made = makeBench.get();
        bench = Optional.of(made);
        shown.ifPresent(made::show);
        if (beside.isPresent()) {
            made.setMaxWidth(BENCH_WIDTH);
            StackPane.setAlignment(made, Pos.CENTER_RIGHT);
            over.getChildren().add(made);
        } else {
            columns.setLesson(Optional.of(made));
        }
        applyCss();
        layout();
        return made;
    }

    private void leaveBench() {
        closeBench();
        picture.requestFocus();
    }

    private void closeBench() {
        bench.ifPresent(over.getChildren()::remove);
        if (bench.isPresent() && beside.isEmpty()) {
            columns.setLesson(Optional.empty());
        }
        bench = Optional.empty();
    }

    /// Leads to the search in the event log.
    void search() {
        events.search();
    }

    Inspector inspector() {
        return inspector;
    }

    /// Puts the inspector away, or back.
    void toggleInspector() {
        columns.toggleInspector();
    }

    void showWhy() {
        columns.showInspector();
        inspector.showWhy();
    }

    NoticeBar notices() {
        return notices;
    }

    /// Large text takes room from the event log, which scrolls, and not from the picture.
    void setLargeText(boolean large) {
        run.setDividerPositions(large ? PICTURE_SHARE_LARGE : PICTURE_SHARE);
    }

    void setReducedMotion(boolean reduced) {
        picture.setReducedMotion(reduced);
    }
}
