package ecslab.stage.picture;

import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Tempo;
import ecslab.stage.layout.Detail;
import ecslab.stage.layout.Spot;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A task: its name and revision, its state, where it is reached or what it waits for, and what the
/// load balancer thinks of it. A stopped task is a ghost.
final class TaskCard implements Actor {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass MAKES_WAY = PseudoClass.getPseudoClass("makes-way");
    private static final PseudoClass CHIP = PseudoClass.getPseudoClass("chip");
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    static final double FOUR_LINES_MIN = 80;
    static final double THREE_LINES_MIN = 48;
    static final double TWO_LINES_MIN = 36;
    private static final double WIDE_MIN = 148;
    private static final double WORDED_CHIP_MIN = 148;

    /// So many letters of a service's name have room on a chip.
    private static final int INITIALS = 2;

    private final FontIcon icon = Parts.icon("task-icon");
    private final Label name = Parts.name("task-name");
    private final Label number = Parts.name("task-name");
    private final Label revision = Parts.name("task-revision");
    private final Label state = Parts.label("task-state");
    private final Label detail = Parts.label("task-detail");
    private final Label healthText = Parts.word("chip-text");
    private final HBox health = Parts.row(Parts.icon("health-icon"), healthText);
    private final HBox first = Parts.row();
    private final NameLine heading = new NameLine(name, icon, state);
    private final HBox second = Parts.row();
    private final HBox third = Parts.row();
    private final Label served = Parts.label("task-served");
    private final HBox fourth = Parts.row();
    private final ContainersPane containers = new ContainersPane();
    private final Label containerCount = Parts.word("containers-more");
    private final Region progress = new Region();
    private final Button stop = new Button();
    private final Tooltip why = new Tooltip();
    private final VBox lines = new VBox();
    private final StackPane box = new StackPane();
    private final TaskId id;
    private Form form = Form.NONE;
    private boolean isChip;
    private boolean canStop;

    /// Everything that the words on the card depended on when they were last written.
    private List<Object> shown = List.of();

    /// How much is shown.
    private enum Form {
        NONE,
        CHIP,
        WORDED_CHIP,
        TWO_NARROW_LINES,
        TWO_LINES,
        THREE_LINES,
        FOUR_LINES,
        FULL
    }

    TaskCard(String hex) {
        id = new TaskId(hex);
        health.getStyleClass().add("target-chip");
        progress.getStyleClass().add("task-progress");
        progress.setManaged(false);
        stop.getStyleClass().addAll("flat", "task-stop");
        stop.setGraphic(Parts.icon("task-stop-icon"));
        stop.setFocusTraversable(false);
        StackPane.setAlignment(stop, Pos.TOP_RIGHT);
        Parts.grow(revision);
        Parts.grow(detail);
        HBox.setHgrow(containers, Priority.ALWAYS);
        lines.getStyleClass().add("task-lines");
        box.getStyleClass().addAll("card", "task-look", "task-card");
        box.getChildren().addAll(lines, progress, stop);
    }

    TaskId id() {
        return id;
    }

    /// Whether it makes sense to stop the task: nobody has asked it to yet.
    boolean canStop() {
        return canStop;
    }

    Button stopButton() {
        return stop;
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var task = moment.state().tasks().get(id);
        if (task == null) {
            return;
        }
        take(formOf(moment, task, spot), spot.box().width());
        var pull = moment.state().pulls().get(id);
        var share = pull == null ? 0 : pull.shareAt(moment.at());
        var target = moment.target(id);
        var percent = pull == null ? -1 : (int) (share * 100);
        var answered = moment.state().requests().answeredBy().getOrDefault(id, 0L);
        var generation = moment.generation(task);
        var next =
                List.<Object>of(
                        task, target, percent, answered, generation, moment.words().now(), form);
        if (!next.equals(shown)) {
            shown = next;
            say(moment, task, target, percent);
        }
        served.setText(served(moment, answered));
        progress.setVisible(pull != null && !isChip);
        progress.resizeRelocate(
                1, spot.box().height() - 4, Math.rint((spot.box().width() - 2) * share), 3);
        box.setOpacity(spot.opacity() * presence(task, moment.at()));
        canStop = !task.isLeaving();
        var hasRoom = canStop && !isChip;
        stop.setVisible(hasRoom && (box.isHover() || box.isFocused() || isSelected()));
        var hasTwoLines = form == Form.TWO_LINES || form == Form.TWO_NARROW_LINES;
        revision.setVisible(!stop.isVisible() || hasTwoLines);
        box.pseudoClassStateChanged(MAKES_WAY, stop.isVisible() && hasTwoLines);
    }

    private boolean isSelected() {
        return box.getPseudoClassStates().contains(Parts.SELECTED);
    }

    private static Form formOf(Moment moment, Task task, Spot spot) {
        var height = spot.box().height();
        if (moment.layout().details().get(task.cluster()) == Detail.FULL
                && moment.layout().measure().isFull(height)) {
            return Form.FULL;
        }
        if (height >= FOUR_LINES_MIN) {
            return Form.FOUR_LINES;
        }
        if (height >= THREE_LINES_MIN) {
            return Form.THREE_LINES;
        }
        if (height >= TWO_LINES_MIN) {
            return spot.box().width() < WIDE_MIN ? Form.TWO_NARROW_LINES : Form.TWO_LINES;
        }
        return spot.box().width() >= WORDED_CHIP_MIN ? Form.WORDED_CHIP : Form.CHIP;
    }

