package ecslab.wire.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.ContainerHealthCheck;
import ecslab.ecs.model.ContainerSettings;
import ecslab.ecs.model.RestartPolicy;
import ecslab.ecs.model.RuntimePlatform;
import java.util.List;

/// What a container definition says beyond name, image, size and ports. What wasn't given isn't
/// there.
public final class SettingsJson {

    private SettingsJson() {}

    public static void into(ObjectNode json, ContainerSettings settings) {
        if (!settings.entryPoint().isEmpty()) {
            json.set("entryPoint", texts(settings.entryPoint()));
        }
        if (!settings.command().isEmpty()) {
            json.set("command", texts(settings.command()));
        }
        if (!settings.dependsOn().isEmpty()) {
            var items = json.putArray("dependsOn");
            for (var one : settings.dependsOn()) {
                items.addObject()
                        .put("containerName", one.containerName())
                        .put("condition", one.condition().name());
            }
        }
        if (settings.startTimeout().isPositive()) {
            json.put("startTimeout", settings.startTimeout().toSeconds());
        }
        healthCheck(json, settings.healthCheck());
        if (!settings.restartPolicy().equals(RestartPolicy.NONE)) {
            restartPolicy(json.putObject("restartPolicy"), settings.restartPolicy());
        }
        volumes(json, settings);
        if (!settings.links().isEmpty()) {
            json.set("links", texts(settings.links()));
        }
        if (!settings.environmentFiles().isEmpty()) {
            var items = json.putArray("environmentFiles");
            for (var one : settings.environmentFiles()) {
                items.addObject().put("value", one.value()).put("type", one.type());
            }
        }
        if (!settings.secrets().isEmpty()) {
            var items = json.putArray("secrets");
            for (var one : settings.secrets()) {
                items.addObject().put("name", one.name()).put("valueFrom", one.valueFrom());
            }
        }
    }

    /// What was left out isn't there.
    public static void platform(ObjectNode json, RuntimePlatform platform) {
        if (platform.equals(RuntimePlatform.NONE)) {
            return;
        }
        var inside = json.putObject("runtimePlatform");
        if (!platform.cpuArchitecture().isEmpty()) {
            inside.put("cpuArchitecture", platform.cpuArchitecture());
        }
        if (!platform.operatingSystemFamily().isEmpty()) {
            inside.put("operatingSystemFamily", platform.operatingSystemFamily());
        }
    }

    /// `logConfiguration`.
    ///
    /// @param driver empty if there is none
    public static void log(ObjectNode json, String driver, ContainerSettings settings) {
        if (driver.isEmpty()) {
            return;
        }
        var log = json.putObject("logConfiguration").put("logDriver", driver);
        if (!settings.logOptions().isEmpty()) {
            var options = log.putObject("options");
            settings.logOptions().forEach(options::put);
        }
    }

    private static void healthCheck(ObjectNode json, ContainerHealthCheck check) {
        switch (check) {
            case ContainerHealthCheck.None() -> {}
            case ContainerHealthCheck.Check(
                            var command,
                            var interval,
                            var timeout,
                            int retries,
                            var startPeriod) -> {
                var inside = json.putObject("healthCheck");
                inside.set("command", texts(command));
                inside.put("interval", interval.toSeconds());
                inside.put("timeout", timeout.toSeconds());
                inside.put("retries", retries);
                if (startPeriod.isPositive()) {
                    inside.put("startPeriod", startPeriod.toSeconds());
                }
            }
        }
    }

    private static void restartPolicy(ObjectNode json, RestartPolicy policy) {
        json.put("enabled", policy.enabled());
        if (!policy.ignoredExitCodes().isEmpty()) {
            var codes = json.putArray("ignoredExitCodes");
            policy.ignoredExitCodes().forEach(codes::add);
        }
        json.put("restartAttemptPeriod", policy.restartAttemptPeriod().toSeconds());
    }

    private static void volumes(ObjectNode json, ContainerSettings settings) {
        if (!settings.mountPoints().isEmpty()) {
            var items = json.putArray("mountPoints");
            for (var one : settings.mountPoints()) {
                items.addObject()
                        .put("sourceVolume", one.sourceVolume())
                        .put("containerPath", one.containerPath())
                        .put("readOnly", one.readOnly());
            }
        }
        if (!settings.volumesFrom().isEmpty()) {
            var items = json.putArray("volumesFrom");
            for (var one : settings.volumesFrom()) {
                items.addObject()
                        .put("sourceContainer", one.sourceContainer())
                        .put("readOnly", one.readOnly());
            }
        }
    }

    private static ArrayNode texts(List<String> texts) {
        var items = JsonNodeFactory.instance.arrayNode();
        texts.forEach(items::add);
        return items;
    }
}
