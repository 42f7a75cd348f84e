package ecslab.stage.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A way between two things, as a line of points. It runs through the gaps between cards, so that
/// nothing flies over words for longer than it must.
public final class Route {

    private static final int CURVE_STEPS = 24;

    private final List<Point> points = new ArrayList<>();
    private final List<Double> lengths = new ArrayList<>();

    /// A point on the stage.
    public record Point(double x, double y) {

        Point towards(Point other, double share) {
            return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
        }
    }

    private Route() {}

    /// All points as x, y, x, y, …
    public List<Double> coordinates() {
        return points.stream().flatMap(point -> Stream.of(point.x(), point.y())).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Route route && points.equals(route.points);
    }

    @Override
    public int hashCode() {
        return points.hashCode();
    }

    /// The point after `share` of the way, from 0 to 1.
    public Point at(double share) {
        var wanted = lengths.getLast() * Math.clamp(share, 0, 1);
        var i = 1;
        while (i < points.size() - 1 && lengths.get(i) < wanted) {
            i++;
        }
        var leg = lengths.get(i) - lengths.get(i - 1);
        var part = leg == 0 ? 0 : (wanted - lengths.get(i - 1)) / leg;
        return points.get(i - 1).towards(points.get(i), part);
    }

    static Route straight(Point from, Point to) {
        return new Route().start(from).line(to);
    }

    /// Down from a load balancer, in a lane where nothing stands, to the target's card: into its
    /// side if the lane runs beside it, else along the gap above it and into its top.
    ///
    /// @param top where what holds cards begins: above it the line may curve
    static Route fromAbove(Box from, Box to, double top, double lane, double gap) {
        var start = new Point(from.centerX(), from.bottom());
        var bend = Math.max(start.y(), Math.min(top, to.y()));
        var reach = (bend - start.y()) * 2 / 3;
        var down =
                new Route()
                        .start(start)
                        .curve(
                                new Point(start.x(), start.y() + reach),
                                new Point(lane, bend - reach),
                                new Point(lane, bend));
        var isRight = lane > to.centerX();
        var side = isRight ? to.right() : to.x();
        if (Math.abs(lane - side) <= gap) {
            return down.line(new Point(lane, to.centerY())).line(new Point(side, to.centerY()));
        }
        var above = to.y() - gap / 4;
        var inside = Math.min(2 * gap, to.width() / 2);
        var end = isRight ? to.right() - inside : to.x() + inside;
        return down.line(new Point(lane, above))
                .line(new Point(end, above))
                .line(new Point(end, to.y()));
    }

    /// From a shelf beside the clusters, then along the gap below the target's card, and up into
    /// it.
    static Route fromBeside(Box from, Box to, double gap) {
        var isLeft = from.centerX() < to.centerX();
        var start = new Point(isLeft ? from.right() : from.x(), from.centerY());
        var below = to.bottom() + gap / 2;
        var bend = start.x() + (isLeft ? 1 : -1) * 4 * gap;
        var middle = (start.x() + bend) / 2;
        var inside = Math.min(2 * gap, to.width() / 2);
        var end = isLeft ? to.x() + inside : to.right() - inside;
        return new Route()
                .start(start)
                .curve(
                        new Point(middle, start.y()),
                        new Point(middle, below),
                        new Point(bend, below))
                .line(new Point(end, below))
                .line(new Point(end, to.bottom()));
    }

    /// The same way back.
    Route reversed() {
        var back = new Route();
        for (var point : points.reversed()) {
            if (back.points.isEmpty()) {
                back.start(point);
            } else {
                back.line(point);
            }
        }
        return back;
    }

    private Route start(Point point) {
        points.add(point);
        lengths.add(0.0);
        return this;
    }

    private Route line(Point to) {
        var from = points.getLast();
        var length = Math.sqrt(square(to.x() - from.x()) + square(to.y() - from.y()));
        points.add(to);
        lengths.add(lengths.getLast() + length);
        return this;
    }

    private Route curve(Point control1, Point control2, Point to) {
        var from = points.getLast();
        for (var i = 1; i <= CURVE_STEPS; i++) {
            var t = (double) i / CURVE_STEPS;
            var a = from.towards(control1, t);
            var b = control1.towards(control2, t);
            var c = control2.towards(to, t);
            line(a.towards(b, t).towards(b.towards(c, t), t));
        }
        return this;
    }

    private static double square(double x) {
        return x * x;
    }
}
