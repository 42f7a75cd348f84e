package ecslab.simulator;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Task;
import ecslab.ecs.scenario.Scenario;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A scenario written as its author would write it, and what became of it.
final class Written {

    private static final String HEAD =
            """
            {"title": "a test", "startsAt": "2026-11-21T00:00:00Z", "region": "us-east-1",
             "account": "111122223333", "seed": 7, "until": "UNTIL",
             "images": {"web:1": {"sizeMib": 40, "startsIn": "1s"},
               "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1": {"sizeMib": 40}MORE},
            """;

    private final List<String> setup = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private String traffic = "";
    private String images = "";

    /// A cluster `demo` in a network of so many zones.
    static Written demo(int zones, String subnets) {
        var names = List.of("\"us-east-1a\"", "\"us-east-1b\"", "\"us-east-1c\"");
        return new Written()
                .setup(
                        "lab:Network",
                        "{\"availabilityZones\": ["
                                + String.join(", ", names.subList(0, zones))
                                + "], "
                                + subnets
                                + "}")
                .setup("ecs:CreateCluster", "{\"clusterName\": \"demo\"}");
    }

    static Written demo() {
        return demo(2, "\"subnets\": \"public\"");
    }

    Written setup(String call, String with) {
        setup.add("{\"call\": \"" + call + "\", \"with\": " + with + "}");
        return this;
    }

    Written at(String at, String call, String with) {
        commands.add(
                "{\"at\": \"" + at + "\", \"call\": \"" + call + "\", \"with\": " + with + "}");
        return this;
    }

    Written instances(String name, String type, int count) {
        return setup(
                "lab:StartInstances",
                "{\"name\": \"%NAME\", \"cluster\": \"demo\", \"count\": %COUNT,"
                        .concat(" \"instanceType\": \"%TYPE\"}")
                        .replace("%NAME", name)
                        .replace("%TYPE", type)
                        .replace("%COUNT", String.valueOf(count)));
    }

    /// A family of one container.
    ///
    /// @param mapping of its port 80, such as `, "hostPort": 80`; or `none` for no mapping at all
    Written family(String family, String mode, int cpu, int memory, String mapping) {
        var ports =
                mapping.equals("none")
                        ? ""
                        : ", \"portMappings\": [{\"containerPort\": 80" + mapping + "}]";
        return setup(
                "ecs:RegisterTaskDefinition",
                "{\"family\": \""
                        + family
                        + "\", \"networkMode\": \""
                        + mode
                        + "\", \"containerDefinitions\": [{\"name\": \"web\", \"image\":"
                        + " \"web:1\", \"cpu\": "
                        + cpu
                        + ", \"memory\": "
                        + memory
                        + ports
                        + "}]}");
    }

    Written service(String at, String family, int desired, String more) {
        return at(
                at,
                "ecs:CreateService",
                "{\"cluster\": \"demo\", \"serviceName\": \"web\", \"taskDefinition\": \""
                        + family
                        + "\", \"desiredCount\": "
                        + desired
                        + more
                        + "}");
    }

    Written run(String at, String family, int count, String more) {
        return at(
                at,
                "ecs:RunTask",
                "{\"cluster\": \"demo\", \"taskDefinition\": \""
                        + family
                        + "\", \"count\": "
                        + count
                        + more
                        + "}");
    }

    /// StopTask.
    ///
    /// @param task such as `web#1`
    Written stop(String at, String task) {
        return at(
                at, "ecs:StopTask", "{\"cluster\": \"demo\", \"task\": \"${task/" + task + "}\"}");
    }

    /// One more image.
    Written image(String uri, String json) {
        images += ", \"" + uri + "\": " + json;
        return this;
    }

    /// A role that tasks may take, with some of AWS's policies.
    Written role(String name, String... policies) {
        setup(
                "iam:CreateRole",
                "{\"RoleName\": \""
                        + name
                        + "\", \"AssumeRolePolicyDocument\": {\"Version\": \"2012-10-17\","
                        + " \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\":"
                        + " \"ecs-tasks.amazonaws.com\"}, \"Action\": \"sts:AssumeRole\"}]}}");
        for (var policy : policies) {
            setup(
                    "iam:AttachRolePolicy",
                    "{\"RoleName\": \""
                            + name
                            + "\", \"PolicyArn\": \"arn:aws:iam::aws:policy/"
                            + policy
                            + "\"}");
        }
        return this;
    }

