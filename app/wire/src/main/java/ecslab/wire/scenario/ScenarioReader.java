package ecslab.wire.scenario;

import ecslab.ecs.model.Arns;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.time.SimInstant;
import ecslab.wire.BadInput;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads scenario files. All of a file's problems are reported together.
public final class ScenarioReader {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final String TITLE = "\"A service of three\"";

    private static final String UNTIL = "\"6m\"";

    private final Problems problems = new Problems();
    private final CommandsReader commands;

    private ScenarioReader(Source source) {
        commands = new CommandsReader(source, problems);
    }

    /// Reads a file on disk.
    public static ScenarioFile read(Path file) throws BadInput {
        return read(new Source.OfFile(file));
    }

    /// Reads one of the scenarios that the product brings along.
    public static ScenarioFile read(URL resource) throws BadInput {
        return read(Source.OfResource.of(resource));
    }

    /// Reads what is held in memory.
    ///
    /// @param name as problems name it
    public static ScenarioFile read(String name, String json) throws BadInput {
        return read(new Source.OfText(name, json));
    }

    private static ScenarioFile read(Source source) throws BadInput {
        return new ScenarioReader(source).readWhole(source);
    }

    private ScenarioFile readWhole(Source source) throws BadInput {
        var json = JsonReader.read(source, problems);
        var scenario = Fields.of(json, "a scenario", problems).flatMap(this::scenario);
        problems.throwIfAny();
        return new ScenarioFile(scenario.orElseThrow(), commands.sources());
    }

    private Optional<Scenario> scenario(Fields fields) {
        var title = fields.needText("title", TITLE);
        var startsAt = startsAt(fields);
        var arns = new Arns(region(fields), account(fields));
        var seed = fields.needWhole("seed", 0, Long.MAX_VALUE / 10);
        var until = until(fields);
        var images = fields.inside("images", "the images").map(this::images).orElse(List.of());
        var setup = commands.setup(fields.items("setup", "[]"));
        var timed = commands.timed(fields.items("commands", "[]"), until);
        var traffic =
                TrafficReader.read(
                        fields.items("traffic", "[]"), until, commands.loadBalancers(), problems);
        var simplified = fields.texts("simplified", "[\"simplified.pullTime\"]");
        fields.refuseOthers();
        return Optional.of(
                new Scenario(
                        title,
                        startsAt,
                        arns,
                        seed,
                        until,
                        images,
                        traffic,
                        setup,
                        timed,
                        simplified));
    }

    /// A run without an end that we know ends late, so that nothing else seems to be too late.
    private SimInstant until(Fields fields) {
        var before = problems.size();
        var until = SimInstant.of(fields.needSpan("until", UNTIL));
        if (problems.size() == before && until.equals(SimInstant.START)) {
            fields.wrong("until", "must be after the run's start", UNTIL);
        }
        return problems.size() == before ? until : SimInstant.of(Fields.SPAN_MAX);
    }

    private static Instant startsAt(Fields fields) {
        var example = "\"2026-11-21T00:00:00Z\"";
        var written = fields.needText("startsAt", example);
        var moment = moment(written);
        if (moment.isEmpty() && !written.isEmpty()) {
            fields.wrong("startsAt", "must be a moment in UTC", example);
        }
        return moment.orElse(Instant.EPOCH);
    }

    /// Java would take any offset. Which Region a lesson plays in says nothing of where it is read.
    private static Optional<Instant> moment(String written) {
        try {
            return written.endsWith("Z") ? Optional.of(Instant.parse(written)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String region(Fields fields) {
        return matching(fields, "region", REGION, "must be the name of a Region", "\"us-east-1\"");
    }

    private static String account(Fields fields) {
        return matching(fields, "account", ACCOUNT, "must have twelve digits", "\"111122223333\"");
    }

    private static String matching(
            Fields fields, String name, Pattern form, String what, String example) {
        var written = fields.needText(name, example);
        if (!written.isEmpty() && !form.matcher(written).matches()) {
            fields.wrong(name, what, example);
        }
        return written;
    }

    private List<ImageBehaviour> images(Fields images) {
        return images.names().stream()
                .flatMap(uri -> ImageReader.read(uri, images, problems).stream())
                .toList();
    }
}
