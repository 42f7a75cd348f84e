package ecslab.simulator.fuzz;

import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.DeploymentCommand;
import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.DeploymentConfigurationInput.CircuitBreakerInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.InstanceCommand;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.PlacementInput;
import ecslab.ecs.command.PlacementInput.ConstraintInput;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.fuzz.RandomRevisions.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Two services that nobody wild touches, in a cluster with room enough: one on container
/// instances, one on Fargate. Deployments that succeed are followed by ones that fail and are
/// rolled back, and both are scaled out and in while tasks still start. Among the wild hardly any
/// deployment is ever rolled back.
final class RandomRolling {

    private static final Given<String> CLUSTER = Given.of("calm");
    private static final String POOL = "calm";
    private static final int REVISIONS = 5;
    private static final String BALANCED = "tide";
    static final List<Family> FAMILIES =
            List.of(
                    new Family("calm", "bridge", false, Given.of(0)),
                    new Family(BALANCED, "awsvpc", true, Given.absent()));

    private final Dice dice;
    private final RollingImages images;
    private final boolean balanced;

    RandomRolling(long seed) {
        dice = new Dice(seed, "fuzz/rolling");
        images = new RollingImages(dice);
        balanced = dice.once(3);
    }

    List<ImageBehaviour> images() {
        return images.images();
    }

    List<Command> made() {
        var all = new ArrayList<Command>();
        all.add(new ClusterCommand.CreateCluster(CLUSTER, Unmodelled.NOTHING));
        all.add(start(POOL, "blue", dice.from(3, 4)));
        all.add(start("odd", "green", 2));
        for (var family : FAMILIES) {
            for (var number = 1; number <= REVISIONS; number++) {
                all.add(images.revision(family, number));
            }
        }
        if (balanced) {
            all.add(balancer());
        }
        FAMILIES.forEach(family -> all.add(service(family)));
        return all;
    }

    private Command balancer() {
        return new LabCommand.LabLoadBalancer(
                BALANCED,
                80,
                BALANCED,
                "ip",
                80,
                Given.absent(),
                Given.of(Duration.ofSeconds(dice.from(5, 10))),
                Given.absent(),
                Given.of(Duration.ofSeconds(dice.from(0, 10))));
    }

    private static Command start(String name, String stack, int count) {
        return new LabCapacity.LabStartInstances(name, template(stack), count);
    }

    private static InstanceTemplate template(String stack) {
        return new InstanceTemplate(
                "calm",
                "m5.large",
                List.of("${subnet/a}", "${subnet/b}"),
                List.of(),
                List.of(new Attribute("stack", stack)),
                0,
                "",
                Given.absent(),
                Given.of(Duration.ofSeconds(1)));
    }

    private Command service(Family family) {
        var target = "${targetGroup/" + BALANCED + "}";
        return new ServiceCommand.CreateService(
                CLUSTER,
                family.name(),
                Given.of(family.name() + ":1"),
                Given.of(dice.from(1, 5)),
                Given.of(family.fargate() ? "FARGATE" : "EC2"),
                List.of(),
                RandomCommands.network(family),
                balanced && family.fargate()
                        ? List.of(new ServiceLoadBalancer(target, "web", 80))
                        : List.of(),
                dice.once(2) ? Given.of(dice.from(10, 120)) : Given.absent(),
                Given.of(configuration()),
                Given.absent(),
                new SchedulingInput(
                        Given.absent(),
                        dice.once(2) ? Given.of("DISABLED") : Given.absent(),
                        placement(family)),
                Unmodelled.NOTHING);
    }

    /// Fargate takes none.
    private PlacementInput placement(Family family) {
        if (family.fargate()) {
            return PlacementInput.NOTHING;
        }
        var blue = new ConstraintInput(Given.of("memberOf"), Given.of("attribute:stack == blue"));
        return new PlacementInput(
                Given.of(dice.once(2) ? List.of(blue) : List.of()),
                Given.of(dice.once(3) ? List.of() : new RandomPlacement(dice).strategy()));
    }

    private DeploymentConfigurationInput configuration() {
        var all =
                DeploymentConfigurationInput.percents(
                        dice.pick(List.of(0, 50, 75, 100)), dice.pick(List.of(100, 150, 200)));
        if (dice.once(5)) {
            return all;
        }
        return all.withCircuitBreaker(
                new CircuitBreakerInput(
                        true,
                        !dice.once(4),
                        dice.once(4) ? Given.of(false) : Given.absent(),
                        Given.of("COUNT"),
                        Given.of(dice.from(1, 10))));
    }

    List<TimedCommand> commands(int quietFromSeconds) {
        var all = new ArrayList<TimedCommand>();
        for (var second = 60; second < quietFromSeconds; second += dice.from(5, 60)) {
            var service = dice.pick(FAMILIES).name();
            all.add(at(second, command(service)));
            switch (dice.below(8)) {
                case 0, 1 -> all.add(at(second + dice.from(1, 6), scale(service)));
                case 2 -> all.addAll(spell(second + dice.from(1, 10)));
                case 3 -> all.add(at(second + dice.from(2, 20), deploy(service)));
                case 4 -> all.addAll(drain(second));
                default -> {}
            }
        }
        return all;
    }

    /// For a while whoever starts from the good image is found unhealthy.
    private List<TimedCommand> spell(int second) {
        var good = "image/" + RollingImages.GOOD;
        return List.of(
                at(second, new LabFault.LabBreakHealth(good)),
                at(second + dice.from(10, 40), new LabFault.LabMendHealth(good)));
    }

    /// An instance is drained and comes back: who has gone to other zones is brought back.
    private List<TimedCommand> drain(int second) {
        var instance = "${instance/" + POOL + "#" + dice.from(1, 3) + "}";
        return List.of(
                at(second, state(instance, "DRAINING")),
                at(second + dice.from(20, 60), state(instance, "ACTIVE")));
    }

    private static Command state(String instance, String status) {
        return new InstanceCommand.UpdateContainerInstancesState(
                CLUSTER, List.of(instance), status);
    }

    private static TimedCommand at(int second, Command command) {
        return new TimedCommand(SimInstant.ofSeconds(second), command);
    }

    private Command command(String service) {
        return switch (dice.below(12)) {
            case 0, 1, 2 -> scale(service);
            case 3, 4, 5, 6 -> deploy(service);
            case 7, 8 -> new LabFault.LabKillContainer(task(service), "web", 1);
            case 9 -> new LabFault.LabBreakHealth(task(service));
            case 10 -> new LabFault.LabMendHealth(task(service));
            default ->
                    new DeploymentCommand.StopServiceDeployment(
                            "${serviceDeployment/" + service + "}", Given.of("ROLLBACK"));
        };
    }

    private String task(String service) {
        return "task/" + service + "#" + dice.from(1, 16);
    }

    private Command scale(String service) {
        return update(service, Given.of(dice.from(0, 6)), Given.absent());
    }

    private Command deploy(String service) {
        return update(
                service,
                dice.once(3) ? Given.of(dice.from(1, 5)) : Given.absent(),
                dice.once(5) ? Given.absent() : Given.of(service + ":" + dice.from(1, REVISIONS)));
    }

    private static Command update(String service, Given<Integer> desired, Given<String> revision) {
        return new ServiceCommand.UpdateService(
                CLUSTER,
                service,
                desired,
                revision,
                List.of(),
                desired.isGiven() ? Given.absent() : Given.of(true),
                Unmodelled.NOTHING);
    }
}
