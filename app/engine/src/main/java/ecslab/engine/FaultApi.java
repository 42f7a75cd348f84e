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
import ecslab.ecs.event.Event.FaultChange;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Fault.Kind;
import ecslab.ecs.time.Spans;
import ecslab.engine.Disturbance.Answers;

/// What the lab breaks on purpose, and mends again.
final class FaultApi {

    private static final String TASK = "task/";
    private static final String IMAGE = "image/";
    private static final int LEAK_MAX = 1_000_000;

    private final Desk desk;
    private final Names names;

    FaultApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
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
                var image = image(of);
                begin(new Disturbance.NormalStart(image), accepted);
                mended(new Fault(Kind.SLOW_START, image, ""));
            }
            case LabBreakHealth(var of) -> health(of, true, accepted);
            case LabMendHealth(var of) -> health(of, false, accepted);
        }
        return new EmptyResponse();
    }

    private void kill(LabKillContainer command, Runnable accepted) {
        var task =
                names.task(
                        command.task().startsWith(TASK)
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
        begin(new Disturbance.Kill(task.id(), container.name(), command.exitCode()), accepted);
    }

    /// A registry that is up again has neither of the two faults.
    private void registry(Given<String> host, Answers how, Runnable accepted) {
        var about = host.orElse(Disturbance.EVERYWHERE);
        begin(new Disturbance.Registry(about, how), accepted);
        var before = desk.state().registries.getOrDefault(about, Answers.EVERYBODY);
        desk.state().registries.put(about, how);
        if (before != Answers.EVERYBODY && before != how) {
            mended(new Fault(kind(before), about, ""));
        }
        if (how != Answers.EVERYBODY) {
            report(new Fault(kind(how), about, ""), true);
        } else if (before == Answers.EVERYBODY) {
            mended(new Fault(Kind.REGISTRY_DOWN, about, ""));
        }
    }

    private static Kind kind(Answers how) {
        return how == Answers.TOO_MANY_REQUESTS ? Kind.REGISTRY_THROTTLES : Kind.REGISTRY_DOWN;
    }

    private void subnet(String given, boolean full, Runnable accepted) {
        var subnet = names.subnet(given, "/subnet");
        begin(new Disturbance.Subnet(subnet.subnetId(), full), accepted);
        report(new Fault(Kind.SUBNET_FULL, subnet.name(), ""), full);
    }

    private void leak(String of, int mibPerMinute, Runnable accepted) {
        var about = about(of);
        if (mibPerMinute < 1 || mibPerMinute > LEAK_MAX) {
            throw ApiException.invalidParameter("/mibPerMinute")
                    .because("mibPerMinute must be 1 to " + LEAK_MAX + ".")
                    .remedy(Phrase.of("remedy.leak"));
        }
        begin(new Disturbance.Leak(about, mibPerMinute), accepted);
        report(new Fault(Kind.MEMORY_LEAK, about, mibPerMinute + " MiB/min"), true);
    }

    private void stopLeak(String of, Runnable accepted) {
        var about = about(of);
        begin(new Disturbance.Leak(about, 0), accepted);
        mended(new Fault(Kind.MEMORY_LEAK, about, ""));
    }

    private void slowStart(LabSlowStart command, Runnable accepted) {
        var image = image(command.of());
        begin(new Disturbance.SlowStart(image, command.startsIn()), accepted);
        report(new Fault(Kind.SLOW_START, image, Spans.format(command.startsIn())), true);
    }

    private void health(String of, boolean broken, Runnable accepted) {
        var about = about(of);
        begin(new Disturbance.Health(about, broken), accepted);
        report(new Fault(Kind.BROKEN_HEALTH, about, ""), broken);
    }

    /// @throws ApiException if it can't be done here
    private void begin(Disturbance what, Runnable accepted) {
        desk.machines().check(what);
        accepted.run();
        desk.machines().disturb(what);
    }

    private void mended(Fault fault) {
        report(fault, false);
    }

    private void report(Fault fault, boolean present) {
        desk.journal().report(new FaultChange(desk.now(), fault, present));
    }

    /// A task's id, or an image's URI.
    private String about(String of) {
        return of.startsWith(TASK) ? TASK + names.task("${" + of + "}").id() : image(of);
    }

    private String image(String of) {
        var name = of.startsWith(IMAGE) ? of.substring(IMAGE.length()) : "";
        return desk.machines()
                .image(name)
                .orElseThrow(() ->
                        ApiException.invalidParameter("/of")
                                .because("Nothing is called " + of + ".")
                                .remedy(Phrase.of("remedy.fault.of")));
    }
}
