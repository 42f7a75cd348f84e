package ecslab.simulator;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.engine.Observation;
import ecslab.engine.PullBehavior;
import ecslab.engine.PullFailure;
import ecslab.engine.PullGrant;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// Images on their way to a machine. Layers stay on an instance for the next task that wants them;
/// on Fargate every task has a machine of its own, and pulls anew.
final class Pulls {

    private static final int MIB_PER_GIB = 1_024;

    private final FleetState state;
    private final SimAgenda agenda;
    private final Registry registry;
    private final FleetTimings timings;

    Pulls(FleetState state, SimAgenda agenda, Registry registry, FleetTimings timings) {
        this.state = state;
        this.agenda = agenda;
        this.registry = registry;
        this.timings = timings;
    }

    /// Gets the next image that a task needs.
    void pull(TaskId task, Machine machine, ContainerDefinition container) {
        var image = registry.find(container.image());
        var host = Optional.ofNullable(state.hosts.get(machine.host));
        var behavior = host.map(one -> one.pulls).orElse(PullBehavior.ALWAYS);
        var isThere =
                image.isPresent()
                        && host.filter(one -> one.images.contains(image.get().uri())).isPresent();
        if (isThere && prefersCache(behavior)) {
            fromCache(task, machine, container, Duration.ZERO, Optional.empty());
            return;
        }
        var failure = failure(machine, container, image);
        if (failure.isEmpty()) {
            arrive(task, machine, container, image.orElseThrow(), isThere);
        } else if (isThere && behavior == PullBehavior.DEFAULT) {
            fromCache(task, machine, container, timings.pullGivesUp(), failure);
        } else {
            tell(
                    task,
                    timings.pullGivesUp(),
                    new Observation.PullFailed(task, container.name(), failure.get()));
        }
    }

    private static boolean prefersCache(PullBehavior behavior) {
        return switch (behavior) {
            case ONCE, PREFER_CACHED -> true;
            case DEFAULT, ALWAYS -> false;
        };
    }

    private void fromCache(
            TaskId task,
            Machine machine,
            ContainerDefinition container,
            Duration after,
            Optional<PullFailure> failed) {
        var digest = registry.digest(registry.find(container.image()).orElseThrow().uri());
        machine.pulled++;
        tell(task, after, new Observation.PullCached(task, container.name(), digest, failed));
        agenda.after(after, new Work.NextPull(task, machine.life));
    }

    private void arrive(
            TaskId task,
            Machine machine,
            ContainerDefinition container,
            ImageBehaviour image,
            boolean isThere) {
        var length = isThere ? timings.pullOverhead() : timings.pull(image.sizeMib());
        machine.pulled++;
        machine.pulledMib += image.sizeMib();
        tell(
                task,
                Duration.ZERO,
                new Observation.PullStarted(
                        task, container.name(), image.sizeMib(), image.layers(), length));
        tell(
                task,
                length,
                new Observation.PullFinished(task, container.name(), registry.digest(image.uri())));
        agenda.after(length, new Work.NextPull(task, machine.life));
    }

    private Optional<PullFailure> failure(
            Machine machine, ContainerDefinition container, Optional<ImageBehaviour> image) {
        var registryHost = registry.host(container.image());
        if (state.troubles.isDown(registryHost)) {
            return Optional.of(new PullFailure.NoAnswer());
        }
        if (!Ways.reaches(state, machine, container.image())) {
            return Optional.of(new PullFailure.NoRoute());
        }
        if (state.troubles.isThrottling(registryHost)) {
            return Optional.of(new PullFailure.TooManyRequests());
        }
        return switch (Objects.requireNonNull(machine.grants.get(container.name()))) {
            case PullGrant.Denied(var role, var action, var resource) ->
                    Optional.of(new PullFailure.AccessDenied(role, action, resource));
            case PullGrant.Allowed _, PullGrant.Anonymous _ ->
                    image.isEmpty()
                            ? Optional.of(new PullFailure.NotFound())
                            : unfit(machine, image.get());
        };
    }

    /// What only Fargate looks at: whether the image is built for its machine, and has room there.
    private Optional<PullFailure> unfit(Machine machine, ImageBehaviour image) {
        if (!machine.host.isEmpty()) {
            return Optional.empty();
        }
        var definition = Objects.requireNonNull(machine.definition);
        var architecture = definition.runtimePlatform().architecture();
        if (!image.architectures().contains(architecture)) {
            return Optional.of(
                    new PullFailure.WrongPlatform(RuntimePlatform.inManifests(architecture)));
        }
        var needed = (machine.pulledMib + image.sizeMib()) * timings.storageTimes();
        return needed > storageMib(definition)
                ? Optional.of(new PullFailure.DiskFull())
                : Optional.empty();
    }

    private static long storageMib(TaskDefinition definition) {
        var gib = definition.ephemeralStorageGib();
        return (gib > 0 ? gib : TaskDefinition.EPHEMERAL_STORAGE_GIB) * (long) MIB_PER_GIB;
    }

    /// The layers stay on the instance, for the next task that wants them.
    void keep(Machine machine, TaskId task, String container) {
        var host = state.hosts.get(machine.host);
        if (host != null) {
            var definition = Objects.requireNonNull(machine.definition);
            var image = definition.container(container).image();
            host.images.add(registry.find(image).orElseThrow().uri());
        }
    }

    private void tell(TaskId task, Duration wait, Observation what) {
        var machine = Objects.requireNonNull(state.machines.get(task));
        agenda.after(wait, new Work.Machine(task, machine.life, what));
    }
}
