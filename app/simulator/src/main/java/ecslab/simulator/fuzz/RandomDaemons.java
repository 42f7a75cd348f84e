package ecslab.simulator.fuzz;

import ecslab.ecs.command.AttributeCommand;
import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.InstanceCommand;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.PlacementInput;
import ecslab.ecs.command.PlacementInput.ConstraintInput;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.fuzz.RandomRevisions.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// In half of all scenarios a daemon service in a cluster of its own, beside a service that shares
/// its instances, while instances come, go, drain and change their attributes.
final class RandomDaemons {

    private static final Given<String> CLUSTER = Given.of("watched");
    private static final String POOL = "watched";
    private static final String DAEMON = "agent";
    private static final String GUEST = "guest";

    /// What both run is registered for somebody else.
    private static final Family FAMILY = RandomRolling.FAMILIES.getFirst();

    private final Dice dice;
    private final boolean isOn;
    private final boolean picky;

    RandomDaemons(long seed) {
        dice = new Dice(seed, "fuzz/daemons");
        isOn = dice.once(2);
        picky = dice.once(3);
    }

    List<Command> made() {
        if (!isOn) {
            return List.of();
        }
        var all = new ArrayList<Command>();
        all.add(new ClusterCommand.CreateCluster(CLUSTER, Unmodelled.NOTHING));
        all.add(start(dice.from(2, 3)));
        all.add(service(DAEMON, Given.absent(), daemon()));
        all.add(
                service(
                        GUEST,
                        Given.of(dice.from(0, 4)),
                        new SchedulingInput(
                                Given.absent(),
                                Given.absent(),
                                new RandomPlacement(dice).of(false))));
        return all;
    }

    private Command start(int count) {
        return new LabCapacity.LabStartInstances(
                POOL,
                new LabCapacity.InstanceTemplate(
                        CLUSTER.orElse(""),
                        "t3.small",
                        List.of("${subnet/a}", "${subnet/b}"),
                        List.of(),
                        List.of(),
                        0,
                        "",
                        Given.absent(),
                        Given.of(Duration.ofSeconds(dice.from(1, 10)))),
                count);
    }

    private SchedulingInput daemon() {
        var constraints =
                picky
                        ? List.of(
                                new ConstraintInput(
                                        Given.of("memberOf"), Given.of("attribute:stack != green")))
                        : List.<ConstraintInput>of();
        return new SchedulingInput(
                Given.of("DAEMON"),
                Given.absent(),
                new PlacementInput(Given.of(constraints), Given.absent()));
    }

    private static Command service(
            String name, Given<Integer> desired, SchedulingInput scheduling) {
        return new ServiceCommand.CreateService(
                CLUSTER,
                name,
                Given.of(FAMILY.name() + ":1"),
                desired,
                Given.of("EC2"),
                List.of(),
                Given.absent(),
                List.of(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                scheduling,
                Unmodelled.NOTHING);
    }

    List<TimedCommand> commands(int quietFromSeconds) {
        var all = new ArrayList<TimedCommand>();
        if (isOn) {
            for (var second = 30; second < quietFromSeconds; second += dice.from(10, 80)) {
                all.add(new TimedCommand(SimInstant.ofSeconds(second), command()));
            }
        }
        return all;
    }

    private Command command() {
        return switch (dice.below(10)) {
            case 0, 1 -> start(1);
            case 2 -> new LabCapacity.LabTerminateInstance(instance());
            case 3, 4 ->
                    new InstanceCommand.UpdateContainerInstancesState(
                            CLUSTER, List.of(of(instance())), dice.once(2) ? "ACTIVE" : "DRAINING");
            case 5 ->
                    new AttributeCommand.PutAttributes(
                            CLUSTER,
                            List.of(
                                    new AttributeCommand.AttributeInput(
                                            "stack",
                                            Given.of(dice.once(2) ? "blue" : "green"),
                                            Given.absent(),
                                            Given.of(of(instance())))));
            case 6, 7 ->
                    new LabFault.LabKillContainer(
                            "task/" + DAEMON + "#" + dice.from(1, 6), "web", 1);
            case 8 -> update(DAEMON, Given.absent());
            default -> update(GUEST, Given.of(dice.from(0, 6)));
        };
    }

    private static Command update(String service, Given<Integer> desired) {
        return new ServiceCommand.UpdateService(
                CLUSTER,
                service,
                desired,
                Given.absent(),
                List.of(),
                desired.isGiven() ? Given.absent() : Given.of(true),
                Unmodelled.NOTHING);
    }

    private String instance() {
        return POOL + "#" + dice.from(1, 4);
    }

    private static String of(String instance) {
        return "${instance/" + instance + "}";
    }
}
