package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.model.CapacityProvider.ManagedScaling;
import ecslab.ecs.model.ClusterSetting;
import ecslab.wire.output.Echo;
import java.util.List;

/// Writes commands about clusters and capacity providers.
final class ClusterCommandJson {

    private ClusterCommandJson() {}

    static ObjectNode of(ClusterCommand command) {
        return switch (command) {
            case ClusterCommand.CreateCluster create -> createCluster(create);
            case ClusterCommand.DeleteCluster(var cluster) -> object().put("cluster", cluster);
            case ClusterCommand.PutClusterCapacityProviders put -> put(put);
            case ClusterCommand.CreateCapacityProvider create -> create(create);
            case ClusterCommand.UpdateCluster(var cluster, var settings, var unmodelled) -> {
                var json = settings(object().put("cluster", cluster), settings);
                Echo.into(json, unmodelled);
                yield json;
            }
            case ClusterCommand.UpdateClusterSettings(var cluster, var settings) -> {
                var json = object().put("cluster", cluster);
                json.putArray("settings");
                yield settings(json, settings);
            }
            case ClusterCommand.UpdateCapacityProvider update -> update(update);
            case ClusterCommand.DeleteCapacityProvider(var name) ->
                    object().put("capacityProvider", name);
            case ClusterCommand.PutAccountSetting(var name, var value) ->
                    object().put("name", name).put("value", value);
        };
    }

    private static ObjectNode createCluster(ClusterCommand.CreateCluster create) {
        var json = object();
        CapacityJson.text(json, "clusterName", create.clusterName());
        CapacityJson.texts(json, "capacityProviders", create.capacityProviders());
        CapacityJson.strategy(
                json, "defaultCapacityProviderStrategy", create.defaultCapacityProviderStrategy());
        settings(json, create.settings());
        Echo.into(json, create.unmodelled());
        return json;
    }

    /// Left out if it is empty.
    private static ObjectNode settings(ObjectNode json, List<ClusterSetting> settings) {
        if (!settings.isEmpty()) {
            var items = json.putArray("settings");
            settings.forEach(
                    one -> items.addObject().put("name", one.name()).put("value", one.value()));
        }
        return json;
    }

    private static ObjectNode update(ClusterCommand.UpdateCapacityProvider update) {
        var json = object().put("name", update.name());
        var group = object();
        var scaling = object();
        var given = update.managedScaling();
        CapacityJson.text(scaling, "status", given.status());
        CommandJson.putInt(scaling, "targetCapacity", given.targetCapacity());
        CommandJson.putInt(scaling, "minimumScalingStepSize", given.minimumScalingStepSize());
        CommandJson.putInt(scaling, "maximumScalingStepSize", given.maximumScalingStepSize());
        CommandJson.putInt(scaling, "instanceWarmupPeriod", given.instanceWarmupPeriod());
        if (!scaling.isEmpty()) {
            group.set("managedScaling", scaling);
        }
        CapacityJson.text(
                group, "managedTerminationProtection", update.managedTerminationProtection());
        CapacityJson.text(group, "managedDraining", update.managedDraining());
        if (!group.isEmpty()) {
            json.set("autoScalingGroupProvider", group);
        }
        Echo.into(json, update.unmodelled());
        return json;
    }

    private static ObjectNode put(ClusterCommand.PutClusterCapacityProviders put) {
        var json = object().put("cluster", put.cluster());
        var providers = json.putArray("capacityProviders");
        put.capacityProviders().forEach(providers::add);
        json.putArray("defaultCapacityProviderStrategy");
        CapacityJson.strategy(
                json, "defaultCapacityProviderStrategy", put.defaultCapacityProviderStrategy());
        return json;
    }

    private static ObjectNode create(ClusterCommand.CreateCapacityProvider create) {
        var json = object().put("name", create.name());
        var group = json.putObject("autoScalingGroupProvider");
        group.put("autoScalingGroupArn", create.autoScalingGroupArn());
        var scaling = create.managedScaling();
        if (!scaling.equals(ManagedScaling.DISABLED)) {
            group.putObject("managedScaling")
                    .put("status", enabled(scaling.enabled()))
                    .put("targetCapacity", scaling.targetCapacity())
                    .put("minimumScalingStepSize", scaling.minimumScalingStepSize())
                    .put("maximumScalingStepSize", scaling.maximumScalingStepSize())
                    .put("instanceWarmupPeriod", scaling.instanceWarmupPeriod());
        }
        if (create.managedTerminationProtection()) {
            group.put("managedTerminationProtection", enabled(true));
        }
        if (!create.managedDraining()) {
            group.put("managedDraining", enabled(false));
        }
        Echo.into(json, create.unmodelled());
        return json;
    }

    private static String enabled(boolean is) {
        return is ? "ENABLED" : "DISABLED";
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
