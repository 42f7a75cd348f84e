package ecslab.simulator;

import ecslab.ecs.command.ClusterCommand.CreateCluster;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.command.LabCapacity.LabStartInstances;
import ecslab.ecs.command.LabCommand.LabNetwork;
import ecslab.ecs.command.PlacementInput;
import ecslab.ecs.command.PlacementInput.StrategyInput;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.MemoryUse;
import ecslab.ecs.scenario.OnSigterm;
import ecslab.ecs.scenario.ProgramEnd;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A run for measuring: tasks that are binpacked onto container instances, ten to each, live for a
/// minute and stop. What is played is the whole of it: engine, machines, containers; every event is
/// made and counted, every decision as well, but nothing is written. Where a cluster may not have
/// so many container instances there are several, so that every task finds its place.
///
/// It knows no clock: whoever measures holds the watch.
public final class ManyTasks {

    private static final int TASKS_ON_AN_INSTANCE = 10;
    private static final int COUNT_MAX = 10;
    private static final int STARTED_MAX = 100;
    private static final int INSTANCES_OF_A_CLUSTER_MAX = 5_000;
    private static final String IMAGE = "batch:1";
    private static final SimInstant AT = SimInstant.ofSeconds(1);
    private static final SimInstant END = SimInstant.ofSeconds(300);
    private static final Duration LIVES = Duration.ofSeconds(60);

    private ManyTasks() {}

    /// What was counted.
    ///
    /// @param tasks that were asked for
    /// @param decisions among the events
    /// @param stopped tasks that were placed, lived and came to STOPPED
    public record Played(
            int tasks, int instances, int clusters, long events, long decisions, long stopped) {}

    public static final Played NOTHING = new Played(0, 0, 0, 0, 0, 0);

    /// Plays it from the first moment to the last.
    public static Played play(int tasks) {
        var instances = Math.ceilDiv(tasks, TASKS_ON_AN_INSTANCE);
        var counted = CountedRun.play(scenario(tasks, instances));
        return new Played(
                tasks,
                instances,
                clusters(instances),
                counted.events(),
                counted.decisions(),
                counted.stopped());
    }

    private static int clusters(int instances) {
        return Math.ceilDiv(instances, INSTANCES_OF_A_CLUSTER_MAX);
    }

    /// The cluster of an instance, by the instance's number.
    private static String cluster(int instance) {
        return "many-" + instance / INSTANCES_OF_A_CLUSTER_MAX;
    }

    private static Scenario scenario(int tasks, int instances) {
        var setup = new ArrayList<TimedCommand>();
        for (var command : world(instances)) {
            setup.add(new TimedCommand(SimInstant.START, command));
        }
        var commands = new ArrayList<TimedCommand>();
        for (var left = tasks; left > 0; left -= COUNT_MAX) {
            var cluster = cluster((tasks - left) / TASKS_ON_AN_INSTANCE);
            commands.add(new TimedCommand(AT, run(cluster, Math.min(left, COUNT_MAX))));
        }
        return new Scenario(
                "Many tasks",
                Instant.parse("2026-11-21T00:00:00Z"),
                new Arns("us-east-1", "111122223333"),
                7,
                END,
                List.of(image()),
                List.of(),
                List.copyOf(setup),
                List.copyOf(commands),
                List.of());
    }

    private static List<Command> world(int instances) {
        var world = new ArrayList<Command>();
        world.add(
                new LabNetwork(
                        List.of("us-east-1a", "us-east-1b", "us-east-1c"),
                        true,
                        false,
                        List.of(),
                        List.of()));
        for (var there = 0; there < instances; there += INSTANCES_OF_A_CLUSTER_MAX) {
            world.add(new CreateCluster(Given.of(cluster(there)), Unmodelled.NOTHING));
        }
        for (var left = instances; left > 0; left -= STARTED_MAX) {
            var cluster = cluster(instances - left);
            world.add(start(cluster, "pool" + left, Math.min(left, STARTED_MAX)));
        }
        world.add(
                new RegisterTaskDefinition(
                        "batch",
                        Given.of("bridge"),
                        List.of(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        List.of(container()),
                        List.of(),
                        Unmodelled.NOTHING));
        return world;
    }

    private static Command start(String cluster, String name, int count) {
        var template =
                new InstanceTemplate(
                        cluster,
                        "m5.xlarge",
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        "",
                        Given.absent(),
                        Given.absent());
        return new LabStartInstances(name, template, count);
    }

    private static ContainerDefinitionInput container() {
        return new ContainerDefinitionInput(
                Given.of("batch"),
                Given.of(IMAGE),
                Given.of(400),
                Given.of(1_500),
                Given.absent(),
                Given.absent(),
                List.of(),
                List.of(),
                Given.absent(),
                Given.absent(),
                ContainerSettingsInput.NONE,
                Unmodelled.NOTHING);
    }

    private static RunTask run(String cluster, int count) {
        return new RunTask(
                Given.of(cluster),
                "batch",
                Given.of(count),
                Given.of("EC2"),
                List.of(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                TaskOverride.NONE,
                new PlacementInput(
                        Given.absent(),
                        Given.of(
                                List.of(
                                        new StrategyInput(
                                                Given.of("binpack"), Given.of("memory"))))),
                Unmodelled.NOTHING);
    }

    private static ImageBehaviour image() {
        return new ImageBehaviour(
                IMAGE,
                100,
                3,
                Duration.ofSeconds(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                "/",
                new OnSigterm(false, Duration.ZERO, 0),
                new ProgramEnd.After(LIVES, 0),
                MemoryUse.NONE,
                HealthAnswers.from(Duration.ofSeconds(1)));
    }
}