    private void take(Form next, double width) {
        box.pseudoClassStateChanged(NARROW, width < WIDE_MIN);
        Parts.present(healthText, width >= WIDE_MIN || next == Form.FOUR_LINES);
        if (next == form) {
            return;
        }
        form = next;
        isChip = form == Form.CHIP || form == Form.WORDED_CHIP;
        box.pseudoClassStateChanged(CHIP, isChip);
        switch (form) {
            case FULL -> {
                first.getChildren().setAll(name, revision);
                third.getChildren().setAll(detail, health);
                lines.getChildren().setAll(first, second, third, containers);
            }
            case FOUR_LINES -> {
                first.getChildren().setAll(name, revision);
                third.getChildren().setAll(detail);
                fourth.getChildren().setAll(health, Parts.spring(), served);
                lines.getChildren().setAll(first, second, third, fourth);
            }
            case THREE_LINES -> {
                first.getChildren().setAll(name, revision);
                third.getChildren().setAll(detail, health);
                lines.getChildren().setAll(first, second, third);
            }
            case TWO_LINES -> {
                first.getChildren().setAll(name, revision, second);
                third.getChildren().setAll(detail, containerCount, health);
                lines.getChildren().setAll(first, third);
            }
            case TWO_NARROW_LINES -> {
                third.getChildren().setAll(detail, health);
                lines.getChildren().setAll(heading, third);
            }
            case CHIP, WORDED_CHIP, NONE -> lines.getChildren().setAll(second);
        }
        state.setVisible(true);
        second.getChildren().setAll(isChip ? List.of(icon, number) : List.of(icon, state));
        switch (form) {
            case WORDED_CHIP -> second.getChildren().addAll(Parts.spring(), state);
            case FULL -> second.getChildren().addAll(Parts.spring(), served);
            case FOUR_LINES, THREE_LINES -> second.getChildren().add(containers);
            case TWO_NARROW_LINES -> heading.gather();
            case TWO_LINES, CHIP, NONE -> {}
        }
        box.pseudoClassStateChanged(FULL, form == Form.FULL);
    }

    private void say(Moment moment, Task task, Optional<Target> target, int percent) {
        var called = moment.nameOf(id);
        name.setText(called);
        number.setText(onChip(moment, task, called));
        revision.setText(revision(moment, task));
        var generation = moment.generation(task);
        box.pseudoClassStateChanged(OLD, generation == Generation.OLD);
        box.pseudoClassStateChanged(NEW, generation == Generation.NEW);
        state.setText(task.lastStatus().name());
        detail.setText(TaskWords.detail(moment, task, target, percent));
        TaskLooks.status(box, task.lastStatus());
        box.pseudoClassStateChanged(TaskLooks.GHOST, task.isStopped());
        sayContainers(moment, task);
        var isKnown = target.isPresent() && !task.isStopped();
        Parts.present(health, isKnown);
        target.ifPresent(it -> healthText.setText(it.state().printed()));
        target.ifPresent(it -> TaskLooks.health(health, it.state()));
        stop.setAccessibleText(moment.say("picture.task.stop") + " " + called);
        box.setAccessibleText(TaskWords.spoken(moment, task, target, percent));
        if (task.isStopped()) {
            explain(TaskWords.why(task));
        }
    }

    /// Told in windows, requests have no moments of their own: then how many a second.
    private String served(Moment moment, long answered) {
        var rate = moment.flow().perSecond().getOrDefault(id, 0L);
        if (rate > 0) {
            return moment.say("picture.task.rate", "rate", rate);
        }
        return answered == 0 ? "" : moment.say("picture.task.served", "count", answered);
    }

    /// While a service has two deployments, a task says which one it belongs to.
    private static String revision(Moment moment, Task task) {
        var generation = moment.generation(task);
        var name = task.taskDefinition().toString();
        return generation == Generation.ONLY
                ? name
                : name + " " + moment.say("picture.generation." + generation.word());
    }

    /// In a service's frame a number tells tasks apart; on an instance may stand those of several.
    private static String onChip(Moment moment, Task task, String called) {
        var hash = Math.max(0, called.lastIndexOf('#'));
        var isAmongOthers = task.launchType() == LaunchType.EC2 && !moment.isOneGroup();
        return (isAmongOthers ? called.substring(0, Math.min(hash, INITIALS)) : "")
                + called.substring(hash);
    }

    /// Between small cards there is only room to say how many there are.
    private void sayContainers(Moment moment, Task task) {
        if (!isChip) {
            containers.say(moment, task, form == Form.FULL);
        }
        var count = task.containers().size();
        containerCount.setText(moment.say("picture.containers", "count", count));
        Parts.present(containerCount, count > 1 && box.getWidth() >= WIDE_MIN);
    }

    /// There is little room on a card for a `stoppedReason`.
    private void explain(String reason) {
        if (why.getText().isEmpty()) {
            Tooltip.install(box, why);
        }
        why.setText(reason);
    }

    /// Ghosts fade before they leave.
    private static double presence(Task task, SimInstant at) {
        if (!task.isStopped()) {
            return 1;
        }
        var fade = Tempo.STAGE.ghostFade();
        return task.time(TaskMoment.STOPPED_AT)
                .map(stopped -> stopped.plus(Tempo.STAGE.ghost()).since(at))
                .map(left -> Math.clamp((double) left.toNanos() / fade.toNanos(), 0, 1))
                .orElse(1.0);
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.of(Ref.of(Kind.TASK, id.hex()));
    }
}
