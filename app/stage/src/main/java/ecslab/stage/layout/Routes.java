package ecslab.stage.layout;

import ecslab.ecs.model.Ref;
import ecslab.stage.cue.Cue.Flight;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.layout.Route.Point;
import java.util.Map;
import java.util.Optional;

/// Finds the ways between things where they are seen at a moment.
public record Routes(Whereabouts whereabouts, Map<Place, Spot> spots, Outlets outlets) {

    /// Empty if one end isn't on the stage.
    public Optional<Route> of(Flight flight) {
        var from = whereabouts.find(flight.from(), flight.to());
        var to = whereabouts.find(flight.to(), flight.from());
        return from.flatMap(a ->
                to.flatMap(b ->
                        between(
                                end(a, flight.from(), flight.to()),
                                end(b, flight.to(), flight.from()),
                                flight.lane())));
    }

    /// The way from what a task needs to the task.
    public Optional<Route> wire(Ref start, Ref task) {
        var from = whereabouts.find(start, task);
        var to = whereabouts.find(task, start);
        return from.flatMap(
                a -> to.flatMap(b -> between(end(a, start, task), end(b, task, start), 0)));
    }

    /// Where something enters a thing: on the side that its wire comes from.
    public Optional<Point> entry(Ref ref) {
        return whereabouts
                .find(ref, ref)
                .flatMap(place -> Optional.ofNullable(spots.get(place)))
                .map(Spot::box)
                .map(this::entry);
    }

    private Point entry(Box box) {
        var middle = whereabouts.layout().boxes().get(Place.of(Part.REGION));
        var isLeft = middle != null && box.centerX() < middle.centerX();
        return new Point(isLeft ? box.right() : box.x(), box.centerY());
    }

    /// One end of a way.
    private record End(Place place, Optional<Box> box) {}

    private End end(Place place, Ref thing, Ref other) {
        var box = Optional.ofNullable(spots.get(place)).map(Spot::box);
        return new End(
                place,
                place.part() == Part.BALANCER
                        ? box.map(it -> outlets.narrow(it, thing, other))
                        : box);
    }

    private Optional<Route> between(End from, End to, int lane) {
        if (from.place().equals(to.place())) {
            return Optional.empty();
        }
        var part = from.place().part();
        return from.box().flatMap(a -> to.box().map(b -> route(part, a, to.place(), b, lane)));
    }

    private Route route(Part from, Box a, Place to, Box b, int lane) {
        var gap = whereabouts.layout().measure().gap();
        return switch (from) {
            case USERS -> Route.straight(user(a, b, lane), new Point(b.centerX(), b.y()));
            case BALANCER -> fromBalancer(a, to.part(), b, lane);
            case IMAGE, IMAGES_MORE, ROLE, ROLES_MORE -> Route.fromBeside(a, b, gap);
            case ZONE, BAND, CLUSTER -> Route.straight(captionOf(a, b), nearTop(b));
            case TASK, CROWD -> fromBalancer(b, from, a, lane).reversed();
            case REGION, NO_BALANCER, SHELF, TASK_DEFINITIONS -> straight(a, b);
            case TASK_DEFINITION, TASK_DEFINITIONS_MORE, NO_CLUSTER, VPC -> straight(a, b);
            case FARGATE, BANDS_MORE, NO_TASKS, ROLES -> straight(a, b);
            case GROUP, FLEET, INSTANCE, WAITING -> straight(a, b);
        };
    }

    private Route fromBalancer(Box balancer, Part to, Box end, int lane) {
        var below = new Point(balancer.centerX(), balancer.bottom());
        return switch (to) {
            case USERS ->
                    Route.straight(
                            new Point(balancer.centerX(), balancer.y()), user(end, balancer, lane));
            case TASK, CROWD ->
                    Lanes.of(spots, whereabouts.layout().measure()).route(balancer, end);
            case REGION, NO_BALANCER, BALANCER, SHELF -> Route.straight(below, nearTop(end));
            case IMAGE, IMAGES_MORE, TASK_DEFINITIONS -> Route.straight(below, nearTop(end));
            case TASK_DEFINITION, TASK_DEFINITIONS_MORE -> Route.straight(below, nearTop(end));
            case NO_CLUSTER, CLUSTER, VPC, ZONE, FARGATE -> Route.straight(below, nearTop(end));
            case BAND, BANDS_MORE, NO_TASKS -> Route.straight(below, nearTop(end));
            case GROUP, FLEET, INSTANCE, WAITING -> Route.straight(below, nearTop(end));
            case ROLES, ROLE, ROLES_MORE -> Route.straight(below, nearTop(end));
        };
    }

    private static Route straight(Box a, Box b) {
        return Route.straight(
                new Point(a.centerX(), a.centerY()), new Point(b.centerX(), b.centerY()));
    }

    /// One of the users, who stand above the load balancer they send to.
    private Point user(Box users, Box balancer, int lane) {
        return new Point(userX(balancer.centerX(), lane), users.bottom() - 2);
    }

    /// @param lane from 0; the third of five stands in the middle
    private double userX(double center, int lane) {
        return center + (lane - 2) * whereabouts.layout().measure().userSpacing();
    }

    private Point captionOf(Box frame, Box to) {
        var measure = whereabouts.layout().measure();
        var x = Math.clamp(to.centerX(), frame.x(), frame.right());
        return new Point(x, frame.y() + measure.caption() / 2);
    }

    private static Point nearTop(Box box) {
        return new Point(box.centerX(), box.y());
    }
}
