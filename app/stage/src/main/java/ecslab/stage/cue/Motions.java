package ecslab.stage.cue;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.ClusterState.PullUnderWay;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Cue.Cargo;
import ecslab.stage.cue.Cue.Flight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is in motion at a moment: a function of what has happened by then, and of nothing else.
public final class Motions {

    /// How many layers are seen to travel where the registry doesn't say how many there are.
    private static final int LAYERS_UNKNOWN = 4;

    private Motions() {}

    /// The cues that are alive at `at`, the older events' first.
    ///
    /// @param events in order of time
    /// @param position how many of them have happened by `at`
    public static List<Cue> aliveAt(List<Event> events, int position, SimInstant at) {
        var from = position;
        var earliest = at.minus(Tempo.STAGE.longest());
        while (from > 0 && !events.get(from - 1).at().isBefore(earliest)) {
            from--;
        }
        var alive = new ArrayList<Cue>();
        for (var event : events.subList(from, position)) {
            for (var cue : Choreographer.cuesFor(event)) {
                if (cue.isAliveAt(at)) {
                    alive.add(cue);
                }
            }
        }
        return alive;
    }

    /// What flies because of the pulls under way: an image's layers one after the other, and at
    /// first the execution role, in whose name the image is pulled.
    public static List<Flight> pullingAt(ClusterState state, SimInstant at) {
        var alive = new ArrayList<Flight>();
        state.pulls().forEach((task, pull) -> addAlive(state, task, pull, at, alive));
        return alive;
    }

    /// The role in whose name a task's images are pulled.
    public static Optional<Role> executionRole(ClusterState state, TaskId task) {
        return Optional.ofNullable(state.tasks().get(task))
                .map(known -> state.taskDefinitions().get(known.taskDefinition()))
                .map(TaskDefinition::executionRoleArn)
                .flatMap(arn -> roleOf(state, arn));
    }

    private static Optional<Role> roleOf(ClusterState state, String arn) {
        return state.roles().values().stream().filter(role -> role.arn().equals(arn)).findFirst();
    }

    private static void addAlive(
            ClusterState state, TaskId task, PullUnderWay pull, SimInstant at, List<Flight> alive) {
        var to = Ref.task(task);
        executionRole(state, task)
                .map(role -> Ref.of(Kind.ROLE, role.name()))
                .map(role -> keyFlight(role, to, pull))
                .filter(key -> key.isAliveAt(at))
                .ifPresent(alive::add);
        var image = state.images().get(pull.image());
        var layers = image == null ? LAYERS_UNKNOWN : Math.max(1, image.layers());
        var between = pull.expected().dividedBy(layers);
        for (var i = 0; i < layers; i++) {
            var leaves = pull.startedAt().plus(between.multipliedBy(i));
            var layer = layerFlight(pull.image(), to, i, leaves, between);
            if (layer.isAliveAt(at)) {
                alive.add(layer);
            }
        }
    }

    private static Flight keyFlight(Ref role, Ref to, PullUnderWay pull) {
        return new Flight(Cargo.KEY, role, to, 0, pull.startedAt(), Tempo.STAGE.key());
    }

    private static Flight layerFlight(
            String image, Ref to, int lane, SimInstant leaves, Duration between) {
        var length = between.compareTo(Tempo.STAGE.layer()) < 0 ? between : Tempo.STAGE.layer();
        return new Flight(Cargo.LAYER, Ref.of(Kind.IMAGE, image), to, lane, leaves, length);
    }
}
