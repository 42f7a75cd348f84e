package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand.CreateService;
import ecslab.ecs.model.AvailabilityZoneRebalancing;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.PlacementRules;
import ecslab.ecs.model.SchedulingStrategy;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceScheduling;
import ecslab.ecs.model.TaskDefinition;
import java.util.List;

/// What ECS refuses in how a service is scheduled: daemons, and rebalancing of Availability Zones
/// (behaviour reference §5.5, §6.1).
final class SchedulingChecks {

    private static final int DAEMON_PERCENT_MAX = 100;
    private static final DeploymentConfiguration DAEMON_DEFAULT =
            new DeploymentConfiguration(0, DAEMON_PERCENT_MAX);

    private SchedulingChecks() {}

    static boolean isDaemon(CreateService command) {
        var asked = command.scheduling().schedulingStrategy().orElse("REPLICA");
        return switch (asked) {
            case "REPLICA" -> false;
            case "DAEMON" -> true;
            default ->
                    throw ApiException.invalidParameter("/schedulingStrategy")
                            .because(
                                    "Invalid value \""
                                            + asked
                                            + "\". Valid values: REPLICA, DAEMON.")
                            .remedy(
                                    Phrase.of(
                                            "remedy.placement.known", "known", "REPLICA, DAEMON"));
        };
    }

    /// In ECS's words as far as they have been seen (reports to command-line tools).
    static void checkDaemon(CreateService command, CapacityChoice.Chosen chosen) {
        if (chosen.type() == LaunchType.FARGATE) {
            throw ApiException.invalidParameter("/schedulingStrategy")
                    .because(
                            "The daemon scheduling strategy is not supported on FARGATE launch"
                                    + " type.")
                    .remedy(Phrase.of("remedy.daemon.fargate"));
        }
        if (!chosen.strategy().isEmpty()) {
            throw ApiException.invalidParameter("/capacityProviderStrategy")
                    .because(
                            "Specifying a capacity provider strategy is not supported when you"
                                    + " create a service using the DAEMON scheduling strategy.")
                    .remedy(Phrase.of("remedy.daemon.launchType"));
        }
        refuseDesired(command.desiredCount());
        var percents = command.deploymentConfiguration().orElse(DeploymentConfigurationInput.NONE);
        if (percents.maximumPercent().orElse(DAEMON_PERCENT_MAX) > DAEMON_PERCENT_MAX) {
            throw ApiException.invalidParameter("/deploymentConfiguration/maximumPercent")
                    .because(
                            "The daemon scheduling strategy does not support values above 100 for"
                                    + " maximumPercent on a deployment configuration. Change the"
                                    + " maximumPercent value to 100, and try again")
                    .remedy(Phrase.of("remedy.daemon.percent"));
        }
        var strategy = command.scheduling().placement().placementStrategy();
        if (strategy.isGiven() && !strategy.orElse(List.of()).isEmpty()) {
            throw ApiException.invalidParameter("/placementStrategy")
                    .because(
                            "The daemon scheduling strategy does not support placement strategies.")
                    .remedy(Phrase.of("remedy.daemon.strategy"));
        }
    }

    static void refuseDesired(Given<Integer> desired) {
        if (desired.isGiven()) {
            throw ApiException.invalidParameter("/desiredCount")
                    .because(
                            "The daemon scheduling strategy does not support a desired count for"
                                    + " services. Remove the desired count value and try again")
                    .remedy(Phrase.of("remedy.daemon.desiredCount"));
        }
    }

    /// What holds where nothing is said.
    static DeploymentConfiguration usual(boolean daemon) {
        return daemon ? DAEMON_DEFAULT : DeploymentConfiguration.REPLICA_DEFAULT;
    }

