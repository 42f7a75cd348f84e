package ecslab.stage.layout;

import ecslab.ecs.event.Event;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.state.Keyframes;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Tempo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Lets things glide to new places instead of jumping, on the run's clock.
///
/// Where a thing is seen depends only on the layouts of the last [Tempo#relayout()]: each change of
/// its place counts by the share of that time that has passed since. So the picture is the same
/// however its moment was reached. What is kept here only saves reading the same events again.
public final class Settling {

    private static final Tempo TEMPO = Tempo.STAGE;

    private final Newest newest = new Newest();
    private final Past past = new Past();
    private EventLog log = new EventLog();
    private Keyframes states = new Keyframes(log);

    /// What is seen at a moment, where it is seen, and the layout that it settles to.
    public record Scene(Layout layout, Map<Place, Spot> spots) {}

    /// The picture's places at a moment.
    ///
    /// @param state what is known at `at`
    /// @param events in order of time
    /// @param position how many of them have happened by `at`
    /// @param still whether things go to their places at once
    public Scene sceneAt(
            ClusterState state,
            List<Event> events,
            int position,
            SimInstant at,
            double width,
            double height,
            boolean still) {
        var now = newest.of(state, at, width, height);
        var changes = changes(state, events, position, at);
        past.follow(events, position);
        if (changes.isEmpty()) {
            past.restart(begin(at), now, at);
            return new Scene(now, asTheyStand(now));
        }
        catchUp(events, position);
        if (!past.reaches(begin(at), width, height)) {
            past.restart(begin(at), layoutAt(begin(at), width, height), begin(at));
        }
        var last = changes.last();
        for (var change : changes) {
            past.add(change, () -> change.equals(last) ? now : layoutAt(change, width, height));
        }
        return new Scene(now, glide(past.since(begin(at), at), at, still));
    }

    /// The picture's places while time stands still: everything where it is going, so that what was
    /// just done can be seen at once.
    public static Scene settled(ClusterState state, SimInstant at, double width, double height) {
        var layout = Layout.of(state, at, width, height);
        return new Scene(layout, asTheyStand(layout));
    }

    private static Map<Place, Spot> asTheyStand(Layout layout) {
        var spots = new LinkedHashMap<Place, Spot>();
        layout.boxes().forEach((place, box) -> spots.put(place, new Spot(box, 1)));
        return spots;
    }

    private static SimInstant begin(SimInstant at) {
        return at.minus(TEMPO.relayout());
    }

    /// The moments, after the beginning, at which places may have changed.
    private static SortedSet<SimInstant> changes(
            ClusterState state, List<Event> events, int position, SimInstant at) {
        var begin = begin(at);
        var moments = new TreeSet<SimInstant>();
        for (var i = position - 1; i >= 0 && events.get(i).at().isAfter(begin); i--) {
            if (mayMoveThings(events.get(i), state)) {
                moments.add(events.get(i).at());
            }
        }
        for (var task : state.tasks().values()) {
            if (task.isStopped()) {
                Seats.leavesAt(task).stream()
                        .flatMap(leaves -> Stream.of(leaves, leaves.plus(TEMPO.calm())))
                        .filter(leaves -> leaves.isAfter(begin) && !leaves.isAfter(at))
                        .forEach(moments::add);
            }
        }
        return moments;
    }

    private static boolean mayMoveThings(Event event, ClusterState state) {
        return switch (event) {
            case Event.TaskStateChange(var at, var task) ->
                    Ec2Plan.isOnEc2(task) || at.equals(state.appearedAt().get(task.id()));
            case Event.ServiceChange _, Event.ClusterChange _, Event.NetworkChange _ -> true;
            case Event.TaskDefinitionChange _, Event.RoleChange _, Event.ImageChange _ -> true;
            case Event.ContainerInstanceDeleted _ -> true;
            case Event.TaskDeleted _, Event.TaskDefinitionDeleted _ -> true;
            case Event.ContainerProbe _, Event.ContainerRestart _, Event.FaultChange _ -> false;
            case Event.NeighbourChange _ -> false;
            case Event.LoadBalancerChange _, Event.InstanceChange _ -> true;
            case Event.BalancingDeleted _ -> true;
            case Event.ListenerChange _ -> false;
            case Event.RequestWindow _, Event.UtilizationReport _ -> false;
            case Event.ContainerInstanceChange _ -> true;
            case Event.AutoScalingGroupChange _ -> true;
            case Event.CapacityProviderChange _ -> false;
            case Event.ServiceAction _, Event.DeploymentStateChange _ -> false;
            case Event.ServiceEvent _, Event.TargetGroupChange _ -> false;
            case Event.ServiceDeploymentChange _, Event.ServiceRevisionChange _ -> false;
            case Event.CodeDeployDeploymentChange _, Event.CodeDeployResourceChange _ -> false;
            case Event.AlarmChange _, Event.HookCall _, Event.TaskProtectionChange _ -> false;
            case Event.TargetHealthChange _, Event.HealthProbe _, Event.ImagePull _ -> false;
            case Event.RequestSent _, Event.RequestRouted _, Event.RequestAnswered _ -> false;
            case Event.ApiCall _, Event.ApiRefusal _ -> false;
            case ecslab.ecs.event.Decision _ -> false;
        };
    }

    /// A run's events are never replaced, so the same last one means the same run.
    @SuppressWarnings("ReferenceEquality")
    private void catchUp(List<Event> events, int position) {
        var known = log.size();
        var goesOn =
                known == 0
                        || (known <= events.size()
                                && events.get(known - 1) == log.all().get(known - 1));
        if (!goesOn) {
            log = new EventLog();
            states = new Keyframes(log);
        }
        for (var i = log.size(); i < position; i++) {
            log.add(events.get(i));
        }
    }

    private Layout layoutAt(SimInstant moment, double width, double height) {
        return Layout.of(states.at(log.countUpTo(moment)), moment, width, height);
    }

    private static Map<Place, Spot> glide(
            SequencedMap<SimInstant, Layout> layouts, SimInstant at, boolean still) {
        var before = layouts.firstEntry().getValue();
        var seen = asTheyStand(before);
        for (var change : layouts.entrySet()) {
            seen = step(seen, before, change.getValue(), at, change.getKey(), still);
            before = change.getValue();
        }
        seen.replaceAll((_, spot) -> new Spot(spot.box().sharp(), spot.opacity()));
        return Collections.unmodifiableMap(seen);
    }

    private static Map<Place, Spot> step(
            Map<Place, Spot> seen,
            Layout before,
            Layout after,
            SimInstant at,
            SimInstant changed,
            boolean still) {
        var glided = still ? 1 : share(at, changed, TEMPO.relayout().toNanos());
        var fadeIn = (still ? TEMPO.reduced() : TEMPO.fadeIn()).toNanos();
        var next = new LinkedHashMap<Place, Spot>();
        after.boxes()
                .forEach((place, box) -> {
                    var old = before.boxes().get(place);
                    var spot = seen.get(place);
                    if (old == null || spot == null) {
                        next.put(place, new Spot(box, share(at, changed, fadeIn)));
                    } else {
                        var moved = spot.box().shifted(old, box, glided);
                        next.put(place, new Spot(moved, spot.opacity()));
                    }
                });
        return next;
    }

    /// From 0 to 1, fast at first and slow at the end.
    private static double share(SimInstant at, SimInstant since, long wholeNanos) {
        var rest = 1 - Math.clamp((double) at.since(since).toNanos() / wholeNanos, 0, 1);
        return 1 - rest * rest * rest;
    }
}
