package ecslab.stage.cue;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.HealthProbe;
import ecslab.ecs.event.Event.ImagePull;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.event.Event.Pull;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestRouted;
import ecslab.ecs.event.Event.RequestSent;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Cue.Caption;
import ecslab.stage.cue.Cue.Cargo;
import ecslab.stage.cue.Cue.Flight;
import ecslab.stage.cue.Cue.Ripple;
import ecslab.stage.cue.Cue.Tone;
import ecslab.stage.log.StatusGloss;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Decides how each event is seen.
public final class Choreographer {

    private static final Tempo TEMPO = Tempo.STAGE;
    private static final int LANES = 5;

    /// ELB's reason code for a health check that nobody answered.
    private static final String NO_ANSWER = "Target.Timeout";

    private Choreographer() {}

    /// What is seen of an event, besides the state that it leaves.
    ///
    /// There is no `default` here on purpose: a new kind of event will not compile until somebody
    /// has decided how it is seen.
    public static List<Cue> cuesFor(Event event) {
        return switch (event) {
            case Event.TaskStateChange(var at, var task) -> taskChanged(at, task);
            case Event.ServiceAction(var at, var service, var type, var name, _) ->
                    List.of(caption(Ref.service(service), name, toneOf(type), at));
            case Event.DeploymentStateChange(var at, var service, _, var name, _) ->
                    List.of(caption(Ref.service(service), name, deploymentTone(name), at));
            case Event.HookCall(var at, var service, _, var stage, _, _, var status) ->
                    List.of(
                            caption(
                                    Ref.service(service),
                                    stage + " " + status,
                                    toneOf(status),
                                    at));
            case Event.ServiceDeploymentChange _, Event.ServiceRevisionChange _ -> List.of();
            case Event.CodeDeployDeploymentChange(var at, var one) -> codeDeployed(at, one);
            case Event.CodeDeployResourceChange _ -> List.of();
            case Event.AlarmChange _ -> List.of();
            case Event.TaskProtectionChange(var at, var task) ->
                    List.of(ripple(Ref.task(task.task()), Tone.NEWS, at));
            case Event.TargetHealthChange(var at, var target) -> targetChanged(at, target);
            case HealthProbe probe -> probed(probe);
            case ImagePull pull -> pulled(pull);
            case Event.ContainerProbe(var at, var task, var container, var passed, var n, _) ->
                    passed && n > 1
                            ? List.of()
                            : List.of(
                                    caption(
                                            Ref.task(task),
                                            container + (passed ? " ✓" : " ✗"),
                                            passed ? Tone.GOOD : Tone.BAD,
                                            at));
            case Event.ContainerRestart(var at, var task, _, _, _) ->
                    List.of(ripple(Ref.task(task), Tone.CAUTION, at));
            case Event.ContainerInstanceDeleted _ -> List.of();
            case Event.TaskDeleted _, Event.TaskDefinitionDeleted _ -> List.of();
            case Event.FaultChange _, Event.NeighbourChange _ -> List.of();
            case RequestSent sent -> List.of(sent(sent));
            case RequestRouted routed -> List.of(routed(routed));
            case RequestAnswered answered -> answered(answered);
            case Event.ApiCall(var at, _, var origin, var command) ->
                    called(at, origin, command, Tone.NEWS);
            case Event.ApiRefusal(var at, _, var origin, var command, _) ->
                    called(at, origin, command, Tone.BAD);
            case Event.ServiceEvent _, Event.ServiceChange _, Event.ClusterChange _ -> List.of();
            case Event.TaskDefinitionChange _, Event.ImageChange _, Event.RoleChange _ -> List.of();
            case Event.NetworkChange _, Event.LoadBalancerChange _ -> List.of();
            case Event.InstanceChange _, Event.ContainerInstanceChange _ -> List.of();
            case Event.AutoScalingGroupChange _, Event.CapacityProviderChange _ -> List.of();
            case Event.RequestWindow _, Event.UtilizationReport _ -> List.of();
            case Event.ListenerChange _, Event.BalancingDeleted _ -> List.of();
            case Event.TargetGroupChange _, Decision _ -> List.of();
        };
    }

