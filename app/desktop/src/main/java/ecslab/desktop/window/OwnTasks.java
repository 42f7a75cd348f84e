package ecslab.desktop.window;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.TaskDefinition;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import java.util.Locale;
import java.util.stream.Collectors;

/// Tasks of the learner's own in a live run: each is registered and run, and what comes of both is
/// said.
final class OwnTasks {

    private static final String ROLE = "arn:aws:iam::111122223333:role/ecsTaskExecutionRole";

    private final LiveStage.Host host;

    OwnTasks(LiveStage.Host host) {
        this.host = host;
    }

    /// An image, by a task definition that says the least.
    void run(OwnImageSheet.Wanted wanted) {
        host.closeSheet();
        register((RegisterTaskDefinition) read("ecs:RegisterTaskDefinition", definition(wanted)));
    }

    static String definition(OwnImageSheet.Wanted wanted) {
        var family = family(wanted.image());
        var command =
                wanted.command().isEmpty()
                        ? ""
                        : wanted.command().stream()
                                .map(OwnTasks::quoted)
                                .collect(Collectors.joining(", ", ", \"command\": [", "]"));
        var ports =
                wanted.port() == 0
                        ? ""
                        : ", \"portMappings\": [{\"containerPort\": %d, \"hostPort\": 0}]"
                                .formatted(wanted.port());
        return """
        {"family": %s, "networkMode": "bridge", "requiresCompatibilities": ["EC2"],
         "executionRoleArn": "%s",
         "containerDefinitions": [
           {"name": %s, "image": %s, "memory": %d%s%s}]}
        """
                .formatted(
                        quoted(family),
                        ROLE,
                        quoted(family),
                        quoted(wanted.image()),
                        wanted.memoryMib(),
                        command,
                        ports);
    }

    /// What the image is called, in letters that a family may have.
    private static String family(String image) {
        var name = image.substring(image.lastIndexOf('/') + 1).replaceFirst("[:@].*", "");
        return "own-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    void register(RegisterTaskDefinition definition) {
        host.submit(
                definition,
                answer -> {
                    switch (answer) {
                        case Response.RegisterTaskDefinitionResponse(var made) -> run(made);
                        case ApiError error -> host.refused(definition, error);
                        case Response _ -> {}
                    }
                });
    }

    private void run(TaskDefinition made) {
        var command = runTask(made);
        host.submit(
                command,
                answer -> {
                    switch (answer) {
                        case ApiError error -> host.refused(command, error);
                        case Response.RunTaskResponse(_, var failures) when !failures.isEmpty() ->
                                host.say(
                                        Phrase.of(
                                                "live.dropped.notRun",
                                                "taskDefinition",
                                                made.name(),
                                                "reason",
                                                failures.getFirst().reason()));
                        case Response _ ->
                                host.tell(Phrase.of("live.dropped", "taskDefinition", made.name()));
                    }
                });
    }

    private Command runTask(TaskDefinition made) {
        var isForInstances = made.compatibilities().contains(LaunchType.EC2);
        var publicIp = isForInstances ? "" : ", \"assignPublicIp\": \"ENABLED\"";
        var network =
                made.networkMode() == NetworkMode.AWSVPC
                        ? ", \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\":"
                                + " [\"${subnet/a}\"]"
                                + publicIp
                                + "}}"
                        : "";
        var cluster = host.state().clusters().keySet().stream().findFirst().orElse("default");
        return read(
                "ecs:RunTask",
                "{\"cluster\": \"%s\", \"taskDefinition\": \"%s\", \"launchType\": \"%s\"%s}"
                        .formatted(
                                cluster, made.name(), isForInstances ? "EC2" : "FARGATE", network));
    }

    private static Command read(String call, String with) {
        try {
            return CommandReader.read(call, with);
        } catch (BadInput ours) {
            throw new IllegalStateException(ours);
        }
    }
}