    /// Nothing said about rebalancing means ENABLED where it is possible.
    static ServiceScheduling created(
            CreateService command, TaskDefinition definition, LaunchType type, int maximumPercent) {
        var daemon = isDaemon(command);
        var placement =
                PlacementChecks.check(
                        command.scheduling().placement(),
                        PlacementRules.NONE,
                        definition.placementConstraints(),
                        type);
        var kind = daemon ? SchedulingStrategy.DAEMON : SchedulingStrategy.REPLICA;
        var off = new ServiceScheduling(kind, placement, AvailabilityZoneRebalancing.DISABLED);
        return switch (rebalancing(command.scheduling())) {
            case Given.Value<AvailabilityZoneRebalancing>(var asked) ->
                    checked(off, asked, type, maximumPercent);
            case Given.Absent<AvailabilityZoneRebalancing>() ->
                    isEligible(off, type, maximumPercent)
                            ? with(off, AvailabilityZoneRebalancing.ENABLED)
                            : off;
        };
    }

    /// Nothing said about rebalancing leaves it as it is.
    static ServiceScheduling updated(
            Service service, SchedulingInput given, TaskDefinition definition, int maximumPercent) {
        var before = service.scheduling();
        var placement =
                PlacementChecks.check(
                        given.placement(),
                        before.placement(),
                        definition.placementConstraints(),
                        service.launchType());
        var next =
                new ServiceScheduling(
                        before.schedulingStrategy(),
                        placement,
                        before.availabilityZoneRebalancing());
        return switch (rebalancing(given)) {
            case Given.Value<AvailabilityZoneRebalancing>(var asked) ->
                    checked(next, asked, service.launchType(), maximumPercent);
            case Given.Absent<AvailabilityZoneRebalancing>() -> next;
        };
    }

    private static Given<AvailabilityZoneRebalancing> rebalancing(SchedulingInput given) {
        if (!(given.availabilityZoneRebalancing() instanceof Given.Value<String>(var asked))) {
            return Given.absent();
        }
        return switch (asked) {
            case "ENABLED" -> Given.of(AvailabilityZoneRebalancing.ENABLED);
            case "DISABLED" -> Given.of(AvailabilityZoneRebalancing.DISABLED);
            default ->
                    throw ApiException.invalidParameter("/availabilityZoneRebalancing")
                            .because(
                                    "Invalid value \""
                                            + asked
                                            + "\". Valid values: ENABLED, DISABLED.")
                            .remedy(
                                    Phrase.of(
                                            "remedy.placement.known",
                                            "known",
                                            "ENABLED, DISABLED"));
        };
    }

    private static ServiceScheduling checked(
            ServiceScheduling scheduling,
            AvailabilityZoneRebalancing asked,
            LaunchType type,
            int maximumPercent) {
        if (asked == AvailabilityZoneRebalancing.ENABLED
                && !isEligible(scheduling, type, maximumPercent)) {
            throw ApiException.invalidParameter("/availabilityZoneRebalancing")
                    .because("The service is not eligible for Availability Zone rebalancing.")
                    .remedy(Phrase.of("remedy.rebalancing"));
        }
        return with(scheduling, asked);
    }

    /// Only what may be spread over zones can be rebalanced over them.
    static boolean isEligible(ServiceScheduling scheduling, LaunchType type, int maximumPercent) {
        var strategy = scheduling.placement().strategy();
        return !scheduling.isDaemon()
                && type != LaunchType.EXTERNAL
                && maximumPercent > DAEMON_PERCENT_MAX
                && (strategy.isEmpty() || strategy.getFirst().isZoneSpread())
                && scheduling.placement().constraints().stream()
                        .noneMatch(SchedulingChecks::namesZone);
    }

    private static boolean namesZone(PlacementConstraint constraint) {
        return constraint.expression().contains("ecs.availability-zone");
    }

    private static ServiceScheduling with(
            ServiceScheduling scheduling, AvailabilityZoneRebalancing next) {
        return new ServiceScheduling(scheduling.schedulingStrategy(), scheduling.placement(), next);
    }
}