    /// A lifecycle event that begins or ends, or the deployment's own end.
    private static List<Cue> codeDeployed(SimInstant at, DeploymentInfo info) {
        var said =
                info.status().isOver() || info.newestEvent().isEmpty()
                        ? info.status().printed()
                        : info.newestEvent()
                                .map(one -> one.name().printed() + " " + one.status().printed())
                                .orElse("");
        var tone =
                switch (info.status()) {
                    case CREATED, QUEUED, IN_PROGRESS -> Tone.NEWS;
                    case READY -> Tone.CAUTION;
                    case SUCCEEDED -> Tone.GOOD;
                    case FAILED, STOPPED -> Tone.BAD;
                };
        return List.of(caption(Ref.service(info.service()), said, tone, at));
    }

    private static Tone toneOf(HookStatus status) {
        return switch (status) {
            case AWAITING_ACTION, IN_PROGRESS -> Tone.CAUTION;
            case SUCCEEDED -> Tone.GOOD;
            case FAILED, TIMED_OUT -> Tone.BAD;
        };
    }

    private static List<Cue> taskChanged(SimInstant at, Task task) {
        var on = Ref.task(task.id());
        var cues = new ArrayList<Cue>(2);
        if (task.time(TaskMoment.CONNECTIVITY_AT).filter(at::equals).isPresent()) {
            var subnet = Ref.of(Kind.SUBNET, task.subnetId());
            cues.add(flight(Cargo.NETWORK_INTERFACE, subnet, on, at, TEMPO.attach()));
        }
        switch (task.lastStatus()) {
            case RUNNING -> cues.add(ripple(on, Tone.GOOD, at));
            case STOPPING -> cues.addAll(told(at, task, on));
            case STOPPED -> cues.add(ripple(on, Tone.BAD, at));
            case PROVISIONING, PENDING, ACTIVATING, DEACTIVATING, DEPROVISIONING -> {}
        }
        return cues;
    }

    /// Only a container that runs hears a signal.
    private static List<Cue> told(SimInstant at, Task task, Ref on) {
        if (!StatusGloss.hearsSignal(task)) {
            return List.of();
        }
        var from =
                task.service()
                        .map(name -> Ref.service(new ServiceName(task.cluster(), name)))
                        .orElse(Ref.of(Kind.CLUSTER, task.cluster()));
        return List.of(
                flight(Cargo.SIGNAL, from, on, at, TEMPO.signal()),
                caption(on, "SIGTERM", Tone.CAUTION, at.plus(TEMPO.signal())));
    }

    private static List<Cue> targetChanged(SimInstant at, Target target) {
        var on = Ref.task(target.task());
        var group = Ref.of(Kind.TARGET_GROUP, target.id().targetGroup());
        return switch (target.state()) {
            case INITIAL ->
                    target.reason().equals("Elb.InitialHealthChecking")
                            ? List.of()
                            : List.of(
                                    flight(
                                            Cargo.REGISTRATION,
                                            group,
                                            on,
                                            at,
                                            TEMPO.registration()));
            case HEALTHY -> List.of(ripple(on, Tone.GOOD, at));
            case UNHEALTHY -> List.of(ripple(on, Tone.BAD, at));
            case DRAINING -> List.of(ripple(on, Tone.CAUTION, at));
            case UNUSED -> List.of();
        };
    }

    /// A verdict that only repeats the last one is not said again.
    private static List<Cue> probed(HealthProbe probe) {
        var on = Ref.task(probe.task());
        var group = Ref.of(Kind.TARGET_GROUP, probe.target().targetGroup());
        var way = flight(Cargo.PROBE, group, on, probe.at(), TEMPO.probe());
        if (probe.passed() && probe.inARow() > 1) {
            return List.of(way);
        }
        var said = probe.status() == 0 ? NO_ANSWER : "HTTP " + probe.status();
        var tone = probe.passed() ? Tone.GOOD : Tone.BAD;
        return List.of(way, caption(on, said, tone, probe.at().plus(TEMPO.probe())));
    }

    /// The pull itself lasts, and so is read from the state: [Motions#pullingAt].
    private static List<Cue> pulled(ImagePull pull) {
        var on = Ref.task(pull.task());
        return switch (pull.pull()) {
            case Pull.Started _ -> List.of();
            case Pull.Finished _, Pull.Cached _ -> List.of(ripple(on, Tone.NEWS, pull.at()));
            case Pull.Failed _ ->
                    List.of(
                            ripple(on, Tone.BAD, pull.at()),
                            ripple(Ref.of(Kind.IMAGE, pull.image()), Tone.BAD, pull.at()));
        };
    }

