package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.ClusterResponse;
import ecslab.ecs.command.ClusterCommand.UpdateCluster;
import ecslab.ecs.command.ClusterCommand.UpdateClusterSettings;
import ecslab.ecs.command.Given;
import ecslab.ecs.event.Event.ClusterChange;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterSetting;
import ecslab.ecs.model.Unmodelled;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// `UpdateCluster` and `UpdateClusterSettings`. A cluster's own setting beats the account's
/// (behaviour reference §1.1).
final class ClusterSettings {

    private static final List<String> VALUES = List.of("disabled", "enabled", "enhanced");

    private final Desk desk;
    private final Names names;

    ClusterSettings(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response update(UpdateCluster command, Runnable accepted) {
        var cluster = cluster(command.cluster());
        check(command.settings());
        accepted.run();
        var fields = new TreeMap<>(cluster.unmodelled().fields());
        fields.putAll(command.unmodelled().fields());
        return put(
                cluster.withSettings(
                        chosen(command.settings(), cluster.containerInsights()),
                        new Unmodelled(fields)));
    }

    Response update(UpdateClusterSettings command, Runnable accepted) {
        var cluster = cluster(command.cluster());
        if (command.settings().isEmpty()) {
            throw wrong("settings must have at least one item.");
        }
        check(command.settings());
        ClusterApi.refuseIfUpdating(cluster);
        accepted.run();
        return put(
                cluster.withSettings(
                        chosen(command.settings(), cluster.containerInsights()),
                        cluster.unmodelled()));
    }

    /// What a new cluster has: its own setting, or the account's.
    String ofNew(List<ClusterSetting> given) {
        return chosen(
                given,
                desk.state()
                        .settings
                        .getOrDefault(ClusterSetting.CONTAINER_INSIGHTS, ClusterSetting.DISABLED));
    }

    static void check(List<ClusterSetting> settings) {
        for (var setting : settings) {
            if (!setting.name().equals(ClusterSetting.CONTAINER_INSIGHTS)) {
                throw wrong("Invalid cluster setting name: " + setting.name());
            }
            if (!VALUES.contains(setting.value())) {
                throw wrong("Invalid value for containerInsights: " + setting.value());
            }
        }
    }

    private static String chosen(List<ClusterSetting> given, String otherwise) {
        return given.isEmpty() ? otherwise : given.getLast().value();
    }

    private static ApiException wrong(String words) {
        return ApiException.invalidParameter("/settings")
                .because(words)
                .remedy(Phrase.of("remedy.cluster.settings", "known", Names.list(VALUES)));
    }

    private ClusterDescription cluster(String given) {
        return Objects.requireNonNull(desk.state().clusters.get(names.cluster(Given.of(given))));
    }

    private Response put(ClusterDescription cluster) {
        desk.state().clusters.put(cluster.name(), cluster);
        desk.journal().report(new ClusterChange(desk.now(), cluster));
        return new ClusterResponse(cluster);
    }
}
