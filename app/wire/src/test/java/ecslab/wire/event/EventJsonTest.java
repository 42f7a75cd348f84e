package ecslab.wire.event;

import static ecslab.wire.describe.World.AT;
import static ecslab.wire.describe.World.RUNNING;
import static ecslab.wire.describe.World.TARGET;
import static ecslab.wire.describe.World.WEB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.event.BalancingNoun;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Neighbour;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import ecslab.ecs.model.Unmodelled;
import ecslab.wire.Cases;
import ecslab.wire.describe.Balancers;
import ecslab.wire.describe.CodeDeployWorld;
import ecslab.wire.describe.RolloutWorld;
import ecslab.wire.describe.World;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static List<Event> ofEcs() {
        return List.of(
                new Event.TaskStateChange(AT, World.stopped()),
                new Event.TaskStateChange(AT, World.running()),
                new Event.ServiceAction(AT, WEB, "INFO", "SERVICE_STEADY_STATE", ""),
                new Event.DeploymentStateChange(
                        AT, WEB, "ecs-svc/1", "SERVICE_DEPLOYMENT_COMPLETED", "done"),
                new Event.ServiceEvent(AT, WEB, "e-1", "(service web) …"),
                new Event.ServiceChange(AT, World.service()),
                new Event.ClusterChange(
                        AT, ClusterDescription.empty("demo").withCounts(0, 3, 0, 1)),
                new Event.TaskDefinitionChange(AT, World.taskDefinition()));
    }

    private static List<Event> ofItsNeighbours() {
        return List.of(
                new Event.NetworkChange(AT, World.network()),
                new Event.InstanceChange(AT, World.instance()),
                new Event.ContainerInstanceChange(AT, World.containerInstance()),
                new Event.AutoScalingGroupChange(AT, World.autoScalingGroup()),
                new Event.CapacityProviderChange(AT, World.capacityProvider()),
                new Event.RoleChange(AT, World.role()),
                new Event.ImageChange(AT, new Image("web:1", "sha256:1", 120, 5)),
                new Event.LoadBalancerChange(
                        AT, new LoadBalancer("web", "arn:1", "web.elb", List.of(), List.of())),
                new Event.ListenerChange(AT, Balancers.listener()),
                new Event.TargetGroupChange(AT, World.targetGroup()),
                new Event.BalancingDeleted(AT, BalancingNoun.TARGET_GROUP, "old"),
                new Event.TargetHealthChange(AT, World.target()),
                new Event.HealthProbe(AT, TARGET, RUNNING, 0, false, 2),
                pull(new Event.Pull.Started(120, 5, Duration.ofMillis(4_500))),
                pull(new Event.Pull.Finished("sha256:1")),
                pull(new Event.Pull.Failed("not found")));
    }

    private static Event pull(Event.Pull pull) {
        return new Event.ImagePull(AT, RUNNING, "web", "web:1", pull);
    }

    private static List<Event> ofContainersAndFaults() {
        return List.of(
                new Event.ContainerProbe(AT, RUNNING, "web", false, 2, true),
                new Event.ContainerRestart(AT, RUNNING, "web", 1, 3),
                new Event.TaskDeleted(AT, RUNNING),
                new Event.ContainerInstanceDeleted(AT, "0123456789abcdef0123456789abcde0"),
                new Event.TaskDefinitionDeleted(AT, World.WEB_1),
                new Event.FaultChange(
                        AT,
                        new Fault(Fault.Kind.MEMORY_LEAK, "task/" + RUNNING, "60 MiB/min"),
                        true),
                pull(new Event.Pull.Cached("sha256:1", "too slow")),
                new Event.NeighbourChange(AT, new Neighbour.LogGroup("/ecs/web"), false),
                new Event.NeighbourChange(
                        AT, new Neighbour.StoredSecret("db", "arn:aws:secretsmanager:db"), true),
                new Event.NeighbourChange(
                        AT,
                        new Neighbour.FileSystem(
                                "data",
                                "fs-1",
                                List.of("subnet-1"),
                                List.of("sg-1"),
                                true,
                                List.of("fsap-1"),
                                List.of("/web")),
                        true));
    }

    private static List<Event> ofRollouts() {
        return Stream.concat(
                        RolloutWorld.events().stream(),
                        Stream.of(
                                new Event.HookCall(
                                        AT,
                                        WEB,
                                        "NCWGC2ZR-taawPAYrIaU5",
                                        LifecycleStage.POST_SCALE_UP,
                                        "h-1",
                                        "smoke",
                                        HookStatus.SUCCEEDED)))
                .toList();
    }

    private static List<Event> ofRequests() {
        return List.of(
                new Event.RequestSent(AT, 5, "users", "web", "/"),
                new Event.RequestRouted(AT, 5, TARGET, RUNNING),
                new Event.RequestAnswered(
                        AT,
                        5,
                        "users",
                        "web",
                        new Event.Route.To(TARGET, RUNNING),
                        200,
                        Event.RequestCause.SERVED,
                        Duration.ofMillis(48)),
                new Event.RequestAnswered(
                        AT,
                        6,
                        "users",
                        "web",
                        Event.Route.NOWHERE,
                        503,
                        Event.RequestCause.NO_REGISTERED_TARGETS,
                        Duration.ZERO),
                Requests.window(),
                Requests.utilization());
    }

    private static List<Event> ofCallsAndDecisions() {
        var error =
                new ApiError(
                        "ServiceNotFoundException",
                        400,
                        "Service not found.",
                        "/service",
                        Phrase.of("remedy.service.create", "key", "web"));
        return List.of(
                new Event.ApiCall(AT, 1, Event.Origin.LEARNER, update()),
                new Event.ApiRefusal(AT, 2, Event.Origin.SCENARIO, update(), error),
                new Decision(
                        AT,
                        Ref.service(WEB),
                        Decision.Kind.SCHEDULE,
                        List.of(Decision.Fact.of("desiredCount", 3)),
                        List.of(new Decision.Candidate("web#1", false, Phrase.of("why.newest"))),
                        "3 - 2 = 1",
                        Phrase.NOTHING));
    }

    private static List<Event> events() {
        return Stream.of(
                        ofEcs(),
                        ofItsNeighbours(),
                        ofContainersAndFaults(),
                        ofRollouts(),
                        CodeDeployWorld.events(),
                        ofRequests(),
                        ofCallsAndDecisions())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void anEventIsOneLine() {
        assertEquals(
                Cases.text("events.jsonl", getClass()).lines().toList(),
                events().stream().map(EventJson::line).toList());
    }

    @Test
    void everyKindOfEventIsTried() {
        var tried = new TreeSet<String>();
        events().forEach(event -> tried.add(event.getClass().getSimpleName()));
        var known = new TreeSet<>(List.of("Decision"));
        for (var kind : Event.kinds()) {
            known.add(kind.getSimpleName());
        }

        assertEquals(known, tried);
    }

    private static Command update() {
        return new ServiceCommand.UpdateService(
                Given.absent(),
                "web",
                Given.of(4),
                Given.absent(),
                List.of(),
                Given.absent(),
                Unmodelled.NOTHING);
    }
}
