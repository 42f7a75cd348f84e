package ecslab.wire.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskMoment;
import ecslab.wire.output.JsonText;
import ecslab.wire.output.OverridesJson;
import ecslab.wire.output.PlacementJson;
import ecslab.wire.output.SettingsJson;
import java.io.IOException;
import java.util.List;

/// Writes ECS's nouns as they stand in events: with the names that a run has, not with ARNs, so
/// that a line can be read.
final class NounWriter extends ServiceWriter {

    NounWriter(JsonGenerator out) {
        super(out);
    }

    void task(String name, Task task) throws IOException {
        open(name);
        text("id", task.id());
        text("cluster", task.cluster());
        text("taskDefinition", task.taskDefinition());
        text("group", task.group());
        text("startedBy", task.startedBy());
        text("lastStatus", task.lastStatus());
        text("desiredStatus", task.desiredStatus());
        text("healthStatus", task.healthStatus());
        text("launchType", task.launchType());
        text("capacityProvider", task.place().capacityProvider());
        text("containerInstance", task.place().containerInstance());
        text("availabilityZone", task.availabilityZone());
        text("subnetId", task.subnetId());
        number("cpu", task.cpuUnits());
        number("memory", task.memoryMib());
        openList("containers");
        for (var container : task.containers()) {
            container(container);
        }
        closeList();
        for (var eni : task.networkInterfaces()) {
            open("networkInterface");
            text("eniId", eni.eniId());
            text("subnetId", eni.subnetId());
            text("privateIpv4Address", eni.privateIpv4Address());
            text("publicIpv4Address", eni.publicIpv4Address());
            close();
        }
        var overrides = JsonNodeFactory.instance.objectNode();
        OverridesJson.into(overrides, task.origin().overrides());
        fields(overrides);
        times(task);
        stop(task.stop());
        number("version", task.version());
        close();
    }

    private void times(Task task) throws IOException {
        for (var moment : TaskMoment.values()) {
            var at = task.time(moment);
            if (at.isPresent()) {
                moment(moment.field(), at.get());
            }
        }
    }

    private void stop(Stop stop) throws IOException {
        switch (stop) {
            case Stop.NotAsked() -> {}
            case Stop.Asked(var code, var reason) -> {
                text("stopCode", code.printed());
                text("stoppedReason", reason);
            }
        }
    }

    private void container(Container container) throws IOException {
        open();
        text("name", container.name());
        text("image", container.image());
        text("imageDigest", container.imageDigest());
        text("lastStatus", container.lastStatus());
        switch (container.exit()) {
            case Exit.None() -> {}
            case Exit.Code(int code) -> number("exitCode", code);
        }
        text("reason", container.reason());
        text("healthStatus", container.healthStatus());
        flag("essential", container.essential());
        number("cpu", container.cpuUnits());
        number("memory", container.memoryMib());
        networkBindings(container.networkBindings());
        close();
    }

    private void networkBindings(List<NetworkBinding> bindings) throws IOException {
        if (bindings.isEmpty()) {
            return;
        }
        openList("networkBindings");
        for (var binding : bindings) {
            open();
            text("bindIP", binding.bindIp());
            number("containerPort", binding.containerPort());
            number("hostPort", binding.hostPort());
            text("protocol", binding.protocol());
            close();
        }
        closeList();
    }

    void taskDefinition(String name, TaskDefinition definition) throws IOException {
        open(name);
        text("name", definition.name());
        text("status", definition.status());
        text("networkMode", definition.networkMode().printed());
        texts("requiresCompatibilities", definition.requiresCompatibilities());
        texts("compatibilities", definition.compatibilities());
        number("cpu", definition.cpuUnits());
        number("memory", definition.memoryMib());
        text("executionRoleArn", definition.executionRoleArn());
        text("taskRoleArn", definition.taskRoleArn());
        openList("containerDefinitions");
        for (var container : definition.containerDefinitions()) {
            containerDefinition(container);
        }
        closeList();
        volumes(definition);
        if (!definition.placementConstraints().isEmpty()) {
            var placement = JsonNodeFactory.instance.objectNode();
            PlacementJson.into(placement, definition.placementConstraints());
            fields(placement);
        }
        platform(definition);
        moment("registeredAt", definition.registeredAt());
        unmodelled(definition.unmodelled());
        close();
    }

    private void platform(TaskDefinition definition) throws IOException {
        var json = JsonNodeFactory.instance.objectNode();
        SettingsJson.platform(json, definition.runtimePlatform());
        for (var field : json.properties()) {
            raw(field.getKey(), JsonText.compact(field.getValue()));
        }
        if (definition.ephemeralStorageGib() > 0) {
            number("ephemeralStorageGib", definition.ephemeralStorageGib());
        }
    }

    private void volumes(TaskDefinition definition) throws IOException {
        if (definition.volumes().isEmpty()) {
            return;
        }
        openList("volumes");
        for (var volume : definition.volumes()) {
            open();
            text("name", volume.name());
            unmodelled(volume.unmodelled());
            close();
        }
        closeList();
    }

    private void containerDefinition(ContainerDefinition container) throws IOException {
        open();
        text("name", container.name());
        text("image", container.image());
        number("cpu", container.cpuUnits());
        number("memory", container.memoryMib());
        number("memoryReservation", container.memoryReservationMib());
        flag("essential", container.essential());
        openList("portMappings");
        for (var mapping : container.portMappings()) {
            open();
            number("containerPort", mapping.containerPort());
            number("hostPort", mapping.hostPort());
            text("protocol", mapping.protocol());
            text("name", mapping.name());
            close();
        }
        closeList();
        openList("environment");
        for (var variable : container.environment()) {
            open();
            text("name", variable.name());
            text("value", variable.value());
            close();
        }
        closeList();
        if (!container.stopTimeout().isZero()) {
            span("stopTimeout", container.stopTimeout());
        }
        text("logDriver", container.logDriver());
        map("logOptions", container.settings().logOptions());
        var settings = JsonNodeFactory.instance.objectNode();
        SettingsJson.into(settings, container.settings());
        fields(settings);
        unmodelled(container.unmodelled());
        close();
    }

    void fault(String name, Fault fault) throws IOException {
        open(name);
        text("kind", fault.kind().word());
        text("about", fault.about());
        text("detail", fault.detail());
        close();
    }

    void role(String name, Role role) throws IOException {
        open(name);
        text("name", role.name());
        text("arn", role.arn());
        texts("trustedServices", role.trustedServices());
        texts("policyArns", role.policyArns());
        close();
    }

    void image(String name, Image image) throws IOException {
        open(name);
        text("uri", image.uri());
        text("digest", image.digest());
        number("sizeMib", image.sizeMib());
        number("layers", image.layers());
        close();
    }
}
