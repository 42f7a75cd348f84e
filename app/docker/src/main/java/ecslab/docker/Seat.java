package ecslab.docker;

import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.engine.Dependencies;
import ecslab.engine.Machines.Room;
import ecslab.engine.PullGrant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A task's place on the learner's computer. Only the owner thread touches it.
final class Seat {

    final TaskId task;
    final Room room;

    /// Only a task in `awsvpc` has one. Its address is a name: on the computer it stands for
    /// loopback and a port.
    final Optional<NetworkInterface> networkInterface;

    final Map<String, Cell> cells = new LinkedHashMap<>();
    Map<String, PullGrant> grants = Map.of();

    /// The container that holds the task's network; empty if there is none.
    String pause = "";

    /// By container port, where the task has a network of its own: the computer's port.
    Map<Integer, Integer> ports = Map.of();

    boolean prepared;
    boolean stopping;

    /// What the task needs isn't there, so that no container of it may start.
    boolean held;

    private @Nullable TaskDefinition definition;

    Seat(TaskId task, Room room, Optional<NetworkInterface> networkInterface) {
        this.task = task;
        this.room = room;
        this.networkInterface = networkInterface;
    }

    void launch(Task launched, TaskDefinition what, Map<String, PullGrant> granted) {
        definition = what;
        grants = granted;
        for (var container : what.containerDefinitions()) {
            cells.put(container.name(), new Cell(container));
        }
    }

    /// Whether the task's containers share one network. In `host` they do as well; here that isn't
    /// the computer's, since only loopback is published.
    boolean hasOwnNetwork() {
        return networkInterface.isPresent() || definition().networkMode() == NetworkMode.HOST;
    }

    boolean isLaunched() {
        return definition != null;
    }

    TaskDefinition definition() {
        return Objects.requireNonNull(definition, "the task was launched");
    }

    Cell cell(String name) {
        return Objects.requireNonNull(cells.get(name), "no container has the name");
    }

    Dependencies order() {
        return new Dependencies(definition(), cells);
    }
}