    private static Cue sent(RequestSent sent) {
        return new Flight(
                Cargo.REQUEST,
                Ref.of(Kind.TRAFFIC, sent.traffic()),
                Ref.of(Kind.LOAD_BALANCER, sent.loadBalancer()),
                lane(sent.request()),
                sent.at(),
                TEMPO.toBalancer());
    }

    /// A request is routed at the moment it is sent: the eye needs the first leg in between.
    private static Cue routed(RequestRouted routed) {
        return new Flight(
                Cargo.REQUEST,
                Ref.of(Kind.TARGET_GROUP, routed.target().targetGroup()),
                Ref.task(routed.task()),
                lane(routed.request()),
                routed.at().plus(TEMPO.toBalancer()),
                TEMPO.toTask());
    }

    private static List<Cue> answered(RequestAnswered answered) {
        return switch (answered.route()) {
            case Route.To(_, var task) -> answeredBy(answered, task);
            case Route.Nowhere _ -> refusedAtTheDoor(answered);
        };
    }

    private static List<Cue> answeredBy(RequestAnswered answered, TaskId task) {
        var seen = seenAt(answered, TEMPO.toBalancer().plus(TEMPO.toTask()));
        if (!answered.isFailure()) {
            return List.of(ripple(Ref.task(task), Tone.NEWS, seen));
        }
        var balancer = Ref.of(Kind.LOAD_BALANCER, answered.loadBalancer());
        return List.of(
                ripple(Ref.task(task), Tone.BAD, seen),
                back(answered, Ref.task(task), balancer, seen),
                back(answered, balancer, users(answered), seen.plus(TEMPO.back())),
                status(answered, balancer, seen.plus(TEMPO.back())));
    }

    private static List<Cue> refusedAtTheDoor(RequestAnswered answered) {
        var balancer = Ref.of(Kind.LOAD_BALANCER, answered.loadBalancer());
        var seen = seenAt(answered, TEMPO.toBalancer());
        if (!answered.isFailure()) {
            return List.of(caption(balancer, "HTTP " + answered.status(), Tone.NEWS, seen));
        }
        return List.of(
                back(answered, balancer, users(answered), seen), status(answered, balancer, seen));
    }

    private static Cue back(RequestAnswered answered, Ref from, Ref to, SimInstant at) {
        return new Flight(Cargo.ERROR, from, to, lane(answered.request()), at, TEMPO.back());
    }

    private static Cue status(RequestAnswered answered, Ref on, SimInstant at) {
        return caption(on, "HTTP " + answered.status(), Tone.BAD, at);
    }

    private static Ref users(RequestAnswered answered) {
        return Ref.of(Kind.TRAFFIC, answered.traffic());
    }

    /// When the answer is seen: not before it came, and not before the request is seen to arrive.
    private static SimInstant seenAt(RequestAnswered answered, Duration way) {
        return SimInstant.later(answered.at(), answered.at().minus(answered.took()).plus(way));
    }

    /// Most calls are seen by what they bring about. A StopTask is named at its task, since what
    /// follows looks the same whoever asked for it.
    private static List<Cue> called(SimInstant at, Origin origin, Command command, Tone tone) {
        return origin != Origin.SETUP && command instanceof TaskCommand.StopTask stop
                ? List.of(caption(taskOf(stop), stop.action(), tone, at))
                : List.of();
    }

    private static Ref taskOf(TaskCommand.StopTask stop) {
        return Ref.of(Kind.TASK, Arns.lastPart(stop.task()));
    }

    private static Tone toneOf(String eventType) {
        return switch (eventType) {
            case "ERROR" -> Tone.BAD;
            case "WARN" -> Tone.CAUTION;
            default -> Tone.NEWS;
        };
    }

    private static Tone deploymentTone(String eventName) {
        return eventName.endsWith("FAILED") ? Tone.BAD : Tone.GOOD;
    }

    private static Cue flight(Cargo cargo, Ref from, Ref to, SimInstant at, Duration length) {
        return new Flight(cargo, from, to, 0, at, length);
    }

    private static Cue ripple(Ref on, Tone tone, SimInstant at) {
        return new Ripple(on, tone, at, TEMPO.arrival());
    }

    private static Cue caption(Ref on, String words, Tone tone, SimInstant at) {
        return new Caption(on, words, tone, at, TEMPO.caption());
    }

    private static int lane(long request) {
        return (int) (request % LANES);
    }
}
