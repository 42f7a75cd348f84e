package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.ContainerSettingsInput.HealthCheckInput;
import ecslab.ecs.command.ContainerSettingsInput.RestartPolicyInput;
import ecslab.ecs.command.Given;

/// Writes what [ContainerInputs] reads.
final class ContainerJson {

    private ContainerJson() {}

    static void into(ObjectNode json, ContainerSettingsInput settings) {
        CommandJson.putTexts(json, "entryPoint", settings.entryPoint());
        CommandJson.putTexts(json, "command", settings.command());
        if (!settings.dependsOn().isEmpty()) {
            var items = json.putArray("dependsOn");
            settings.dependsOn()
                    .forEach(one ->
                            items.addObject()
                                    .put("containerName", one.containerName())
                                    .put("condition", one.condition()));
        }
        CommandJson.putInt(json, "startTimeout", settings.startTimeout());
        if (settings.healthCheck() instanceof Given.Value<HealthCheckInput>(var check)) {
            healthCheck(json.putObject("healthCheck"), check);
        }
        if (settings.restartPolicy() instanceof Given.Value<RestartPolicyInput>(var policy)) {
            restartPolicy(json.putObject("restartPolicy"), policy);
        }
        volumes(json, settings);
        CommandJson.putTexts(json, "links", settings.links());
        if (!settings.environmentFiles().isEmpty()) {
            var items = json.putArray("environmentFiles");
            settings.environmentFiles()
                    .forEach(one ->
                            items.addObject().put("value", one.value()).put("type", one.type()));
        }
        if (!settings.secrets().isEmpty()) {
            var items = json.putArray("secrets");
            settings.secrets()
                    .forEach(one ->
                            items.addObject()
                                    .put("name", one.name())
                                    .put("valueFrom", one.valueFrom()));
        }
    }

    private static void volumes(ObjectNode json, ContainerSettingsInput settings) {
        if (!settings.mountPoints().isEmpty()) {
            var items = json.putArray("mountPoints");
            settings.mountPoints()
                    .forEach(one ->
                            items.addObject()
                                    .put("sourceVolume", one.sourceVolume())
                                    .put("containerPath", one.containerPath())
                                    .put("readOnly", one.readOnly()));
        }
        if (!settings.volumesFrom().isEmpty()) {
            var items = json.putArray("volumesFrom");
            settings.volumesFrom()
                    .forEach(one ->
                            items.addObject()
                                    .put("sourceContainer", one.sourceContainer())
                                    .put("readOnly", one.readOnly()));
        }
    }

    private static void healthCheck(ObjectNode json, HealthCheckInput check) {
        CommandJson.putTexts(json, "command", check.command());
        CommandJson.putInt(json, "interval", check.interval());
        CommandJson.putInt(json, "timeout", check.timeout());
        CommandJson.putInt(json, "retries", check.retries());
        CommandJson.putInt(json, "startPeriod", check.startPeriod());
    }

    private static void restartPolicy(ObjectNode json, RestartPolicyInput policy) {
        json.put("enabled", policy.enabled());
        if (!policy.ignoredExitCodes().isEmpty()) {
            var codes = json.putArray("ignoredExitCodes");
            policy.ignoredExitCodes().forEach(codes::add);
        }
        CommandJson.putInt(json, "restartAttemptPeriod", policy.restartAttemptPeriod());
    }
}
