package ecslab.stage.panel;

import ecslab.ecs.time.SimInstant;
import ecslab.ecs.time.Spans;
import ecslab.stage.log.Tick;
import ecslab.stage.log.TickMarks;
import ecslab.stage.play.Frame;
import ecslab.stage.play.WhatIf;
import ecslab.stage.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The time bar of a run: how far it has been seen, where the reader stands, what happened when.
///
/// Of a long run only the part that has been seen is shown, and as much again as leaves room to go
/// on; the bar's end says how far that is. Dragging goes there at once; with the keyboard Left and
/// Right go by a second, with Shift or PageUp and PageDown by ten.
final class Scrubber extends Region {

    private static final Duration SMALL = Duration.ofSeconds(1);
    private static final Duration LARGE = Duration.ofSeconds(10);

    /// A tick and the space around it.
    private static final double COLUMN_PIXELS = 7;

    private final Consumer<SimInstant> seek;
    private final Region track = new Region();
    private final Region seen = new Region();
    private final Region played = new Region();
    private final Region thumb = new Region();
    private final Label pointed = Parts.word("pointed");
    private final Label end = Parts.word("end");
    private final List<Node> ticks = new ArrayList<>();
    private final List<Double> tickPlaces = new ArrayList<>();
    private final Node fork = Parts.icon("fork");
    private final TickMarks marks = new TickMarks();
    private int marksShown = -1;
    private int columnsShown;
    private SimInstant at = SimInstant.START;
    private SimInstant frontier = SimInstant.START;
    private SimInstant until = SimInstant.ofSeconds(1);
    private double forkShare = -1;
    private boolean isDragged;

    Scrubber(Words words, Consumer<SimInstant> seek) {
        this.seek = seek;
        getStyleClass().add("scrubber");
        track.getStyleClass().add("track");
        seen.getStyleClass().add("seen");
        played.getStyleClass().add("played");
        thumb.getStyleClass().add("thumb");
        pointed.setVisible(false);
        pointed.setManaged(false);
        getChildren().addAll(end, track, seen, played, fork, thumb, pointed);
        getChildren().forEach(child -> child.setMouseTransparent(true));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        accessibleTextProperty().bind(words.text("transport.scrubber"));
        setOnMousePressed(this::drag);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(_ -> isDragged = false);
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> pointed.setVisible(false));
        setOnKeyPressed(this::key);
    }

    void show(Frame frame) {
        if (!isDragged) {
            at = frame.at();
        }
        frontier = frame.frontier();
        if (!isDragged) {
            until = Extent.of(frontier, frame.header().until());
        }
        end.setText(until.isBefore(frame.header().until()) ? Clock.run(until) + " ›" : "");
        forkShare =
                WhatIf.parse(frame.header().branch())
                        .flatMap(branch -> Spans.parse(branch.moment()))
                        .map(moment -> share(SimInstant.of(moment)))
                        .orElse(-1.0);
        marks.readOn(frame.events(), until);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> seconds(at);
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> seconds(until);
            case VALUE_STRING -> Clock.run(at);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected void layoutChildren() {
        var middle = trackMiddle();
        bar(track, 1, middle);
        bar(seen, share(frontier), middle);
        bar(played, share(at), middle);
        showTicks(middle);
        end.autosize();
        end.relocate(getWidth() - end.getWidth(), 0);
        place(thumb, x(share(at)), middle);
        fork.setVisible(forkShare >= 0);
        if (forkShare >= 0) {
            place(fork, x(forkShare), middle);
        }
    }

    private void bar(Region bar, double share, double middle) {
        var height = bar.prefHeight(-1);
        bar.resizeRelocate(left(), middle - height / 2, innerWidth() * share, height);
    }

    /// New marks are rare, so ticks are nodes that style sheets can colour, made anew when one
    /// comes.
    private void showTicks(double middle) {
        var columns = (int) Math.clamp(innerWidth() / COLUMN_PIXELS, 1, TickMarks.MARKS);
        if (marks.version() != marksShown || columns != columnsShown) {
            marksShown = marks.version();
            columnsShown = columns;
            makeTicks(columns);
        }
        for (var index = 0; index < ticks.size(); index++) {
            var tick = ticks.get(index);
            var height = tick.prefHeight(-1);
            tick.resizeRelocate(
                    x(tickPlaces.get(index)) - tick.prefWidth(-1) / 2,
                    middle - track.prefHeight(-1) / 2 - 2 - height,
                    tick.prefWidth(-1),
                    height);
        }
    }

    private void makeTicks(int columns) {
        getChildren().removeAll(ticks);
        ticks.clear();
        tickPlaces.clear();
        for (var column = 0; column < columns; column++) {
            var tick = marks.at(column, columns);
            if (tick != Tick.NONE) {
                var node = new Region();
                node.getStyleClass().addAll("tick", tick.name().toLowerCase(Locale.ROOT));
                node.setMouseTransparent(true);
                node.setManaged(false);
                ticks.add(node);
                tickPlaces.add((column + 0.5) / columns);
            }
        }
        getChildren().addAll(0, ticks);
        ticks.forEach(Node::applyCss);
    }

    private void drag(MouseEvent event) {
        requestFocus();
        isDragged = true;
        at = instantAt(event.getX());
        seek.accept(at);
        point(event);
        requestLayout();
    }

    private void point(MouseEvent event) {
        pointed.setText(Clock.run(instantAt(event.getX())));
        pointed.setVisible(true);
        pointed.autosize();
        var half = pointed.getWidth() / 2;
        var x = Math.clamp(event.getX(), half, Math.max(half, getWidth() - half));
        pointed.relocate(x - half, -pointed.getHeight());
    }

    private void key(KeyEvent event) {
        var step = event.isShiftDown() ? LARGE : SMALL;
        var to =
                switch (event.getCode()) {
                    case LEFT -> at.minus(step);
                    case RIGHT -> at.plus(step);
                    case PAGE_UP -> at.minus(LARGE);
                    case PAGE_DOWN -> at.plus(LARGE);
                    case HOME -> SimInstant.START;
                    case END -> frontier;
                    default -> at;
                };
        if (!to.equals(at)) {
            at = to;
            seek.accept(at);
            requestLayout();
            event.consume();
        }
    }

    private SimInstant instantAt(double x) {
        var share = Math.clamp((x - left()) / Math.max(1, innerWidth()), 0, 1);
        return new SimInstant(Math.round(share * until.micros()));
    }

    private double share(SimInstant instant) {
        return Math.clamp((double) instant.micros() / until.micros(), 0, 1);
    }

    private double x(double share) {
        return left() + innerWidth() * share;
    }

    /// The thumb must not be cut off at either end.
    private double left() {
        return snappedLeftInset() + thumb.prefWidth(-1) / 2;
    }

    private double innerWidth() {
        return Math.max(0, getWidth() - 2 * left());
    }

    private double trackMiddle() {
        return getHeight() - snappedBottomInset() - thumb.prefHeight(-1) / 2;
    }

    private static void place(Node node, double x, double y) {
        node.autosize();
        var bounds = node.getLayoutBounds();
        node.relocate(x - bounds.getWidth() / 2, y - bounds.getHeight() / 2);
    }

    private static double seconds(SimInstant instant) {
        return instant.since(SimInstant.START).toMillis() / 1_000.0;
    }
}
