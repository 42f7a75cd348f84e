package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.engine.CapacityChoice.Chosen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/// Places what RunTask asks for, as far as there is room: the rest are failures.
final class TaskRunner {

    private static final String NO_CAPACITY =
            "Capacity is unavailable at this time. Please try again later or in a different"
                    + " availability zone";

    private final Desk desk;
    private final TaskStarter starter;
    private final Waiting waiting;
    private final Placement placement;

    TaskRunner(Desk desk, TaskStarter starter, Waiting waiting) {
        this.desk = desk;
        this.starter = starter;
        this.waiting = waiting;
        placement = new Placement(desk);
    }

    /// What came out.
    record Outcome(List<Task> tasks, List<Failure> failures) {}

    /// A cluster without a single ACTIVE instance is the caller's mistake, and not a lack of room.
    void check(String cluster, Chosen chosen) {
        var launched = chosen.strategy().isEmpty() && chosen.type() == LaunchType.EC2;
        if (launched && !desk.state().registered.hasActive(cluster)) {
            throw ApiException.invalidParameter("/launchType")
                    .because("No Container Instances were found in your cluster.")
                    .remedy(Phrase.of("remedy.noInstances"));
        }
    }

    /// Those that are of an instance are told with its placement.
    private static boolean isOfCapacity(Failure failure) {
        return failure.arn().isEmpty();
    }

    Outcome run(TaskStarter.Order order, Chosen chosen, int count) {
        var tasks = new ArrayList<Task>();
        var failures = new ArrayList<Failure>();
        if (chosen.strategy().isEmpty() && chosen.type() != LaunchType.FARGATE) {
            onInstances(order, count, tasks, failures);
        } else {
            for (var provider : providers(order, chosen, count)) {
                runOne(order, provider, tasks, failures);
            }
        }
        desk.state().capacityProviders.values().forEach(waiting::watch);
        var ofCapacity = failures.stream().filter(TaskRunner::isOfCapacity).toList();
        NotDone.tell(desk, order.cluster(), ofCapacity);
        return new Outcome(List.copyOf(tasks), List.copyOf(failures));
    }

    /// Where there is no room for one there is none for the rest: that is one decision, and each
    /// instance fails for a reason of its own.
    private void onInstances(
            TaskStarter.Order order, int count, List<Task> tasks, List<Failure> failures) {
        for (var i = 0; i < count; i++) {
            var verdict = starter.look(order, "");
            if (verdict.chosen().isEmpty()) {
                for (var one : placement.refusers(order, "", verdict)) {
                    var arn = desk.arns().containerInstance(order.cluster(), one.instance().id());
                    failures.add(new Failure(arn, one.reason().word(), ""));
                }
                var about = Ref.of(Ref.Kind.CLUSTER, order.cluster());
                starter.explain(about, verdict, count - i);
                return;
            }
            tasks.add(starter.onInstance(order, "", verdict));
        }
    }

    /// @param provider empty for the launch type FARGATE
    private void runOne(
            TaskStarter.Order order, String provider, List<Task> tasks, List<Failure> failures) {
        if (provider.isEmpty() || CapacityProvider.isFargate(provider)) {
            if (starter.hasCapacity(provider)) {
                tasks.add(starter.onFargate(order, provider));
            } else {
                failures.add(new Failure("", NO_CAPACITY, ""));
            }
            return;
        }
        var verdict = starter.look(order, provider);
        if (verdict.chosen().isPresent()) {
            tasks.add(starter.onInstance(order, provider, verdict));
        } else if (Quotas.isProvisioningFull(desk.state(), order.cluster())) {
            failures.add(new Failure("", OurWords.PROVISIONING_FULL, ""));
        } else {
            tasks.add(starter.waiting(order, provider, verdict));
        }
    }

    /// One task on each of the instances, in the order in which they are named.
    Outcome start(TaskStarter.Order order, List<String> instances) {
        var tasks = new ArrayList<Task>();
        var failures = new ArrayList<Failure>();
        var missing = new ArrayList<Failure>();
        for (var id : instances) {
            var arn = desk.arns().containerInstance(order.cluster(), id);
            var instance = desk.state().containerInstances.get(id);
            if (instance == null || !instance.cluster().equals(order.cluster())) {
                missing.add(new Failure(arn, ReadApi.MISSING, ""));
                failures.add(missing.getLast());
                continue;
            }
            var verdict = placement.on(order, instance);
            if (verdict.chosen().isPresent()) {
                tasks.add(starter.onInstance(order, "", verdict));
            } else {
                var active = instance.status() == ContainerInstanceStatus.ACTIVE;
                var reason = verdict.closest().orElseThrow().reason().word();
                failures.add(new Failure(arn, active ? reason : "INACTIVE", ""));
                starter.explain(Ref.of(Ref.Kind.CLUSTER, order.cluster()), verdict, 1);
            }
        }
        NotDone.tell(desk, order.cluster(), missing);
        return new Outcome(List.copyOf(tasks), List.copyOf(failures));
    }

    /// By provider, one a task; empty for the launch type.
    private List<String> providers(TaskStarter.Order order, Chosen chosen, int count) {
        if (chosen.strategy().isEmpty()) {
            return Collections.nCopies(count, "");
        }
        var none = new TreeMap<String, Integer>();
        var placed = StrategyMaths.place(chosen.strategy(), none, count);
        var about = Ref.of(Ref.Kind.CLUSTER, order.cluster());
        ServiceLauncher.explainSplit(desk, about, chosen.strategy(), none, placed);
        return placed;
    }
}
