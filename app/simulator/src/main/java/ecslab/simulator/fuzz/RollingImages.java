package ecslab.simulator.fuzz;

import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.ContainerSettingsInput.HealthCheckInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.MemoryUse;
import ecslab.ecs.scenario.OnSigterm;
import ecslab.ecs.scenario.ProgramEnd;
import ecslab.simulator.fuzz.RandomRevisions.Family;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// What the services of [RandomRolling] run: the first revision of each is good, of the others
/// about half are.
final class RollingImages {

    static final String GOOD = "calm:1";

    private static final List<String> IMAGES =
            List.of(GOOD, GOOD, "slow:1", "slow:1", "sour:1", "short:1", "stuck:1");

    private final Dice dice;

    RollingImages(Dice dice) {
        this.dice = dice;
    }

    List<ImageBehaviour> images() {
        var brief = new ProgramEnd.After(Duration.ofSeconds(dice.from(1, 30)), 1);
        return List.of(
                image(GOOD, ProgramEnd.NEVER, 1, 9_000),
                image("slow:1", ProgramEnd.NEVER, dice.from(20, 60), 9_000),
                image("sour:1", ProgramEnd.NEVER, 1, dice.from(5, 60)),
                image("short:1", brief, 1, 9_000),
                image("stuck:1", new ProgramEnd.CannotStart("exec: not found"), 1, 9_000));
    }

    private ImageBehaviour image(String uri, ProgramEnd end, int passesAfter, int failsAfter) {
        return new ImageBehaviour(
                uri,
                dice.from(1, 60),
                dice.from(1, 3),
                Duration.ofMillis(dice.from(0, 4) * 500L),
                Duration.ofMillis(5),
                Duration.ofMillis(40),
                "/",
                new OnSigterm(false, Duration.ofSeconds(dice.from(0, 20)), 143),
                end,
                new MemoryUse(20, 0),
                new HealthAnswers(
                        Duration.ofSeconds(passesAfter),
                        Duration.ofSeconds(failsAfter),
                        Duration.ZERO));
    }

    RegisterTaskDefinition revision(Family family, int number) {
        var image = number == 1 ? GOOD : dice.pick(IMAGES);
        return new RegisterTaskDefinition(
                family.name(),
                Given.of(family.mode()),
                List.of(family.fargate() ? "FARGATE" : "EC2"),
                Given.of("256"),
                Given.of("512"),
                Given.absent(),
                Given.absent(),
                List.of(container(image, family)),
                List.of(),
                Unmodelled.NOTHING);
    }

    private ContainerDefinitionInput container(String image, Family family) {
        var port =
                new PortMappingInput(
                        Given.of(80), family.hostPort(), Given.absent(), Given.absent());
        return new ContainerDefinitionInput(
                Given.of("web"),
                Given.of(image),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.of(true),
                List.of(port),
                List.of(),
                Given.absent(),
                Given.absent(),
                settings(!image.equals(GOOD) || dice.once(2)),
                Unmodelled.NOTHING);
    }

    private ContainerSettingsInput settings(boolean checked) {
        return new ContainerSettingsInput(
                List.of(),
                List.of(),
                List.of(),
                Given.absent(),
                checked ? Given.of(health()) : Given.absent(),
                Given.absent(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                List.of());
    }

    private HealthCheckInput health() {
        return new HealthCheckInput(
                List.of("CMD", "true"),
                Given.of(dice.from(5, 8)),
                Given.of(2),
                Given.of(dice.from(1, 3)),
                Given.of(0));
    }
}
