package ecslab.lesson.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.lesson.Answer;
import ecslab.lesson.play.Attempt;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.Standing;
import ecslab.lesson.play.Visit;
import ecslab.wire.command.CommandJson;
import java.util.List;

/// Writes progress as JSON: the learner's commands as AWS's own.
final class ProgressWriter {

    /// Grows when the file's shape changes; see [ProgressReader].
    static final int VERSION = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProgressWriter() {}

    static String write(Progress progress) {
        var json = NODES.objectNode().put("version", VERSION);
        var lessons = json.putObject("lessons");
        progress.lessons().forEach((id, lesson) -> lessons.set(id, lesson(lesson)));
        var missed = json.putObject("missed");
        progress.missed()
                .cards()
                .forEach((item, card) ->
                        missed.putObject(item)
                                .put("stage", card.stage())
                                .put("due", card.due().toString()));
        return text(json);
    }

    private static String text(JsonNode json) {
        try {
            var printer =
                    new DefaultPrettyPrinter()
                            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
            return JSON.writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a tree in memory can't be written", ours);
        }
    }

    private static ObjectNode lesson(LessonProgress lesson) {
        var json = NODES.objectNode().put("fingerprint", lesson.fingerprint());
        var journeys = json.putObject("journeys");
        lesson.journeys().forEach((part, journey) -> journeys.set(part, journey(journey)));
        var finished = json.putObject("finished");
        lesson.finished().forEach((part, day) -> finished.put(part, day.toString()));
        var answers = json.putObject("answers");
        lesson.answers().forEach(answers::put);
        return json;
    }

    private static ObjectNode journey(Journey journey) {
        var json = NODES.objectNode();
        json.set("present", attempt(journey.present()));
        var kept = json.putArray("kept");
        journey.kept().forEach(one -> kept.add(attempt(one)));
        putTexts(json, "putAway", List.copyOf(journey.putAway()));
        return json;
    }

    private static ObjectNode attempt(Attempt attempt) {
        var json = NODES.objectNode();
        json.put("number", attempt.number());
        json.put("step", attempt.place().step());
        json.put("beat", attempt.place().beat());
        json.put("at", attempt.at().toString());
        var commands = json.putArray("commands");
        attempt.commands().forEach(one -> commands.add(command(one)));
        var visits = json.putArray("visits");
        attempt.visits()
                .forEach((place, visit) -> {
                    var one = visits.addObject();
                    one.put("step", place.step());
                    one.put("beat", place.beat());
                    put(one, visit);
                });
        return json;
    }

    private static ObjectNode command(TimedCommand command) {
        var json = NODES.objectNode();
        json.put("at", command.at().toString());
        json.put("call", CommandJson.call(command.command()));
        json.set("with", parse(CommandJson.compact(command.command())));
        return json;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("what we write we can't read", ours);
        }
    }

    private static void put(ObjectNode json, Visit visit) {
        json.put("began", visit.began().toString());
        json.put("commandsBefore", visit.commandsBefore());
        put(json, visit.standing());
        json.put("hints", visit.hints());
        var wrong = json.putArray("wrong");
        visit.wrong().forEach(wrong::add);
        putTexts(json, "opened", visit.opened());
        putTexts(json, "copied", visit.copied());
    }

    private static void put(ObjectNode json, Standing standing) {
        switch (standing) {
            case Standing.Open() -> json.put("standing", "open");
            case Standing.Done() -> json.put("standing", "done");
            case Standing.Skipped() -> json.put("standing", "skipped");
            case Standing.Committed(var answer) ->
                    json.put("standing", "committed").set("answer", answer(answer));
            case Standing.Answered(var answer, var outcome, var right) -> {
                json.put("standing", "answered").put("right", right);
                json.set("answer", answer(answer));
                json.set("outcome", answer(outcome));
            }
        }
    }

    private static ObjectNode answer(Answer answer) {
        var json = NODES.objectNode();
        switch (answer) {
            case Answer.Chosen(var keys) -> putTexts(json, "chosen", keys);
            case Answer.Written(var value) -> json.put("written", value);
            case Answer.Ordered(var keys) -> putTexts(json, "ordered", keys);
            case Answer.Paired(var pairs) -> {
                var object = json.putObject("paired");
                pairs.forEach(object::put);
            }
        }
        return json;
    }

    private static void putTexts(ObjectNode json, String name, List<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }
}
