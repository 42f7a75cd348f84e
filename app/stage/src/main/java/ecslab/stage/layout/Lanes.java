package ecslab.stage.layout;

import ecslab.stage.layout.Place.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where wires can run down through a cluster without crossing cards, or what is written on
/// instances.
///
/// @param top where the first of what holds tasks begins
/// @param obstacles what a wire should not cross
record Lanes(List<Box> zones, double top, List<Box> obstacles, Measure measure) {

    static Lanes of(Map<Place, Spot> spots, Measure measure) {
        var zones = new ArrayList<Box>();
        var obstacles = new ArrayList<Box>();
        var top = Double.POSITIVE_INFINITY;
        for (var entry : spots.entrySet()) {
            var box = entry.getValue().box();
            switch (entry.getKey().part()) {
                case ZONE -> zones.add(box);
                case TASK, CROWD, FLEET -> obstacles.add(box);
                case INSTANCE -> obstacles.add(box.top(measure.withMeters()));
                default -> {}
            }
            if (holdsTasks(entry.getKey().part())) {
                top = Math.min(top, box.y());
            }
        }
        return new Lanes(zones, top, obstacles, measure);
    }

    private static boolean holdsTasks(Part part) {
        return part == Part.FARGATE
                || part == Part.BAND
                || part == Part.GROUP
                || part == Part.INSTANCE
                || part == Part.WAITING;
    }

    Route route(Box balancer, Box end) {
        var start = Double.isInfinite(top) ? end.y() : top;
        return Route.fromAbove(balancer, end, start, lane(balancer, end), measure.gap());
    }

    /// Beside the card if nothing stands above it there, else at the edge of its zone.
    private double lane(Box from, Box to) {
        var isLeft = to.centerX() < from.centerX();
        var gap = measure.gap();
        var near = isLeft ? to.right() + gap / 2 : to.x() - gap / 2;
        var far = isLeft ? to.x() - gap / 2 : to.right() + gap / 2;
        var edge =
                zoneOf(to)
                        .map(zone ->
                                isLeft ? zone.right() - measure.pad() : zone.x() + measure.pad());
        return List.of(near, far).stream()
                .filter(x -> isFree(x, to))
                .findFirst()
                .or(() -> edge)
                .orElse(near);
    }

    private boolean isFree(double x, Box to) {
        return obstacles.stream()
                .filter(box -> box.y() < to.y())
                .noneMatch(box -> box.x() < x && x < box.right());
    }

    private Optional<Box> zoneOf(Box box) {
        return zones.stream()
                .filter(zone -> zone.x() <= box.centerX() && box.centerX() <= zone.right())
                .filter(zone -> zone.y() <= box.y() && box.bottom() <= zone.bottom() + 1)
                .findFirst();
    }
}
