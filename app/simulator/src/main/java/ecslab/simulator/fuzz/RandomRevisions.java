package ecslab.simulator.fuzz;

import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.ContainerSettingsInput.DependencyInput;
import ecslab.ecs.command.ContainerSettingsInput.HealthCheckInput;
import ecslab.ecs.command.ContainerSettingsInput.RestartPolicyInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.Unmodelled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Revisions of one to four containers that depend on one another, check their health, restart,
/// have limits and need things; for Fargate, and for container instances in each network mode.
final class RandomRevisions {

    private static final List<String> IMAGES =
            List.of(
                    "good:1",
                    "good:1",
                    "good:1",
                    "good:2",
                    "done:1",
                    "fails:1",
                    "leaky:1",
                    "sick:1",
                    "deaf:1",
                    "broken:1",
                    RandomImages.NOWHERE);
    private static final List<String> CONDITIONS =
            List.of("START", "COMPLETE", "SUCCESS", "HEALTHY");
    private static final List<String> NAMES = List.of("web", "b", "c", "d");

    private final Dice dice;

    RandomRevisions(Dice dice) {
        this.dice = dice;
    }

    /// What the revisions of a family have in common.
    ///
    /// @param hostPort of the first container's port; absent for none said
    record Family(String name, String mode, boolean fargate, Given<Integer> hostPort) {}

    /// For Fargate first; then dynamic and fixed host ports, the host's own network, a network
    /// interface each, and no network.
    static final List<Family> FAMILIES =
            List.of(
                    new Family("web", "awsvpc", true, Given.absent()),
                    new Family("bridge", "bridge", false, Given.of(0)),
                    new Family("fixed", "bridge", false, Given.of(8080)),
                    new Family("host", "host", false, Given.absent()),
                    new Family("eni", "awsvpc", false, Given.absent()),
                    new Family("none", "none", false, Given.absent()));

    RegisterTaskDefinition revision(Family family) {
        var count = dice.from(1, NAMES.size());
        var containers = new ArrayList<ContainerDefinitionInput>();
        for (var i = 0; i < count; i++) {
            containers.add(container(i, count, family));
        }
        return new RegisterTaskDefinition(
                family.name(),
                Given.of(family.mode()),
                family.fargate() ? List.of("FARGATE") : List.of("EC2"),
                Given.of("256"),
                Given.of("512"),
                Given.of("${role/exec}"),
                Given.of("${role/exec}"),
                List.copyOf(containers),
                dice.once(6) ? List.of(RandomNeeds.fileSystem()) : List.of(),
                Unmodelled.NOTHING);
    }

    /// The first one is essential and has the port. Each may depend on those after it.
    private ContainerDefinitionInput container(int index, int count, Family family) {
        var dependsOn = new ArrayList<DependencyInput>();
        for (var other = index + 1; other < count; other++) {
            if (dice.once(3)) {
                dependsOn.add(new DependencyInput(NAMES.get(other), dice.pick(CONDITIONS)));
            }
        }
        var logs = dice.once(6);
        Given<Integer> memory = dice.once(3) ? Given.of(dice.from(100, 300)) : Given.absent();
        return new ContainerDefinitionInput(
                Given.of(NAMES.get(index)),
                Given.of(dice.pick(IMAGES)),
                Given.absent(),
                memory,
                memory.isGiven() ? Given.of(50) : Given.absent(),
                Given.of(index == 0 || dice.once(4)),
                index == 0 && !family.mode().equals("none") ? List.of(port(family)) : List.of(),
                List.of(),
                dice.once(3) ? Given.of(dice.from(2, 40)) : Given.absent(),
                logs ? Given.of("awslogs") : Given.absent(),
                settings(dependsOn, logs),
                Unmodelled.NOTHING);
    }

    private static PortMappingInput port(Family family) {
        return new PortMappingInput(
                Given.of(80), family.hostPort(), Given.absent(), Given.absent());
    }

    private ContainerSettingsInput settings(List<DependencyInput> dependsOn, boolean logs) {
        return new ContainerSettingsInput(
                List.of(),
                List.of(),
                List.copyOf(dependsOn),
                dice.once(4) ? Given.of(dice.from(2, 60)) : Given.absent(),
                dice.once(2) ? Given.of(health()) : Given.absent(),
                dice.once(4) ? Given.of(restart()) : Given.absent(),
                List.of(),
                List.of(),
                List.of(),
                dice.once(6) ? List.of(RandomNeeds.secret()) : List.of(),
                logs ? RandomNeeds.logOptions() : Collections.emptySortedMap(),
                List.of());
    }

    private HealthCheckInput health() {
        return new HealthCheckInput(
                List.of("CMD", "true"),
                Given.of(dice.from(5, 30)),
                Given.of(dice.from(2, 5)),
                Given.of(dice.from(1, 4)),
                Given.of(dice.from(0, 2) * 20));
    }

    private RestartPolicyInput restart() {
        return new RestartPolicyInput(
                true, dice.once(2) ? List.of(0) : List.of(), Given.of(dice.from(60, 90)));
    }
}
