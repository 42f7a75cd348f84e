package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.LabFault.LabBreakHealth;
import ecslab.ecs.command.LabFault.LabEmptySubnet;
import ecslab.ecs.command.LabFault.LabFillSubnet;
import ecslab.ecs.command.LabFault.LabKillContainer;
import ecslab.ecs.command.LabFault.LabLeakMemory;
import ecslab.ecs.command.LabFault.LabMendHealth;
import ecslab.ecs.command.LabFault.LabNormalStart;
import ecslab.ecs.command.LabFault.LabRegistryDown;
import ecslab.ecs.command.LabFault.LabRegistryUp;
import ecslab.ecs.command.LabFault.LabSlowStart;
import ecslab.ecs.command.LabFault.LabStopLeak;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Fault.Kind;
import ecslab.ecs.time.Spans;
import ecslab.engine.Disturbance.Answers;

/// What the lab breaks on purpose, and mends again.
final class FaultApi {

    private static final int LEAK_MAX = 1_000_000;

    private final Desk desk;
    private final Names names;
    private final Breakage breakage;

    FaultApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
        breakage = new Breakage(desk, names);
    }

    Response carryOut(LabFault fault, Runnable accepted) {
        switch (fault) {
            case LabKillContainer kill -> kill(kill, accepted);
            case LabRegistryDown(var host, var throttles) ->
                    registry(
                            host,
                            throttles ? Answers.TOO_MANY_REQUESTS : Answers.NOTHING,
                            accepted);
            case LabRegistryUp(var host) -> registry(host, Answers.EVERYBODY, accepted);
            case LabFillSubnet(var subnet) -> subnet(subnet, true, accepted);
            case LabEmptySubnet(var subnet) -> subnet(subnet, false, accepted);
            case LabLeakMemory(var of, int rate) -> leak(of, rate, accepted);
            case LabStopLeak(var of) -> stopLeak(of, accepted);
            case LabSlowStart slow -> slowStart(slow, accepted);
            case LabNormalStart(var of) -> {
                var image = breakage.image(of);
                breakage.begin(new Disturbance.NormalStart(image), accepted);
                breakage.report(new Fault(Kind.SLOW_START, image, ""), false);
            }
            case LabBreakHealth(var of) -> health(of, true, accepted);
            case LabMendHealth(var of) -> health(of, false, accepted);
        }
        return new EmptyResponse();
    }

    private void kill(LabKillContainer command, Runnable accepted) {
        var task =
                names.task(
                        command.task().startsWith(Breakage.TASK)
                                ? "${" + command.task() + "}"
                                : command.task());
        var container =
                task.containers().stream()
                        .filter(one -> one.name().equals(command.container()))
                        .findFirst()
                        .orElseThrow(() ->
                                ApiException.invalidParameter("/container")
                                        .because(
                                                "The task has no container "
                                                        + command.container()
                                                        + ".")
                                        .remedy(
                                                Phrase.of(
                                                        "remedy.wiring.container",
                                                        "known",
                                                        Names.list(
                                                                task.containers().stream()
                                                                        .map(Container::name)
                                                                        .toList()))));
        if (container.lastStatus() != ContainerStatus.RUNNING) {
            throw ApiException.invalidParameter("/container")
                    .because("Container " + container.name() + " is not running.")
                    .remedy(Phrase.of("remedy.container.running"));
        }
        breakage.begin(
                new Disturbance.Kill(task.id(), container.name(), command.exitCode()), accepted);
    }

    /// A registry that is up again has neither of the two faults.
    private void registry(Given<String> host, Answers how, Runnable accepted) {
        var about = host.orElse(Disturbance.EVERYWHERE);
        breakage.begin(new Disturbance.Registry(about, how), accepted);
        var before = desk.state().registries.getOrDefault(about, Answers.EVERYBODY);
        desk.state().registries.put(about, how);
        if (before != Answers.EVERYBODY && before != how) {
            breakage.report(new Fault(kind(before), about, ""), false);
        }
        if (how != Answers.EVERYBODY) {
            breakage.report(new Fault(kind(how), about, ""), true);
        } else if (before == Answers.EVERYBODY) {
            breakage.report(new Fault(Kind.REGISTRY_DOWN, about, ""), false);
        }
    }

    private static Kind kind(Answers how) {
        return how == Answers.TOO_MANY_REQUESTS ? Kind.REGISTRY_THROTTLES : Kind.REGISTRY_DOWN;
    }

    private void subnet(String given, boolean full, Runnable accepted) {
        var subnet = names.subnet(given, "/subnet");
        breakage.begin(new Disturbance.Subnet(subnet.subnetId(), full), accepted);
        breakage.report(new Fault(Kind.SUBNET_FULL, subnet.name(), ""), full);
    }

    private void leak(String of, int mibPerMinute, Runnable accepted) {
        var about = breakage.about(of);
        if (mibPerMinute < 1 || mibPerMinute > LEAK_MAX) {
            throw ApiException.invalidParameter("/mibPerMinute")
                    .because("mibPerMinute must be 1 to " + LEAK_MAX + ".")
                    .remedy(Phrase.of("remedy.leak"));
        }
        breakage.begin(new Disturbance.Leak(about, mibPerMinute), accepted);
        breakage.report(new Fault(Kind.MEMORY_LEAK, about, mibPerMinute + " MiB/min"), true);
    }

    private void stopLeak(String of, Runnable accepted) {
        var about = breakage.about(of);
        breakage.begin(new Disturbance.Leak(about, 0), accepted);
        breakage.report(new Fault(Kind.MEMORY_LEAK, about, ""), false);
    }

    private void slowStart(LabSlowStart command, Runnable accepted) {
        var image = breakage.image(command.of());
        breakage.begin(new Disturbance.SlowStart(image, command.startsIn()), accepted);
        breakage.report(new Fault(Kind.SLOW_START, image, Spans.format(command.startsIn())), true);
    }

    private void health(String of, boolean broken, Runnable accepted) {
        var about = breakage.about(of);
        breakage.begin(new Disturbance.Health(about, broken), accepted);
        breakage.report(new Fault(Kind.BROKEN_HEALTH, about, ""), broken);
    }
}
