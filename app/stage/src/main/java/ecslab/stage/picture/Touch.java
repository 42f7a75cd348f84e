package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskId;
import ecslab.stage.Selection;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What can be done to things on the stage, with the mouse and as well without: choose, stop, ask.
final class Touch {

    private final Selection selection;
    private final Supplier<List<Actor>> things;
    private final ThingMenu menu;
    private final MenuItem stop = new MenuItem();
    private final MenuItem why = new MenuItem();
    private Consumer<TaskId> stopTask = _ -> {};
    private Consumer<Ref> askWhy = _ -> {};
    private Runnable pointed = () -> {};
    private Optional<Ref> pointedAt = Optional.empty();
    private Supplier<Optional<Frame>> frame = Optional::empty;

    /// @param things what can be chosen, in reading order
    Touch(Words words, Selection selection, Supplier<List<Actor>> things) {
        this.selection = selection;
        this.things = things;
        menu = new ThingMenu(words);
        stop.setGraphic(Parts.icon("offer-stop"));
        why.setGraphic(Parts.icon("offer-why"));
        stop.textProperty().bind(words.text("picture.task.stop"));
        why.textProperty().bind(words.text("picture.why"));
    }

    void onStopTask(Consumer<TaskId> listener) {
        stopTask = listener;
    }

    void onWhy(Consumer<Ref> listener) {
        askWhy = listener;
    }

    /// @param now what the picture shows
    void offers(Supplier<Optional<Frame>> now) {
        frame = now;
    }

    /// The task that the mouse is on.
    Optional<Ref> pointedAt() {
        return pointedAt;
    }

    void onPointed(Runnable listener) {
        pointed = listener;
    }

    private void point(Optional<Ref> task) {
        pointedAt = task;
        pointed.run();
    }

    ThingMenu menu() {
        return menu;
    }

    /// Lets an actor be pointed at.
    void reach(Actor actor) {
        var node = actor.node();
        settle(actor);
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(actor, event));
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(actor, event));
        node.addEventHandler(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> menuFor(actor, event));
        if (actor instanceof TaskCard card) {
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> point(actor.chooses()));
            node.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
            card.stopButton().setOnAction(_ -> stopTask.accept(card.id()));
        }
    }

    /// What a frame stands for is known only once it was shown.
    void settle(Actor actor) {
        var node = actor.node();
        var isThing = actor.chooses().isPresent();
        node.setAccessibleRole(isThing ? AccessibleRole.BUTTON : AccessibleRole.PARENT);
        node.setFocusTraversable(isThing);
    }

    /// What can't be chosen, such as the Region, lets go of what was.
    private void clicked(Actor actor, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            actor.chooses().ifPresentOrElse(ref -> choose(actor, ref), selection::clear);
            event.consume();
        }
    }

    private void choose(Actor actor, Ref ref) {
        actor.node().requestFocus();
        selection.choose(ref);
    }

    private void pressed(Actor actor, KeyEvent event) {
        if (isMenuKey(event)) {
            actor.chooses().ifPresent(ref -> openMenu(actor, ref));
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        var ref = actor.chooses();
        var isDone =
                switch (event.getCode()) {
                    case ENTER -> done(ref, selection::choose);
                    case W -> done(ref, askWhy);
                    case S, DELETE -> done(stoppable(actor), stopTask);
                    case LEFT, RIGHT, UP, DOWN -> goTo(actor, event.getCode());
                    default -> false;
                };
        if (isDone) {
            event.consume();
        }
    }

    private static boolean isMenuKey(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU
                || (event.getCode() == KeyCode.F10 && event.isShiftDown())
                || (event.getCode() == KeyCode.M && !event.isShortcutDown() && !event.isAltDown());
    }

    private static <T> boolean done(Optional<T> about, Consumer<T> action) {
        about.ifPresent(action);
        return about.isPresent();
    }

    private static Optional<TaskId> stoppable(Actor actor) {
        return actor instanceof TaskCard card && card.canStop()
                ? Optional.of(card.id())
                : Optional.empty();
    }

    /// To the nearest thing that lies in that direction.
    private boolean goTo(Actor from, KeyCode direction) {
        var start = from.node().getBoundsInParent();
        var nearest =
                things.get().stream()
                        .filter(other -> other != from)
                        .filter(other -> lies(start, other, direction) > 0)
                        .min(Comparator.comparingDouble(other -> cost(start, other, direction)));
        nearest.ifPresent(other -> other.node().requestFocus());
        return true;
    }

    private static double lies(Bounds start, Actor other, KeyCode direction) {
        var end = other.node().getBoundsInParent();
        return switch (direction) {
            case LEFT -> start.getMinX() - end.getMinX();
            case RIGHT -> end.getMinX() - start.getMinX();
            case UP -> start.getMinY() - end.getMinY();
            case DOWN -> end.getMinY() - start.getMinY();
            default -> 0;
        };
    }

    /// Going aside counts double, so that rows and columns are kept.
    private static double cost(Bounds start, Actor other, KeyCode direction) {
        var end = other.node().getBoundsInParent();
        var across = Math.abs(end.getMinX() - start.getMinX());
        var down = Math.abs(end.getMinY() - start.getMinY());
        var isSideways = direction == KeyCode.LEFT || direction == KeyCode.RIGHT;
        return isSideways ? across + 2 * down : down + 2 * across;
    }

    private void menuFor(Actor actor, ContextMenuEvent event) {
        actor.chooses()
                .ifPresent(ref -> {
                    if (event.isKeyboardTrigger()) {
                        openMenu(actor, ref);
                    } else {
                        fill(actor, ref);
                        menu.menu().show(actor.node(), event.getScreenX(), event.getScreenY());
                    }
                    event.consume();
                });
    }

    private void openMenu(Actor actor, Ref ref) {
        fill(actor, ref);
        menu.menu().show(actor.node(), Side.BOTTOM, 0, 0);
    }

    private void fill(Actor actor, Ref ref) {
        var own = new ArrayList<MenuItem>();
        stoppable(actor)
                .ifPresent(task -> {
                    stop.setOnAction(_ -> stopTask.accept(task));
                    own.add(stop);
                });
        why.setOnAction(_ -> askWhy.accept(ref));
        own.add(why);
        menu.fill(frame.get(), ref, own);
    }
}
