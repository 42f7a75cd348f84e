package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.CapacityProviderResponse;
import ecslab.ecs.command.ClusterCommand.CreateCapacityProvider;
import ecslab.ecs.command.ClusterCommand.DeleteCapacityProvider;
import ecslab.ecs.command.ClusterCommand.UpdateCapacityProvider;
import ecslab.ecs.command.Given;
import ecslab.ecs.event.Event.CapacityProviderChange;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// `CreateCapacityProvider` and `DeleteCapacityProvider` (behaviour reference §1.2).
final class CapacityProviders {

    private final Desk desk;
    private final Names names;

    CapacityProviders(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response create(CreateCapacityProvider command, Runnable accepted) {
        var name = command.name();
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("aws") || lower.startsWith("ecs") || lower.startsWith("fargate")) {
            throw ApiException.of("InvalidParameterException", "/name")
                    .because(
                            "The specified capacity provider name is invalid. The name can't be"
                                    + " prefixed with \"aws\", \"ecs\", or \"fargate\".")
                    .remedy(Phrase.of("remedy.name"));
        }
        if (isActive(name)) {
            throw ApiException.client("/name")
                    .because(
                            "The specified capacity provider already exists. To change the"
                                    + " configuration of an existing capacity provider, update the"
                                    + " capacity provider.")
                    .remedy(Phrase.of("remedy.provider.exists", "name", name));
        }
        if (command.unmodelled().fields().containsKey("managedInstancesProvider")) {
            throw ApiException.of("UnsupportedFeatureException", "/managedInstancesProvider")
                    .because(OurWords.NO_MANAGED_INSTANCES)
                    .remedy(Phrase.of("remedy.provider.managed"));
        }
        var group = group(command.autoScalingGroupArn());
        var taken =
                desk.state().capacityProviders.values().stream()
                        .anyMatch(one ->
                                one.autoScalingGroup().equals(group.name())
                                        && isActive(one.name()));
        if (taken) {
            throw ApiException.client("/autoScalingGroupProvider/autoScalingGroupArn")
                    .because(
                            "The specified Auto Scaling group ARN is already being used by another"
                                + " capacity provider. Specify a unique Auto Scaling group ARN and"
                                + " try again.")
                    .remedy(Phrase.of("remedy.provider.group", "known", knownGroups()));
        }
        ScalingRules.check(command.managedScaling(), command.managedTerminationProtection());
        accepted.run();
        var provider =
                new CapacityProvider(
                        name,
                        desk.arns().capacityProvider(name),
                        CapacityProvider.ACTIVE,
                        "",
                        group.name(),
                        command.managedScaling(),
                        command.managedTerminationProtection(),
                        command.managedDraining());
        put(provider);
        return new CapacityProviderResponse(provider);
    }

    /// What is not given stays as it is.
    Response update(UpdateCapacityProvider command, Runnable accepted) {
        var name = names.lastPart(command.name(), "/name");
        var before = changeable(name, "/name");
        var given = command.managedScaling();
        var old = before.managedScaling();
        var scaling =
                new CapacityProvider.ManagedScaling(
                        isEnabled(given.status(), old.enabled()),
                        given.targetCapacity().orElse(old.targetCapacity()),
                        given.minimumScalingStepSize().orElse(old.minimumScalingStepSize()),
                        given.maximumScalingStepSize().orElse(old.maximumScalingStepSize()),
                        given.instanceWarmupPeriod().orElse(old.instanceWarmupPeriod()));
        var protection =
                isEnabled(
                        command.managedTerminationProtection(),
                        before.managedTerminationProtection());
        ScalingRules.check(scaling, protection);
        accepted.run();
        var next =
                new CapacityProvider(
                        name,
                        before.arn(),
                        before.status(),
                        "UPDATE_COMPLETE",
                        before.autoScalingGroup(),
                        scaling,
                        protection,
                        isEnabled(command.managedDraining(), before.managedDraining()));
        put(next);
        return new CapacityProviderResponse(next);
    }

