package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.ReadCommand;
import ecslab.ecs.command.ReadCommand.DescribeCapacityProviders;
import ecslab.ecs.command.ReadCommand.DescribeClusters;
import ecslab.ecs.command.ReadCommand.DescribeContainerInstances;
import ecslab.ecs.command.ReadCommand.DescribeServices;
import ecslab.ecs.command.ReadCommand.ListClusters;
import ecslab.ecs.command.ReadCommand.ListContainerInstances;
import ecslab.ecs.command.ReadCommand.ListServices;
import ecslab.ecs.command.ReadCommand.ListTaskDefinitionFamilies;
import ecslab.ecs.command.ReadCommand.ListTasks;
import java.util.List;

/// Reads and writes the actions that only look.
final class ReadCommands {

    private ReadCommands() {}

    static ReadCommand read(String call, Input input) {
        return switch (call) {
            case "ecs:DescribeClusters" ->
                    new DescribeClusters(input.texts("clusters"), input.texts("include"));
            case "ecs:ListClusters" -> new ListClusters(AttributeCommands.page(input));
            case "ecs:DescribeCapacityProviders" ->
                    new DescribeCapacityProviders(
                            input.texts("capacityProviders"), AttributeCommands.page(input));
            case "ecs:DescribeContainerInstances" ->
                    new DescribeContainerInstances(
                            input.text("cluster"),
                            input.texts("containerInstances"),
                            input.texts("include"));
            case "ecs:ListContainerInstances" ->
                    new ListContainerInstances(
                            input.text("cluster"),
                            input.text("filter"),
                            input.text("status"),
                            AttributeCommands.page(input));
            case "ecs:ListTasks" -> listTasks(input);
            case "ecs:DescribeServices" ->
                    new DescribeServices(input.text("cluster"), input.texts("services"));
            case "ecs:ListServices" ->
                    new ListServices(
                            input.text("cluster"),
                            input.text("launchType"),
                            input.text("schedulingStrategy"),
                            AttributeCommands.page(input));
            case "ecs:ListTaskDefinitionFamilies" ->
                    new ListTaskDefinitionFamilies(
                            input.text("familyPrefix"),
                            input.text("status"),
                            AttributeCommands.page(input));
            default ->
                    throw new IllegalStateException(
                            "inputs.json has " + call + ", nobody reads it");
        };
    }

    private static ReadCommand listTasks(Input input) {
        return new ListTasks(
                input.text("cluster"),
                input.text("containerInstance"),
                input.text("family"),
                input.text("serviceName"),
                input.text("startedBy"),
                input.text("desiredStatus"),
                input.text("launchType"),
                AttributeCommands.page(input));
    }

    static ObjectNode json(ReadCommand command) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (command) {
            case DescribeClusters(var clusters, var include) -> {
                CommandJson.putTexts(json, "clusters", clusters);
                CommandJson.putTexts(json, "include", include);
            }
            case ListClusters(var page) -> AttributeCommands.page(json, page);
            case DescribeCapacityProviders(var providers, var page) -> {
                CommandJson.putTexts(json, "capacityProviders", providers);
                AttributeCommands.page(json, page);
            }
            case DescribeContainerInstances(var cluster, var instances, var include) -> {
                put(json, "cluster", cluster);
                need(json, "containerInstances", instances);
                CommandJson.putTexts(json, "include", include);
            }
            case ListContainerInstances list -> {
                put(json, "cluster", list.cluster());
                put(json, "filter", list.filter());
                AttributeCommands.page(json, list.page());
                put(json, "status", list.status());
            }
            case ListTasks list -> tasks(json, list);
            case DescribeServices(var cluster, var services) -> {
                put(json, "cluster", cluster);
                need(json, "services", services);
            }
            case ListServices list -> {
                put(json, "cluster", list.cluster());
                AttributeCommands.page(json, list.page());
                put(json, "launchType", list.launchType());
                put(json, "schedulingStrategy", list.schedulingStrategy());
            }
            case ListTaskDefinitionFamilies(var prefix, var status, var page) -> {
                put(json, "familyPrefix", prefix);
                put(json, "status", status);
                AttributeCommands.page(json, page);
            }
        }
        return json;
    }

    private static void tasks(ObjectNode json, ListTasks list) {
        put(json, "cluster", list.cluster());
        put(json, "containerInstance", list.containerInstance());
        put(json, "family", list.family());
        AttributeCommands.page(json, list.page());
        put(json, "startedBy", list.startedBy());
        put(json, "serviceName", list.serviceName());
        put(json, "desiredStatus", list.desiredStatus());
        put(json, "launchType", list.launchType());
    }

    private static void need(ObjectNode json, String name, List<String> texts) {
        json.putArray(name);
        CommandJson.putTexts(json, name, texts);
    }

    private static void put(ObjectNode json, String name, Given<String> given) {
        AttributeCommands.put(json, name, given);
    }
}
