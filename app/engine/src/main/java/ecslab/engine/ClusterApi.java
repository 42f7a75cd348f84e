package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.ClusterResponse;
import ecslab.ecs.Response.CreateClusterResponse;
import ecslab.ecs.command.ClusterCommand.CreateCluster;
import ecslab.ecs.command.ClusterCommand.DeleteCluster;
import ecslab.ecs.command.ClusterCommand.PutClusterCapacityProviders;
import ecslab.ecs.command.Given;
import ecslab.ecs.event.Event.ClusterChange;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatus;
import ecslab.ecs.model.ServiceStatus;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// `CreateCluster`, `DeleteCluster` and `PutClusterCapacityProviders` (behaviour reference §1.1,
/// §1.2).
final class ClusterApi {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final int PROVIDERS_MAX = 20;
    private static final String UPDATING = "UPDATE_IN_PROGRESS";
    private static final String UPDATED = "UPDATE_COMPLETE";

    private final Desk desk;
    private final Names names;
    private final CapacityProviders providers;
    private final ClusterSettings settings;

    ClusterApi(Desk desk, Names names, CapacityProviders providers, ClusterSettings settings) {
        this.desk = desk;
        this.names = names;
        this.providers = providers;
        this.settings = settings;
    }

    /// Creating a cluster that exists answers with the one that exists.
    Response create(CreateCluster command, Runnable accepted) {
        var name = command.clusterName().orElse(ClusterDescription.DEFAULT);
        if (!NAME.matcher(name).matches()) {
            throw ApiException.invalidParameter("/clusterName")
                    .because("Identifier was invalid: " + name)
                    .remedy(Phrase.of("remedy.name"));
        }
        checkProviders(command.capacityProviders());
        checkStrategy(command.capacityProviders(), command.defaultCapacityProviderStrategy());
        ClusterSettings.check(command.settings());
        var known = desk.state().clusters.get(name);
        if (known != null && known.status() != ClusterStatus.INACTIVE) {
            accepted.run();
            return new CreateClusterResponse(known);
        }
        Quotas.checkClusters(desk.state());
        accepted.run();
        var cluster =
                ClusterDescription.empty(name)
                        .withSettings(settings.ofNew(command.settings()), command.unmodelled());
        if (!command.capacityProviders().isEmpty()) {
            command.capacityProviders().forEach(providers::showFargate);
            cluster = withProviders(cluster, command);
        }
        put(cluster);
        return new CreateClusterResponse(cluster);
    }

    /// What an Auto Scaling group provider needs is made first: until then the cluster is
    /// PROVISIONING.
    private ClusterDescription withProviders(ClusterDescription cluster, CreateCluster command) {
        var makes =
                command.capacityProviders().stream()
                        .anyMatch(one -> !CapacityProvider.isFargate(one));
        if (makes) {
            var wake = new Wake.ProvidersUpdated(cluster.name());
            desk.agenda().wakeAfter(Guesses.PROVIDERS_UPDATED_IN, wake);
        }
        return cluster.withStatus(makes ? ClusterStatus.PROVISIONING : ClusterStatus.ACTIVE)
                .withProviders(
                        command.capacityProviders(),
                        command.defaultCapacityProviderStrategy(),
                        makes ? UPDATING : UPDATED);
    }

    Response delete(DeleteCluster command, Runnable accepted) {
        var name = names.cluster(Given.of(command.cluster()));
        var cluster = Objects.requireNonNull(desk.state().clusters.get(name));
        refuseIf(
                desk.state().containerInstances.values().stream()
                        .anyMatch(one -> one.cluster().equals(name) && one.isRegistered()),
                "ClusterContainsContainerInstancesException",
                "The Cluster cannot be deleted while Container Instances are active or draining.",
                "remedy.cluster.instances");
        refuseIf(
                desk.state().services.values().stream()
                        .anyMatch(one ->
                                one.name().cluster().equals(name)
                                        && one.status() != ServiceStatus.INACTIVE),
                "ClusterContainsServicesException",
                "The Cluster cannot be deleted while Services are active.",
                "remedy.cluster.services");
        refuseIf(
                desk.state().tasks.values().stream()
                        .anyMatch(one -> one.cluster().equals(name) && !one.isStopped()),
                "ClusterContainsTasksException",
                "The Cluster cannot be deleted while Tasks are active.",
                "remedy.cluster.tasks");
        refuseIfUpdating(cluster);
        refuseIf(
                cluster.capacityProviders().stream()
                        .anyMatch(one -> !CapacityProvider.isFargate(one)),
                "ClusterContainsCapacityProviderException",
                "The Cluster cannot be deleted while Capacity Providers are associated with it.",
                "remedy.cluster.providers");
        accepted.run();
        var gone = cluster.withStatus(ClusterStatus.INACTIVE);
        put(gone);
        return new ClusterResponse(gone);
    }

