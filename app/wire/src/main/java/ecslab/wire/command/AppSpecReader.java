package ecslab.wire.command;

import ecslab.ecs.Nearest;
import ecslab.ecs.codedeploy.AppSpec;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.wire.BadInput;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// An AppSpec file of the ECS compute platform (CodeDeploy User Guide, *AppSpec File structure*),
/// as JSON. AWS takes YAML as well.
final class AppSpecReader {

    private static final String PORT_MAX = "65535";
    private static final String RESOURCES =
            "[{\"TargetService\": {\"Type\": \"AWS::ECS::Service\", \"Properties\": {…}}}]";
    private static final String TASK_DEFINITION =
            "\"arn:aws:ecs:us-east-1:111122223333:task-definition/web:2\"";
    private static final String BALANCER = "{\"ContainerName\": \"web\", \"ContainerPort\": 80}";
    private static final String FUNCTION = "\"smoke-test\"";

    private final Problems problems;

    private AppSpecReader(Problems problems) {
        this.problems = problems;
    }

    /// @param content the JSON itself, or a text that holds it, as AWS takes it
    static Optional<AppSpec> read(Json content, Problems problems) {
        var reader = new AppSpecReader(problems);
        return (content instanceof Json.Text text ? reader.inside(text) : Optional.of(content))
                .flatMap(json -> Fields.of(json, "an AppSpec", problems))
                .flatMap(reader::spec);
    }

    private Optional<Json> inside(Json.Text text) {
        try {
            return Optional.of(JsonReader.readInside(text, problems));
        } catch (BadInput malformed) {
            problems.addAll(malformed);
            return Optional.empty();
        }
    }

    private Optional<AppSpec> spec(Fields spec) {
        spec.need("version", "0.0").ifPresent(version -> checkVersion(spec, version));
        var hooks = hooks(spec);
        var resources = spec.items("Resources", RESOURCES);
        if (resources.size() != 1) {
            spec.wrong("Resources", "must have exactly one TargetService", RESOURCES);
        }
        spec.refuseOthers();
        return resources.stream()
                .findFirst()
                .flatMap(one -> Fields.of(one, "a resource of an AppSpec", problems))
                .flatMap(resource -> {
                    var target = resource.needInside("TargetService", "a TargetService", "{…}");
                    resource.refuseOthers();
                    return target.flatMap(service -> properties(service, hooks));
                });
    }

    private static void checkVersion(Fields spec, Json version) {
        var written =
                switch (version) {
                    case Json.Numeral(_, var literal) -> literal;
                    case Json.Text(_, var text) -> text;
                    case Json.Array _, Json.Bool _, Json.Null _, Json.Struct _ -> "";
                };
        if (!written.equals("0.0")) {
            spec.wrong("version", "must be 0.0", "0.0");
        }
    }

    private Optional<AppSpec> properties(
            Fields service, EnumMap<LifecycleEventName, String> hooks) {
        if (!service.needText("Type", "\"AWS::ECS::Service\"").equals("AWS::ECS::Service")) {
            service.wrong("Type", "must be AWS::ECS::Service", "\"AWS::ECS::Service\"");
        }
        var properties = service.needInside("Properties", "the properties of a service", "{…}");
        service.refuseOthers();
        return properties.map(all -> {
            var definition = all.needText("TaskDefinition", TASK_DEFINITION);
            var balancer = all.needInside("LoadBalancerInfo", "the LoadBalancerInfo", BALANCER);
            var container = balancer.map(one -> one.needText("ContainerName", "\"web\""));
            var port =
                    balancer.map(
                            one -> one.needWhole("ContainerPort", 1, Integer.parseInt(PORT_MAX)));
            balancer.ifPresent(Fields::refuseOthers);
            var spec =
                    new AppSpec(
                            definition,
                            container.orElse(""),
                            port.map(Math::toIntExact).orElse(0),
                            all.text("PlatformVersion", ""),
                            network(all),
                            hooks);
            all.refuseOthers();
            return spec;
        });
    }

    private static List<AwsVpcConfiguration> network(Fields properties) {
        return properties
                .inside("NetworkConfiguration", "a network configuration")
                .flatMap(one ->
                        one.needInside("AwsvpcConfiguration", "an AwsvpcConfiguration", "{…}"))
                .map(one ->
                        List.of(
                                new AwsVpcConfiguration(
                                        one.texts("Subnets", "[\"subnet-1\"]"),
                                        one.texts("SecurityGroups", "[\"sg-1\"]"),
                                        one.text("AssignPublicIp", "DISABLED").equals("ENABLED"))))
                .orElse(List.of());
    }

    /// A list of objects with one field each.
    private EnumMap<LifecycleEventName, String> hooks(Fields spec) {
        var hooks = new EnumMap<LifecycleEventName, String>(LifecycleEventName.class);
        for (var item : spec.items("Hooks", "[{\"AfterInstall\": " + FUNCTION + "}]")) {
            Fields.of(item, "a hook of an AppSpec", problems)
                    .ifPresent(hook -> hook.names().forEach(name -> readHook(hook, name, hooks)));
        }
        return hooks;
    }

    private void readHook(Fields hook, String name, EnumMap<LifecycleEventName, String> hooks) {
        var event = LifecycleEventName.of(name).filter(LifecycleEventName::takesHook);
        if (event.isPresent()) {
            hooks.put(event.get(), hook.needText(name, FUNCTION));
            return;
        }
        var known = LifecycleEventName.hooks();
        problems.add(
                hook.placeOf(name),
                "\"" + name + "\" is no hook of a deployment to ECS",
                Nearest.to(name, known)
                        .map(near -> "Write \"" + near + "\".")
                        .orElse("There are " + String.join(", ", known) + "."));
    }
}
