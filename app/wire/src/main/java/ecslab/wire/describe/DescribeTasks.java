package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskMoment;
import ecslab.wire.output.OverridesJson;

/// `DescribeTasks`
final class DescribeTasks {

    private DescribeTasks() {}

    static ObjectNode task(Task task, RunHeader run) {
        var arns = run.arns();
        var json = Shape.object();
        json.put("taskArn", arns.task(task.cluster(), task.id()));
        json.put("clusterArn", arns.cluster(task.cluster()));
        json.put("taskDefinitionArn", arns.taskDefinition(task.taskDefinition()));
        Shape.text(json, "group", task.group());
        Shape.text(json, "startedBy", task.startedBy());
        json.put("lastStatus", task.lastStatus().name());
        json.put("desiredStatus", task.desiredStatus().name());
        json.put("healthStatus", task.healthStatus().name());
        json.put("launchType", task.launchType().name());
        Shape.text(json, "capacityProviderName", task.place().capacityProvider());
        if (task.place().isOnInstance()) {
            json.put(
                    "containerInstanceArn",
                    arns.containerInstance(task.cluster(), task.place().containerInstance()));
        }
        Shape.text(json, "availabilityZone", task.availabilityZone());
        json.put("cpu", String.valueOf(task.cpuUnits()));
        json.put("memory", String.valueOf(task.memoryMib()));
        OverridesJson.into(json, task.origin().overrides());
        times(json, task, run);
        stop(json, task.stop());
        json.set("containers", containers(task, run));
        json.set("attachments", attachments(task));
        json.put("version", task.version());
        return json;
    }

    private static void times(ObjectNode json, Task task, RunHeader run) {
        if (task.time(TaskMoment.CONNECTIVITY_AT).isPresent()) {
            json.put("connectivity", "CONNECTED");
        }
        for (var moment : TaskMoment.values()) {
            task.time(moment).ifPresent(at -> Shape.time(json, moment.field(), at, run));
        }
    }

    private static void stop(ObjectNode json, Stop stop) {
        switch (stop) {
            case Stop.NotAsked() -> {}
            case Stop.Asked(var code, var reason) -> {
                json.put("stopCode", code.printed());
                json.put("stoppedReason", reason);
            }
        }
    }

    private static ArrayNode containers(Task task, RunHeader run) {
        var containers = Shape.array();
        for (var container : task.containers()) {
            containers.add(container(container, task, run));
        }
        return containers;
    }

    private static ObjectNode container(Container container, Task task, RunHeader run) {
        var json = Shape.object();
        json.put("taskArn", run.arns().task(task.cluster(), task.id()));
        json.put("name", container.name());
        json.put("image", container.image());
        Shape.text(json, "imageDigest", container.imageDigest());
        json.put("lastStatus", container.lastStatus().name());
        switch (container.exit()) {
            case Exit.None() -> {}
            case Exit.Code(int code) -> json.put("exitCode", code);
        }
        Shape.text(json, "reason", container.reason());
        json.put("healthStatus", container.healthStatus().name());
        if (task.place().isOnInstance()) {
            json.set("networkBindings", bindings(container));
        }
        json.set("networkInterfaces", addresses(task));
        json.put("cpu", String.valueOf(container.cpuUnits()));
        if (container.memoryMib() > 0) {
            json.put("memory", String.valueOf(container.memoryMib()));
        }
        return json;
    }

    private static ArrayNode bindings(Container container) {
        var bindings = Shape.array();
        for (var binding : container.networkBindings()) {
            bindings.addObject()
                    .put("bindIP", binding.bindIp())
                    .put("containerPort", binding.containerPort())
                    .put("hostPort", binding.hostPort())
                    .put("protocol", binding.protocol());
        }
        return bindings;
    }

    private static ArrayNode addresses(Task task) {
        var addresses = Shape.array();
        for (var eni : task.networkInterfaces()) {
            addresses.addObject().put("privateIpv4Address", eni.privateIpv4Address());
        }
        return addresses;
    }

    /// The public address is not among the details: in AWS, too, one has to ask EC2 for it.
    private static ArrayNode attachments(Task task) {
        var attachments = Shape.array();
        for (var eni : task.networkInterfaces()) {
            var json = attachments.addObject();
            json.put("type", "ElasticNetworkInterface");
            json.put("status", task.isStopped() ? "DELETED" : "ATTACHED");
            json.set("details", details(eni));
        }
        return attachments;
    }

    private static ArrayNode details(NetworkInterface eni) {
        var details = Shape.array();
        detail(details, "subnetId", eni.subnetId());
        detail(details, "networkInterfaceId", eni.eniId());
        detail(details, "privateIPv4Address", eni.privateIpv4Address());
        return details;
    }

    private static void detail(ArrayNode details, String name, String value) {
        details.addObject().put("name", name).put("value", value);
    }
}