    private static boolean isEnabled(Given<String> given, boolean before) {
        return given.isGiven() ? given.orElse("").equals("ENABLED") : before;
    }

    private CapacityProvider changeable(String name, String field) {
        if (CapacityProvider.isFargate(name)) {
            throw ApiException.client(field)
                    .because("The FARGATE and FARGATE_SPOT capacity providers can't be changed.")
                    .remedy(Phrase.of("remedy.provider.fargate"));
        }
        if (!isActive(name)) {
            throw ApiException.invalidParameter(field)
                    .because("The specified capacity provider does not exist.")
                    .remedy(unknown(name));
        }
        return Objects.requireNonNull(desk.state().capacityProviders.get(name));
    }

    Response delete(DeleteCapacityProvider command, Runnable accepted) {
        var name = names.lastPart(command.capacityProvider(), "/capacityProvider");
        if (CapacityProvider.isFargate(name)) {
            throw ApiException.client("/capacityProvider")
                    .because("The FARGATE and FARGATE_SPOT capacity providers can't be deleted.")
                    .remedy(Phrase.of("remedy.provider.fargate"));
        }
        if (!isActive(name)) {
            throw ApiException.invalidParameter("/capacityProvider")
                    .because("The specified capacity provider does not exist.")
                    .remedy(unknown(name));
        }
        var used =
                desk.state().clusters.values().stream()
                        .anyMatch(cluster -> cluster.capacityProviders().contains(name));
        if (used) {
            throw ApiException.client("/capacityProvider")
                    .because(
                            "The capacity provider cannot be deleted because it is associated with"
                                + " a cluster. Remove the capacity provider from the cluster and"
                                + " try again.")
                    .remedy(Phrase.of("remedy.provider.inUse"));
        }
        accepted.run();
        var before = Objects.requireNonNull(desk.state().capacityProviders.get(name));
        var gone =
                new CapacityProvider(
                        name,
                        before.arn(),
                        "INACTIVE",
                        "DELETE_COMPLETE",
                        before.autoScalingGroup(),
                        before.managedScaling(),
                        before.managedTerminationProtection(),
                        before.managedDraining());
        put(gone);
        return new CapacityProviderResponse(gone);
    }

    /// AWS's own two are there from the start; they are shown once somebody uses them.
    void showFargate(String name) {
        if (CapacityProvider.isFargate(name) && !desk.state().capacityProviders.containsKey(name)) {
            put(fargate(name, desk.arns()));
        }
    }

    /// One of AWS's own two.
    static CapacityProvider fargate(String name, Arns arns) {
        return new CapacityProvider(
                name,
                arns.capacityProvider(name),
                CapacityProvider.ACTIVE,
                "",
                "",
                CapacityProvider.ManagedScaling.DISABLED,
                false,
                false);
    }

    boolean isActive(String name) {
        var known = desk.state().capacityProviders.get(name);
        return known != null && known.status().equals(CapacityProvider.ACTIVE);
    }

    Phrase unknown(String name) {
        var known = desk.state().capacityProviders.keySet().stream().filter(this::isActive);
        return Misspelt.remedy(name, known.toList(), "remedy.provider");
    }

    private AutoScalingGroup group(String given) {
        var arn = names.plain(given, "/autoScalingGroupProvider/autoScalingGroupArn");
        return desk.state().autoScalingGroups.values().stream()
                .filter(group -> group.arn().equals(arn))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.client("/autoScalingGroupProvider/autoScalingGroupArn")
                                .because(
                                        "The specified Auto Scaling group ARN is invalid or does"
                                                + " not exist.")
                                .remedy(
                                        Phrase.of(
                                                "remedy.provider.group", "known", knownGroups())));
    }

    private String knownGroups() {
        return Names.list(List.copyOf(desk.state().autoScalingGroups.keySet()));
    }

    private void put(CapacityProvider provider) {
        desk.state().capacityProviders.put(provider.name(), provider);
        desk.journal().report(new CapacityProviderChange(desk.now(), provider));
    }
}
