package ecslab.simulator.fuzz;

import ecslab.ecs.command.AttributeCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.InstanceCommand;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.simulator.fuzz.RandomRevisions.Family;
import java.time.Duration;
import java.util.List;

/// Somebody wild, who starts, changes, stops, drains and breaks things.
final class RandomCommands {

    static final Given<String> CLUSTER = Given.of("demo");
    static final String POOL = "pool";
    static final String GROUP = "asg";
    static final String PROVIDER = "p";
    static final List<String> SERVICES = List.of("web", "plain", "bridge");

    private final Dice dice;
    private final RandomPlacement placement;

    RandomCommands(Dice dice) {
        this.dice = dice;
        placement = new RandomPlacement(dice);
    }

    Command command() {
        return switch (dice.below(20)) {
            case 0, 1, 2, 3 -> runTask();
            case 4, 5 ->
                    new TaskCommand.StopTask(CLUSTER, "${task/" + task() + "}", Given.of("wild"));
            case 6, 7 -> update(Given.of(dice.from(0, 4)), Given.absent());
            case 8, 9 -> update(Given.absent(), Given.of(revision()));
            case 10 -> new TaskDefinitionCommand.DeregisterTaskDefinition(revision());
            case 11 -> new TaskDefinitionCommand.DeleteTaskDefinitions(List.of(revision()));
            case 12, 13, 14 -> ofInstances();
            case 15 -> ofNetwork();
            case 16 -> dice.pick(RandomNeeds.wild());
            default -> fault();
        };
    }

    private Command ofInstances() {
        var instance = instance();
        return switch (dice.below(16)) {
            case 11 -> new LabCapacity.LabStopInstance(instance);
            case 12 -> new LabCapacity.LabStartStoppedInstance(instance);
            case 13 -> startTask(instance);
            case 14 -> putAttribute(instance);
            case 15 ->
                    new LabCapacity.LabAutoScalingGroup(
                            GROUP, RandomScenario.template(dice), 0, 3, dice.from(0, 3));
            case 0, 1, 2 -> state(instance, dice.once(3) ? "ACTIVE" : "DRAINING");
            case 3 -> new LabCapacity.LabTerminateInstance(instance);
            case 4, 5, 6 -> new LabCapacity.LabDisconnectAgent(POOL + "#1");
            case 8, 9 -> new LabCapacity.LabReconnectAgent(POOL + "#1");
            case 7 -> new LabCapacity.LabStartInstances(POOL, RandomScenario.template(dice), 1);
            default ->
                    new InstanceCommand.DeregisterContainerInstance(
                            CLUSTER, "${instance/" + instance + "}", Given.of(dice.once(2)));
        };
    }

    private Command startTask(String instance) {
        var family = dice.pick(RandomRevisions.FAMILIES);
        return new TaskCommand.StartTask(
                CLUSTER,
                List.of("${instance/" + instance + "}", "${instance/" + instance() + "}"),
                revision(family),
                network(family),
                Given.absent(),
                Given.absent(),
                TaskOverride.NONE,
                Unmodelled.NOTHING);
    }

    private Command putAttribute(String instance) {
        return new AttributeCommand.PutAttributes(
                CLUSTER,
                List.of(
                        new AttributeCommand.AttributeInput(
                                "stack",
                                Given.of(dice.once(2) ? "blue" : "green"),
                                Given.absent(),
                                Given.of("${instance/" + instance + "}"))));
    }

    private static Command state(String instance, String status) {
        return new InstanceCommand.UpdateContainerInstancesState(
                CLUSTER, List.of("${instance/" + instance + "}"), status);
    }

    private Command ofNetwork() {
        var subnet = "${subnet/" + dice.pick(List.of("a", "b", "private-a")) + "}";
        var route = dice.pick(List.of("internetGateway", "natGateway/a"));
        return switch (dice.below(6)) {
            case 0 -> new LabFault.LabFillSubnet(subnet);
            case 1 -> new LabFault.LabEmptySubnet(subnet);
            case 2 -> new LabCapacity.LabCloseRoute(route);
            case 3 -> new LabCapacity.LabOpenRoute(route);
            case 4 -> new LabCapacity.LabInterruptFargateSpot();
            default -> new LabCapacity.LabReturnFargateSpot();
        };
    }

    private Command fault() {
        return switch (dice.below(10)) {
            case 0, 1 -> new LabFault.LabKillContainer("task/" + task(), "web", dice.from(0, 255));
            case 2 -> new LabFault.LabRegistryDown(Given.absent(), dice.once(2));
            case 3, 4 -> new LabFault.LabRegistryUp(Given.absent());
            case 5 -> new LabFault.LabLeakMemory(of(), dice.from(10, 2_000));
            case 6 -> new LabFault.LabStopLeak(of());
            case 7 ->
                    new LabFault.LabSlowStart("image/good:1", Duration.ofSeconds(dice.from(0, 90)));
            case 8 -> new LabFault.LabBreakHealth(of());
            default -> new LabFault.LabMendHealth(of());
        };
    }

    private String of() {
        return dice.once(2) ? "image/good:1" : "task/" + task();
    }

    private String task() {
        var names = List.of("web", "plain", "bridge", "fixed", "host", "eni");
        return dice.pick(names) + "#" + dice.from(1, 8);
    }

    private String instance() {
        return dice.once(2) ? POOL + "#1" : (dice.once(3) ? GROUP : POOL) + "#" + dice.from(1, 3);
    }

    private String revision() {
        return revision(dice.pick(RandomRevisions.FAMILIES));
    }

    String revision(Family family) {
        return family.name() + ":" + dice.from(1, RandomScenario.revisionsOf(family));
    }

    private Command update(Given<Integer> desired, Given<String> revision) {
        return new ServiceCommand.UpdateService(
                CLUSTER,
                dice.pick(SERVICES),
                desired,
                revision,
                List.of(),
                dice.once(4) ? Given.of(true) : Given.absent(),
                Unmodelled.NOTHING);
    }

    private Command runTask() {
        var family = dice.pick(RandomRevisions.FAMILIES);
        var provider = dice.once(3);
        return new TaskCommand.RunTask(
                CLUSTER,
                revision(family),
                Given.of(dice.from(1, 3)),
                provider ? Given.absent() : Given.of(family.fargate() ? "FARGATE" : "EC2"),
                provider ? strategy(family) : List.of(),
                network(family),
                Given.absent(),
                Given.absent(),
                TaskOverride.NONE,
                placement.of(family.fargate() || provider),
                Unmodelled.NOTHING);
    }

    private List<CapacityProviderStrategyItem> strategy(Family family) {
        if (!family.fargate()) {
            return List.of(new CapacityProviderStrategyItem(PROVIDER, 0, 1));
        }
        return List.of(
                new CapacityProviderStrategyItem("FARGATE", dice.from(0, 1), 1),
                new CapacityProviderStrategyItem("FARGATE_SPOT", 0, dice.from(1, 3)));
    }

    /// Only a task with a network interface of its own says where, and on an instance it has no
    /// public address.
    static Given<AwsVpcConfiguration> network(Family family) {
        if (!family.mode().equals("awsvpc")) {
            return Given.absent();
        }
        var subnets =
                family.fargate()
                        ? List.of("${subnet/a}", "${subnet/b}")
                        : List.of("${subnet/private-a}", "${subnet/private-b}");
        return Given.of(new AwsVpcConfiguration(subnets, List.of(), family.fargate()));
    }
}
