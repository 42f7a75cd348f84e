package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetState;
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
    static final double TWO_LINES_MIN = 36;

    /// Between two words.
    private static final double BETWEEN = 6;

    private static final double ICON = 14;

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
    private final StackPane box = new CardPane();
    private final TaskId id;
    private Form form = Form.NONE;
    private boolean isChip;
    private boolean canStop;
    private boolean hasHealthWord;
    private boolean hasContainerCount;
    private CardWords words = CardWords.NONE;

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
        take(formOf(moment, task, spot), isWide(moment, spot));
        var pull = moment.state().pulls().get(id);
        var share = pull == null ? 0 : pull.shareAt(moment.at());
        var target = moment.target(id);
        var percent = pull == null ? -1 : (int) (share * 100);
        var answered = moment.state().requests().answeredBy().getOrDefault(id, 0L);
        var generation = moment.generation(task);
        var next =
                List.<Object>of(
                        task,
                        target,
                        percent,
                        generation,
                        moment.words().now(),
                        moment.layout().measure(),
                        form);
        if (!next.equals(shown)) {
            shown = next;
            say(moment, task, target, percent);
        }
        serve(moment, answered);
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
        if (height >= moment.layout().measure().fourLines()) {
            return Form.FOUR_LINES;
        }
        if (height >= moment.layout().measure().threeLines()) {
            return Form.THREE_LINES;
        }
        if (height >= TWO_LINES_MIN) {
            return isWide(moment, spot) ? Form.TWO_LINES : Form.TWO_NARROW_LINES;
        }
        return isWide(moment, spot) ? Form.WORDED_CHIP : Form.CHIP;
    }

    private static boolean isWide(Moment moment, Spot spot) {
        return spot.box().width() >= moment.layout().measure().wordsWidth();
    }

    private void take(Form next, boolean isWide) {
        box.pseudoClassStateChanged(NARROW, !isWide);
        hasHealthWord = isWide || next == Form.FOUR_LINES;
        hasContainerCount = isWide;
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
        var generation = moment.generation(task);
        box.pseudoClassStateChanged(OLD, generation == Generation.OLD);
        box.pseudoClassStateChanged(NEW, generation == Generation.NEW);
        state.setText(task.lastStatus().name());
        words = CardWords.of(moment, task, target, percent).withServed(words.served());
        box.requestLayout();
        TaskLooks.status(box, task.lastStatus());
        box.pseudoClassStateChanged(TaskLooks.GHOST, task.isStopped());
        sayContainers(moment, task);
        var isKnown = target.isPresent() && !task.isStopped();
        Parts.present(health, isKnown);
        target.ifPresent(it -> healthText.setText(healthWord(moment, it)));
        target.ifPresent(it -> TaskLooks.health(health, it.state()));
        stop.setAccessibleText(moment.say("picture.task.stop") + " " + called);
        box.setAccessibleText(TaskWords.spoken(moment, task, target, percent));
        if (task.isStopped()) {
            explain(TaskWords.why(task));
        }
    }

    /// Where a load balancer has several target groups, also which: the heart says enough about a
    /// healthy one.
    private static String healthWord(Moment moment, Target target) {
        var group = target.id().targetGroup();
        if (!moment.outlets().shares().containsKey(group)) {
            return target.state().printed();
        }
        return target.state() == TargetState.HEALTHY
                ? group
                : group + " " + target.state().printed();
    }

    /// Told in windows, requests have no moments of their own: then how many a second.
    private void serve(Moment moment, long answered) {
        var rate = moment.flow().perSecond().getOrDefault(id, 0L);
        var said =
                rate > 0
                        ? moment.say("picture.task.rate", "rate", rate)
                        : answered == 0 ? "" : moment.say("picture.task.served", "count", answered);
        if (!said.equals(words.served())) {
            words = words.withServed(said);
            box.requestLayout();
        }
    }

    /// Says what has room, as soon as fonts are known.
    private final class CardPane extends StackPane {

        @Override
        protected void layoutChildren() {
            fit(getWidth() - getInsets().getLeft() - getInsets().getRight());
            super.layoutChildren();
        }
    }

    /// Names first: what stands beside them is said as far as there is room. Half a number would be
    /// a wrong one.
    private void fit(double room) {
        var inside = room - BETWEEN;
        if (isChip) {
            var beside = form == Form.WORDED_CHIP ? TextWidths.of(state, state.getText()) : 0;
            number.setText(TextWidths.fitting(number, inside - ICON - beside, words.shortNames()));
            return;
        }
        var left = inside - TextWidths.of(name, name.getText());
        var beside = form == Form.TWO_LINES ? leftBeside(left, state) : left;
        revision.setText(TextWidths.fitting(revision, beside, words.revisions()));
        detail.setText(TextWidths.fitting(detail, inside - ICON, words.details()));
        var chip = TextWidths.of(healthText, healthText.getText()) + 2 * ICON;
        var hasRoom = inside - TextWidths.of(detail, detail.getText()) >= chip;
        Parts.present(healthText, hasHealthWord && (form == Form.FOUR_LINES || hasRoom));
        var rest = leftBeside(inside, form == Form.FULL ? state : healthText);
        served.setText(TextWidths.fitting(served, rest, List.of(words.served(), "")));
    }

    /// What a line has left beside a word with an icon.
    private static double leftBeside(double room, Label worded) {
        return room - ICON - BETWEEN - TextWidths.of(worded, worded.getText());
    }

    /// Between small cards there is only room to say how many there are.
    private void sayContainers(Moment moment, Task task) {
        if (!isChip) {
            containers.say(moment, task, form == Form.FULL);
        }
        var count = task.containers().size();
        containerCount.setText(moment.say("picture.containers", "count", count));
        Parts.present(containerCount, hasContainerCount && count > 1);
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
