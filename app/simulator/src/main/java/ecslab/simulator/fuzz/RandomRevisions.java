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
import java.util.List;

/// Revisions of the family `web`: one to four containers that depend on one another, check their
/// health, restart and have limits.
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

    RegisterTaskDefinition revision() {
        var count = dice.from(1, NAMES.size());
        var containers = new ArrayList<ContainerDefinitionInput>();
        for (var i = 0; i < count; i++) {
            containers.add(container(i, count));
        }
        return new RegisterTaskDefinition(
                "web",
                Given.of("awsvpc"),
                List.of("FARGATE"),
                Given.of("256"),
                Given.of("512"),
                Given.absent(),
                Given.absent(),
                List.copyOf(containers),
                List.of(),
                Unmodelled.NOTHING);
    }

    /// The first one is essential and has the port. Each may depend on those after it.
    private ContainerDefinitionInput container(int index, int count) {
        var dependsOn = new ArrayList<DependencyInput>();
        for (var other = index + 1; other < count; other++) {
            if (dice.once(3)) {
                dependsOn.add(new DependencyInput(NAMES.get(other), dice.pick(CONDITIONS)));
            }
        }
        Given<Integer> memory = dice.once(3) ? Given.of(dice.from(100, 300)) : Given.absent();
        return new ContainerDefinitionInput(
                Given.of(NAMES.get(index)),
                Given.of(dice.pick(IMAGES)),
                Given.absent(),
                memory,
                memory.isGiven() ? Given.of(50) : Given.absent(),
                Given.of(index == 0 || dice.once(4)),
                index == 0 ? List.of(port()) : List.of(),
                List.of(),
                dice.once(3) ? Given.of(dice.from(2, 40)) : Given.absent(),
                Given.absent(),
                settings(dependsOn),
                Unmodelled.NOTHING);
    }

    private static PortMappingInput port() {
        return new PortMappingInput(Given.of(80), Given.absent(), Given.absent(), Given.absent());
    }

    private ContainerSettingsInput settings(List<DependencyInput> dependsOn) {
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
