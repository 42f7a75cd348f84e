package ecslab.wire.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.ProgramEnd;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.ecs.time.Spans;
import ecslab.wire.command.CommandJson;
import ecslab.wire.output.JsonText;

/// Writes a scenario as [ScenarioReader] reads it: what comes back is the same scenario.
public final class ScenarioJson {

    private ScenarioJson() {}

    /// Indented, with a line end at the end.
    public static String text(Scenario scenario) {
        var json = object();
        json.put("title", scenario.title());
        json.put("startsAt", scenario.startsAt().toString());
        json.put("region", scenario.arns().region());
        json.put("account", scenario.arns().account());
        json.put("seed", scenario.seed());
        json.put("until", span(scenario.until()));
        var images = json.putObject("images");
        scenario.images().forEach(image -> images.set(image.uri(), image(image)));
        var traffic = json.putArray("traffic");
        scenario.traffic().forEach(users -> traffic.add(TrafficJson.of(users)));
        var setup = json.putArray("setup");
        scenario.setup().forEach(step -> setup.add(command(object(), step)));
        var commands = json.putArray("commands");
        for (var step : scenario.commands()) {
            commands.add(command(object().put("at", span(step.at())), step));
        }
        var simplified = json.putArray("simplified");
        scenario.simplified().forEach(simplified::add);
        return JsonText.pretty(json) + "\n";
    }

    private static ObjectNode command(ObjectNode json, TimedCommand step) {
        json.put("call", CommandJson.call(step.command()));
        json.putRawValue("with", new RawValue(CommandJson.compact(step.command())));
        return json;
    }

    private static ObjectNode image(ImageBehaviour image) {
        var json = object();
        json.put("sizeMib", image.sizeMib());
        json.put("layers", image.layers());
        json.put("startsIn", Spans.format(image.startsIn()));
        json.put("healthPath", image.healthPath());
        json.putObject("request")
                .put("cpuMillis", image.requestCpu().toMillis())
                .put("time", Spans.format(image.requestTime()))
                .put("concurrency", image.load().concurrency())
                .put("queue", image.load().queue())
                .put("keepAlive", Spans.format(image.load().keepAlive()));
        switch (image.end()) {
            case ProgramEnd.Never() -> {}
            case ProgramEnd.After(var ranFor, int exitCode) ->
                    json.putObject("exits")
                            .put("after", Spans.format(ranFor))
                            .put("exitCode", exitCode);
            case ProgramEnd.CannotStart(var error) -> json.put("cannotStart", error);
            case ProgramEnd.HangsAtStart() -> json.put("hangsAtStart", true);
        }
        json.putObject("memory")
                .put("startsAtMib", image.memory().startsAtMib())
                .put("growsMibPerMinute", image.memory().growsMibPerMinute());
        var health = json.putObject("health");
        health.put("passesAfter", Spans.format(image.health().passesAfter()));
        if (!image.health().failsAfter().equals(HealthAnswers.NEVER)) {
            health.put("failsAfter", Spans.format(image.health().failsAfter()));
        }
        health.put("takes", Spans.format(image.health().takes()));
        if (!image.architectures().equals(ImageBehaviour.EVERYWHERE)) {
            var architectures = json.putArray("architectures");
            image.architectures().forEach(architectures::add);
        }
        var onSigterm = json.putObject("onSigterm");
        if (image.onSigterm().ignores()) {
            onSigterm.put("ignores", true);
        } else {
            onSigterm
                    .put("drainsFor", Spans.format(image.onSigterm().drainsFor()))
                    .put("exitCode", image.onSigterm().exitCode());
        }
        return json;
    }

    private static String span(SimInstant at) {
        return Spans.format(at.since(SimInstant.START));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