    private static void refuseIf(boolean holds, String code, String words, String remedy) {
        if (holds) {
            throw ApiException.of(code, "/cluster").because(words).remedy(Phrase.of(remedy));
        }
    }

    static void refuseIfUpdating(ClusterDescription cluster) {
        refuseIf(
                cluster.attachmentsStatus().equals(UPDATING),
                "UpdateInProgressException",
                "The specified cluster is in a busy state. Cluster attachments must be in"
                        + " UPDATE_COMPLETE or UPDATE_FAILED state before they can be updated.",
                "remedy.cluster.busy");
    }

    /// Both lists replace what was there.
    Response put(PutClusterCapacityProviders command, Runnable accepted) {
        var name = names.cluster(Given.of(command.cluster()));
        var cluster = Objects.requireNonNull(desk.state().clusters.get(name));
        checkProviders(command.capacityProviders());
        checkStrategy(command.capacityProviders(), command.defaultCapacityProviderStrategy());
        refuseIfUpdating(cluster);
        for (var provider : cluster.capacityProviders()) {
            var used =
                    desk.state().tasks.values().stream()
                            .anyMatch(task ->
                                    task.cluster().equals(name)
                                            && !task.isStopped()
                                            && task.place().capacityProvider().equals(provider));
            refuseIf(
                    used && !command.capacityProviders().contains(provider),
                    "ResourceInUseException",
                    "The specified capacity provider is in use and cannot be removed.",
                    "remedy.provider.inUse");
        }
        accepted.run();
        command.capacityProviders().forEach(providers::showFargate);
        var next =
                cluster.withProviders(
                        command.capacityProviders(),
                        command.defaultCapacityProviderStrategy(),
                        UPDATING);
        put(next);
        desk.agenda().wakeAfter(Guesses.PROVIDERS_UPDATED_IN, new Wake.ProvidersUpdated(name));
        return new ClusterResponse(next);
    }

    void updated(String name) {
        var cluster = Objects.requireNonNull(desk.state().clusters.get(name));
        var status =
                cluster.status() == ClusterStatus.PROVISIONING
                        ? ClusterStatus.ACTIVE
                        : cluster.status();
        put(
                cluster.withStatus(status)
                        .withProviders(
                                cluster.capacityProviders(),
                                cluster.defaultCapacityProviderStrategy(),
                                UPDATED));
    }

    private void checkProviders(List<String> asked) {
        for (var provider : asked) {
            if (!CapacityProvider.isFargate(provider) && !providers.isActive(provider)) {
                throw ApiException.invalidParameter("/capacityProviders")
                        .because(
                                "The specified capacity provider '"
                                        + provider
                                        + "' is not in an ACTIVE state. Specify a valid capacity"
                                        + " provider and try again.")
                        .remedy(providers.unknown(provider));
            }
        }
        if (asked.size() > PROVIDERS_MAX) {
            throw ApiException.of("LimitExceededException", "/capacityProviders")
                    .because("A cluster has at most " + PROVIDERS_MAX + " capacity providers.")
                    .remedy(Phrase.of("remedy.strategy.numbers"));
        }
    }

    private static void checkStrategy(
            List<String> providers, List<CapacityProviderStrategyItem> strategy) {
        for (var item : strategy) {
            if (!providers.contains(item.capacityProvider())) {
                throw ApiException.invalidParameter("/defaultCapacityProviderStrategy")
                        .because(
                                "The specified default capacity provider strategy cannot contain a"
                                        + " capacity provider that is not associated with the"
                                        + " cluster.")
                        .remedy(
                                Phrase.of(
                                        "remedy.strategy.associate",
                                        "known",
                                        providers.isEmpty() ? "-" : String.join(", ", providers)));
            }
        }
        if (!strategy.isEmpty()) {
            CapacityChoice.checkNumbers(strategy, "/defaultCapacityProviderStrategy");
        }
    }

    private void put(ClusterDescription cluster) {
        desk.state().clusters.put(cluster.name(), cluster);
        desk.journal().report(new ClusterChange(desk.now(), cluster));
    }
}