    /// A family of one container, for Fargate.
    ///
    /// @param ofContainer more fields, such as `, "secrets": []`
    /// @param ofTask more fields
    Written onFargate(String family, String image, String ofContainer, String ofTask) {
        return setup(
                "ecs:RegisterTaskDefinition",
                "{\"family\": \""
                        + family
                        + "\", \"networkMode\": \"awsvpc\", \"cpu\": \"256\", \"memory\": \"512\","
                        + " \"containerDefinitions\": [{\"name\": \"web\", \"image\": \""
                        + image
                        + "\", \"portMappings\": [{\"containerPort\": 80}]"
                        + ofContainer
                        + "}]"
                        + ofTask
                        + "}");
    }

    /// RunTask on Fargate.
    Written fargate(String at, String family, String subnet, String ip) {
        return run(
                at,
                family,
                1,
                ", \"launchType\": \"FARGATE\", \"networkConfiguration\":"
                        + " {\"awsvpcConfiguration\": {\"subnets\": [\"${subnet/"
                        + subnet
                        + "}\"], \"assignPublicIp\": \""
                        + ip
                        + "\"}}");
    }

    Written traffic(String from) {
        traffic =
                "\"traffic\": [{\"name\": \"users\", \"to\": \"loadBalancer/web\", \"shape\":"
                        + " {\"steady\": \"1/s\"}, \"from\": \""
                        + from
                        + "\", \"detail\": \"each\"}],";
        return this;
    }

    Scenario scenario(String until) {
        var json =
                HEAD.replace("UNTIL", until).replace("MORE", images)
                        + traffic
                        + "\"setup\": ["
                        + String.join(",\n", setup)
                        + "], \"commands\": ["
                        + String.join(",\n", commands)
                        + "]}";
        try {
            return ScenarioReader.read("test.json", json).scenario();
        } catch (BadInput wrong) {
            throw new AssertionError(wrong.problems() + "\n" + json, wrong);
        }
    }

    Outcome until(String until) {
        var run = SimulatedRun.start(scenario(until));
        run.advanceTo(run.header().until());
        return new Outcome(run);
    }

    /// What became of it.
    record Outcome(SimulatedRun run) {

        Transcript told() {
            return Transcript.of(run);
        }

        /// `CODE: message` of each refused call.
        List<String> refused() {
            var lines = new ArrayList<String>();
            for (var event : run.events()) {
                if (event instanceof Event.ApiRefusal refusal) {
                    lines.add(refusal.error().code() + ": " + refusal.error().message());
                }
            }
            return lines;
        }

        /// Of an EC2 instance, by its name.
        ContainerInstance instance(String name) {
            var capacity = run.snapshot().capacity();
            return capacity.instances().values().stream()
                    .filter(one -> one.name().equals(name))
                    .flatMap(one -> capacity.registeredBy(one.instanceId()).stream())
                    .findFirst()
                    .orElseThrow();
        }

        /// `CPU MEMORY ENIS` that are left.
        String left(String name) {
            var left = instance(name).remaining();
            return left.cpuUnits() + " " + left.memoryMib() + " " + left.enis();
        }

        /// `task INSTANCE` of each task that isn't STOPPED, by name.
        List<String> places() {
            var state = run.snapshot();
            return state.tasks().values().stream()
                    .filter(task -> !task.isStopped())
                    .map(task -> state.taskNames().get(task.id()) + " " + nameOf(task))
                    .toList();
        }

        private String nameOf(Task task) {
            return run.snapshot()
                    .capacity()
                    .under(task.place().containerInstance())
                    .map(one -> one.name())
                    .orElse(task.place().capacityProvider());
        }

        /// The keys and values of what the first decision of a kind says of its candidates.
        List<String> candidates(Decision.Kind kind) {
            for (var event : run.events()) {
                if (event instanceof Decision decided && decided.kind() == kind) {
                    return decided.candidates().stream()
                            .map(one ->
                                    one.name() + " " + one.why().key() + " " + one.why().values())
                            .toList();
                }
            }
            return List.of();
        }

        /// `RESOURCE:…` of each placement that failed.
        List<String> lacks() {
            var lines = new ArrayList<String>();
            for (var event : run.events()) {
                if (event instanceof Decision decided
                        && decided.outcome().key().startsWith("place.nobody")) {
                    var values = decided.outcome().values();
                    var tasks = Integer.parseInt(values.getOrDefault("count", "1"));
                    lines.addAll(Collections.nCopies(tasks, values.get("reason")));
                }
            }
            return lines;
        }
    }
}
