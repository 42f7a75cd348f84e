package ecslab.learn.compose;

import static ecslab.learn.compose.Field.Rank.RARE;
import static ecslab.learn.compose.Field.Rank.REQUIRED;
import static ecslab.learn.compose.Field.Rank.USUAL;
import static ecslab.learn.compose.Field.oneOf;
import static ecslab.learn.compose.Field.text;
import static ecslab.learn.compose.Field.usually;
import static ecslab.learn.compose.Field.whole;

import java.util.ArrayList;
import java.util.List;

/// What breaks something on purpose or mends it, and what gives a cluster machines: our own calls,
/// and ECS's about container instances.
final class LabActions {

    private LabActions() {}

    static final List<Action> MACHINES =
            List.of(
                    new Action(
                            "ecs:UpdateContainerInstancesState",
                            LabActions::hasInstances,
                            List.of(
                                    text("/cluster", USUAL, Known::clusters),
                                    text(
                                            "/containerInstances/0",
                                            REQUIRED,
                                            KnownThings::containerInstances),
                                    oneOf("/status", REQUIRED, "DRAINING", "ACTIVE"))),
                    new Action(
                            "ecs:DeregisterContainerInstance",
                            LabActions::hasInstances,
                            List.of(
                                    text("/cluster", USUAL, Known::clusters),
                                    text(
                                            "/containerInstance",
                                            REQUIRED,
                                            KnownThings::containerInstances),
                                    Field.flag("/force", USUAL))),
                    new Action(
                            "lab:StartInstances",
                            known -> !known.clusters().isEmpty() && !known.subnets().isEmpty(),
                            List.of(
                                    text("/name", REQUIRED),
                                    text("/cluster", USUAL, Known::clusters),
                                    usually(
                                            "/instanceType",
                                            REQUIRED,
                                            "t3.small",
                                            "t3.medium",
                                            "m5.large"),
                                    whole("/count", USUAL, "1", "2"),
                                    usually("/registersIn", RARE, "10s", "1m"))),
                    new Action(
                            "lab:TerminateInstance", LabActions::hasInstances, List.of(instance())),
                    new Action("lab:StopInstance", LabActions::hasInstances, List.of(instance())),
                    new Action(
                            "lab:StartStoppedInstance", LabActions::hasFaults, List.of(instance())),
                    new Action(
                            "lab:DisconnectAgent", LabActions::hasInstances, List.of(instance())),
                    new Action("lab:ReconnectAgent", LabActions::hasFaults, List.of(instance())));

    static final List<Action> FAULTS =
            List.of(
                    new Action(
                            "lab:KillContainer",
                            LabActions::hasTasks,
                            List.of(
                                    text("/task", REQUIRED, KnownThings::taskNames),
                                    text("/container", REQUIRED, Known::containers),
                                    whole("/exitCode", REQUIRED, "0", "1", "137", "143"))),
                    new Action(
                            "lab:LeakMemory",
                            LabActions::hasTasks,
                            List.of(of(), whole("/mibPerMinute", REQUIRED, "60", "600"))),
                    new Action("lab:StopLeak", LabActions::hasFaults, List.of(of())),
                    new Action(
                            "lab:SlowStart",
                            LabActions::hasImages,
                            List.of(image(), usually("/startsIn", REQUIRED, "30s", "2m"))),
                    new Action("lab:NormalStart", LabActions::hasFaults, List.of(image())),
                    new Action("lab:BreakHealth", LabActions::hasImages, List.of(of())),
                    new Action("lab:MendHealth", LabActions::hasFaults, List.of(of())),
                    new Action(
                            "lab:SlowDown",
                            LabActions::hasTasks,
                            List.of(of(), whole("/times", REQUIRED, "2", "10"))),
                    new Action("lab:NormalSpeed", LabActions::hasFaults, List.of(of())),
                    new Action("lab:ExhaustConnections", LabActions::hasTasks, List.of(task())),
                    new Action("lab:FreeConnections", LabActions::hasFaults, List.of(task())),
                    new Action("lab:DropRoute", LabActions::hasTasks, List.of(task())),
                    new Action("lab:RestoreRoute", LabActions::hasFaults, List.of(task())),
                    new Action("lab:Freeze", LabActions::hasTasks, List.of(task())),
                    new Action("lab:Thaw", LabActions::hasFaults, List.of(task())),
                    new Action("lab:BurnCpu", LabActions::hasTasks, List.of(of())),
                    new Action("lab:StopBurn", LabActions::hasFaults, List.of(of())),
                    new Action("lab:ZoneOutage", LabActions::hasSubnets, List.of(zone())),
                    new Action("lab:ZoneBack", LabActions::hasFaults, List.of(zone())),
                    new Action(
                            "lab:RegistryDown",
                            LabActions::hasImages,
                            List.of(registry(), Field.flag("/throttles", RARE))),
                    new Action("lab:RegistryUp", LabActions::hasFaults, List.of(registry())),
                    new Action("lab:FillSubnet", LabActions::hasSubnets, List.of(subnet())),
                    new Action("lab:EmptySubnet", LabActions::hasFaults, List.of(subnet())),
                    new Action("lab:CloseRoute", LabActions::hasRoutes, List.of(route())),
                    new Action("lab:OpenRoute", LabActions::hasFaults, List.of(route())),
                    new Action("lab:InterruptFargateSpot", KnownThings::hasSpot, List.of()),
                    new Action("lab:ReturnFargateSpot", LabActions::hasFaults, List.of()));

    static final List<Action> NEIGHBOURS =
            List.of(
                    named("lab:Alarm", oneOf("/state", USUAL, "ALARM", "OK")),
                    named("lab:LogGroup"),
                    named("lab:DeleteLogGroup"),
                    named("lab:Secret", Field.flag("/parameter", RARE)),
                    named("lab:DeleteSecret"),
                    named("lab:FileSystem", Field.subnets("/mountTargets", USUAL)),
                    named("lab:DeleteFileSystem"));

    private static Action named(String call, Field... more) {
        var fields = new ArrayList<Field>();
        fields.add(text("/name", REQUIRED));
        fields.addAll(List.of(more));
        return new Action(call, _ -> false, List.copyOf(fields));
    }

    private static Field task() {
        return text("/of", REQUIRED, KnownThings::taskNames);
    }

    private static Field zone() {
        return text("/zone", REQUIRED, KnownThings::zones);
    }

    private static Field subnet() {
        return text("/subnet", REQUIRED, Known::subnets);
    }

    private static Field instance() {
        return text("/instance", REQUIRED, KnownThings::instances);
    }

    private static Field of() {
        return text("/of", REQUIRED, KnownThings::imagesAndTasks);
    }

    private static Field image() {
        return text("/of", REQUIRED, KnownThings::imageNames);
    }

    private static Field registry() {
        return text("/registry", USUAL, KnownThings::registries);
    }

    private static Field route() {
        return text("/route", REQUIRED, KnownThings::routes);
    }

    private static boolean hasInstances(Known known) {
        return !KnownThings.instances(known).isEmpty();
    }

    private static boolean hasSubnets(Known known) {
        return !known.subnets().isEmpty();
    }

    private static boolean hasTasks(Known known) {
        return !known.tasks().isEmpty();
    }

    private static boolean hasImages(Known known) {
        return !known.images().isEmpty();
    }

    private static boolean hasRoutes(Known known) {
        return !KnownThings.routes(known).isEmpty();
    }

    private static boolean hasFaults(Known known) {
        return KnownThings.isAnythingBroken(known);
    }
}
