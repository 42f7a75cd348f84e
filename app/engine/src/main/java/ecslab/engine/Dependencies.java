package ecslab.engine;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerDependency;
import ecslab.ecs.model.ContainerDependency.Condition;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// In which order the containers of a task start and stop (agent source, `dependencygraph`).
///
/// `links` and `volumesFrom` work as a dependency with the condition START.
public final class Dependencies {

    private final TaskDefinition definition;
    private final Map<String, ? extends Standing> states;

    /// @param states by container name: how far each has come
    public Dependencies(TaskDefinition definition, Map<String, ? extends Standing> states) {
        this.definition = definition;
        this.states = states;
    }

    /// How far a container has come, as whoever runs it knows.
    public interface Standing {

        /// It hasn't been started yet, and nobody has begun to.
        boolean waits();

        boolean runs();

        /// It has ended, or was given up.
        boolean hasEnded();

        /// [Exit#NONE] for one that never ran.
        Exit exit();

        HealthStatus health();
    }

    /// Whether a container may start.
    public sealed interface Verdict {

        record Ready() implements Verdict {}

        record Waits() implements Verdict {}

        /// It never will.
        ///
        /// @param why in the agent's words
        record Never(String why) implements Verdict {}
    }

    public static List<ContainerDependency> of(ContainerDefinition container) {
        var all = new ArrayList<>(container.settings().dependsOn());
        for (var link : container.settings().links()) {
            var colon = link.indexOf(':');
            var name = colon < 0 ? link : link.substring(0, colon);
            all.add(new ContainerDependency(name, Condition.START));
        }
        container
                .settings()
                .volumesFrom()
                .forEach(from ->
                        all.add(new ContainerDependency(from.sourceContainer(), Condition.START)));
        return all;
    }

    public Verdict mayStart(ContainerDefinition target) {
        var ready = true;
        for (var dependency : of(target)) {
            var other = state(dependency.containerName());
            var never = never(dependency, other, target);
            if (!never.isEmpty()) {
                return new Verdict.Never(never);
            }
            ready &= isResolved(dependency.condition(), other);
        }
        return ready ? new Verdict.Ready() : new Verdict.Waits();
    }

    /// START holds for a container that has ended meanwhile, too: it was started.
    private static boolean isResolved(Condition condition, Standing other) {
        return switch (condition) {
            case START -> other.runs() || hasRun(other);
            case COMPLETE -> hasRun(other);
            case SUCCESS -> hasRun(other) && other.exit().equals(new Exit.Code(0));
            case HEALTHY -> other.health() == HealthStatus.HEALTHY;
        };
    }

    private static boolean hasRun(Standing other) {
        return other.hasEnded() && !other.exit().equals(Exit.NONE);
    }

    private static String never(
            ContainerDependency dependency, Standing other, ContainerDefinition target) {
        if (dependency.condition() == Condition.SUCCESS
                && hasRun(other)
                && !other.exit().equals(new Exit.Code(0))) {
            return words(dependency, target) + " as dependency did not exit successfully.";
        }
        if (other.hasEnded() && other.exit().equals(Exit.NONE)) {
            return words(dependency, target) + " because dependency will never start";
        }
        return "";
    }

    private static String words(ContainerDependency dependency, ContainerDefinition target) {
        return "dependency graph: failed to resolve container ordering dependency ["
                + dependency.containerName()
                + "] for target ["
                + target.name()
                + "]";
    }

    /// What is said when `other` has not come far enough within its `startTimeout`.
    public static String timedOut(String other, ContainerDefinition target) {
        return "dependency graph: container ordering dependency ["
                + other
                + "] for target ["
                + target.name()
                + "] has timed out.";
    }

    /// Those that still wait for more than the start of a container.
    public List<ContainerDefinition> waitingFor(String name) {
        return definition.containerDefinitions().stream()
                .filter(target -> state(target.name()).waits())
                .filter(target ->
                        target.settings().dependsOn().stream()
                                .filter(one -> one.containerName().equals(name))
                                .filter(one -> one.condition() != Condition.START)
                                .anyMatch(one -> !isResolved(one.condition(), state(name))))
                .toList();
    }

    /// A container stops once all that depend on it have ended.
    public boolean mayStop(String name) {
        return definition.containerDefinitions().stream()
                .filter(other -> of(other).stream().anyMatch(d -> d.containerName().equals(name)))
                .noneMatch(other -> !state(other.name()).hasEnded());
    }

    private Standing state(String name) {
        return Objects.requireNonNull(states.get(name), "no container has the name");
    }
}
