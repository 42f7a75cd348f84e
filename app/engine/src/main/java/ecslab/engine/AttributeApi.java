package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.AttributesResponse;
import ecslab.ecs.command.AttributeCommand;
import ecslab.ecs.command.AttributeCommand.AttributeInput;
import ecslab.ecs.command.AttributeCommand.DeleteAttributes;
import ecslab.ecs.command.AttributeCommand.ListAttributes;
import ecslab.ecs.command.AttributeCommand.PutAttributes;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.TargetAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `PutAttributes`, `DeleteAttributes` and `ListAttributes` (behaviour reference §1.4).
final class AttributeApi {

    static final int CUSTOM_MAX = 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9\\-_/\\\\.]{1,128}");
    private static final int VALUE_MAX = 128;
    private static final String TARGET_TYPE = "container-instance";

    private final Desk desk;
    private final Names names;
    private final Registrations registrations;

    AttributeApi(Desk desk, Names names, Registrations registrations) {
        this.desk = desk;
        this.names = names;
        this.registrations = registrations;
    }

    Response carryOut(AttributeCommand command, Runnable accepted) {
        return switch (command) {
            case PutAttributes put -> put(put, accepted);
            case DeleteAttributes delete -> delete(delete, accepted);
            case ListAttributes list -> list(list, accepted);
        };
    }

    /// All are put, or none.
    private Response put(PutAttributes command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        checkCount(command.attributes());
        var changed = new ArrayList<ContainerInstance>();
        for (var i = 0; i < command.attributes().size(); i++) {
            var asked = command.attributes().get(i);
            var attribute = new Attribute(asked.name(), asked.value().orElse(""));
            check(attribute, "/attributes/" + i);
            var instance = latest(changed, target(cluster, asked, i));
            var others = without(instance, asked);
            var custom = others.stream().filter(one -> !one.isBuiltIn()).count();
            if (custom >= CUSTOM_MAX) {
                throw ApiException.of("AttributeLimitExceededException", "/attributes/" + i)
                        .because(
                                "A container instance can have at most "
                                        + CUSTOM_MAX
                                        + " custom attributes.")
                        .remedy(Phrase.of("remedy.attribute.limit", "max", CUSTOM_MAX));
            }
            changed.removeIf(one -> one.id().equals(instance.id()));
            changed.add(
                    instance.withAttributes(
                            Stream.concat(others.stream(), Stream.of(attribute)).toList()));
        }
        accepted.run();
        return carryOut(cluster, command.attributes(), changed);
    }

    private Response delete(DeleteAttributes command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        checkCount(command.attributes());
        var changed = new ArrayList<ContainerInstance>();
        for (var i = 0; i < command.attributes().size(); i++) {
            var asked = command.attributes().get(i);
            var field = "/attributes/" + i;
            refuseBuiltIn(new Attribute(asked.name(), ""), field);
            var instance = latest(changed, target(cluster, asked, i));
            var value = instance.attribute(asked.name());
            if (value.isEmpty() || !asked.value().orElse(value.get()).equals(value.get())) {
                throw ApiException.of("TargetNotFoundException", field)
                        .because("The attribute " + asked.name() + " was not found.")
                        .remedy(Phrase.of("remedy.attribute", "known", custom(instance)));
            }
            changed.removeIf(one -> one.id().equals(instance.id()));
            changed.add(instance.withAttributes(without(instance, asked)));
        }
        accepted.run();
        return carryOut(cluster, command.attributes(), changed);
    }

    private Response carryOut(
            String cluster, List<AttributeInput> asked, List<ContainerInstance> changed) {
        changed.forEach(registrations::put);
        registrations.capacityChanged(cluster);
        return new AttributesResponse(
                asked.stream()
                        .map(one -> {
                            var id = names.containerInstanceId(one.targetId().orElse(""));
                            return new TargetAttribute(
                                    new Attribute(one.name(), one.value().orElse("")),
                                    desk.arns().containerInstance(cluster, id));
                        })
                        .toList(),
                "");
    }

    /// Of the instances that ACTIVE or DRAINING ones are.
    private Response list(ListAttributes command, Runnable accepted) {
        var cluster = names.cluster(command.cluster());
        checkType(command.targetType(), "/targetType");
        var found = new ArrayList<TargetAttribute>();
        for (var instance : desk.state().containerInstances.values()) {
            if (instance.cluster().equals(cluster) && instance.isRegistered()) {
                var arn = desk.arns().containerInstance(cluster, instance.id());
                instance.attributes().stream()
                        .filter(one ->
                                command.attributeName().orElse(one.name()).equals(one.name()))
                        .filter(one ->
                                command.attributeValue().orElse(one.value()).equals(one.value()))
                        .forEach(one -> found.add(new TargetAttribute(one, arn)));
            }
        }
        var page = Pages.of(found, command.page());
        accepted.run();
        return new AttributesResponse(page.items(), page.nextToken());
    }

    private ContainerInstance target(String cluster, AttributeInput asked, int i) {
        checkType(asked.targetType().orElse(TARGET_TYPE), "/attributes/" + i + "/targetType");
        var id = names.containerInstanceId(asked.targetId().orElse(""));
        var instance = desk.state().containerInstances.get(id);
        if (instance == null || !instance.cluster().equals(cluster) || !instance.isRegistered()) {
            throw ApiException.of("TargetNotFoundException", "/attributes/" + i + "/targetId")
                    .because("The specified target wasn't found: " + id)
                    .remedy(names.noInstance(id));
        }
        return instance;
    }

    private static ContainerInstance latest(
            List<ContainerInstance> changed, ContainerInstance instance) {
        return changed.stream()
                .filter(one -> one.id().equals(instance.id()))
                .findFirst()
                .orElse(instance);
    }

    private static List<Attribute> without(ContainerInstance instance, AttributeInput asked) {
        return instance.attributes().stream()
                .filter(one -> !one.name().equals(asked.name()))
                .toList();
    }

    private static String custom(ContainerInstance instance) {
        return Names.list(
                instance.attributes().stream()
                        .filter(one -> !one.isBuiltIn())
                        .map(Attribute::name)
                        .toList());
    }

    private static void checkCount(List<AttributeInput> attributes) {
        if (attributes.isEmpty() || attributes.size() > CUSTOM_MAX) {
            throw ApiException.invalidParameter("/attributes")
                    .because("Attributes must have 1 to " + CUSTOM_MAX + " items.")
                    .remedy(Phrase.of("remedy.attribute.limit", "max", CUSTOM_MAX));
        }
    }

    private static void checkType(String type, String field) {
        if (!type.equals(TARGET_TYPE)) {
            throw ApiException.invalidParameter(field)
                    .because("Invalid target type: " + type)
                    .remedy(Phrase.of("remedy.attribute.type", "type", TARGET_TYPE));
        }
    }

    /// Names and values as the API reference allows them.
    static void check(Attribute attribute, String field) {
        refuseBuiltIn(attribute, field);
        var value = attribute.value();
        if (!NAME.matcher(attribute.name()).matches()
                || value.length() > VALUE_MAX
                || !value.equals(value.strip())) {
            throw ApiException.invalidParameter(field)
                    .because("The attribute name or value is invalid.")
                    .remedy(Phrase.of("remedy.attribute.form"));
        }
    }

    private static void refuseBuiltIn(Attribute attribute, String field) {
        if (attribute.isBuiltIn()) {
            throw ApiException.invalidParameter(field)
                    .because("The attribute " + attribute.name() + " is a built-in attribute.")
                    .remedy(Phrase.of("remedy.attribute.builtIn"));
        }
    }

    /// Refuses what `ECS_INSTANCE_ATTRIBUTES` can't hold.
    static void check(List<Attribute> custom) {
        if (custom.size() > CUSTOM_MAX) {
            throw ApiException.of("AttributeLimitExceededException", "/attributes")
                    .because(
                            "A container instance can have at most "
                                    + CUSTOM_MAX
                                    + " custom attributes.")
                    .remedy(Phrase.of("remedy.attribute.limit", "max", CUSTOM_MAX));
        }
        custom.forEach(one -> check(one, "/attributes"));
    }
}
