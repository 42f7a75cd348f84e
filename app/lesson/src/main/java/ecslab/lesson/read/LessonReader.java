package ecslab.lesson.read;

import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Lab;
import ecslab.lesson.Lesson;
import ecslab.lesson.Term;
import ecslab.lesson.quiz.QuizItem;
import ecslab.lesson.read.TeachingRules.Placed;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.Problem;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// Reads a lesson's folder.
public final class LessonReader {

    /// The file that makes a folder a lesson.
    public static final String FILE = "lesson.json";

    private static final Pattern ID = Pattern.compile("[A-Z]{1,3}\\d{0,2}");
    private static final int MINUTES_MAX = 60;
    private static final int TEXTS = 3;
    private static final List<String> ORDER = List.of(FILE, "quiz.json");

    private final Path folder;
    private final Problems problems = new Problems();
    private final Reading reading = new Reading(problems);
    private final PredicateReader predicates = new PredicateReader(reading);
    private final ScenarioFiles scenarios;
    private final LessonTexts texts;

    private LessonReader(Path folder) {
        this.folder = folder;
        scenarios = new ScenarioFiles(folder, problems);
        texts = new LessonTexts(folder, problems);
    }

    public static boolean isLesson(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /// Reads the folder's files.
    ///
    /// @throws BadInput with everything that is wrong with them, file by file, in line order
    public static Lesson read(Path folder) throws BadInput {
        return readFile(folder).lesson();
    }

    /// Reads the folder's files, and remembers where the beats are written.
    ///
    /// @throws BadInput with everything that is wrong with them, file by file, in line order
    public static LessonFile readFile(Path folder) throws BadInput {
        return new LessonReader(folder).read();
    }

    private LessonFile read() throws BadInput {
        var lesson = json(FILE).flatMap(json -> Fields.of(json, "a lesson", problems));
        var draft = lesson.map(this::draft);
        if (problems.size() > 0 || draft.isEmpty()) {
            throw new BadInput(inOrder());
        }
        var beats = draft.get().steps().stream().map(Placed::beats).toList();
        return new LessonFile(
                lesson(draft.get()), beats, draft.get().labPlace(), draft.get().quizPlaces());
    }

    private String fingerprint() throws BadInput {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new Source.OfFile(folder.resolve(FILE)).bytes());
        for (var file : scenarios.all().keySet()) {
            bytes.writeBytes(new Source.OfFile(folder.resolve(file)).bytes());
        }
        var hash = new CRC32C();
        hash.update(bytes.toByteArray());
        return Long.toHexString(hash.getValue());
    }

    /// What has been read, before it is known whether all is well.
    private record Draft(
            String id,
            int minutes,
            List<String> exams,
            List<String> seeds,
            List<Placed> steps,
            Optional<Lab> lab,
            Place labPlace,
            List<QuizItem> quiz,
            List<Place> quizPlaces) {}

    private Lesson lesson(Draft draft) throws BadInput {
        var steps = draft.steps().stream().map(Placed::step).toList();
        var lab = draft.lab().orElseThrow();
        return new Lesson(
                draft.id(),
                fingerprint(),
                draft.minutes(),
                draft.exams(),
                draft.seeds(),
                terms(draft.steps()).stream().map(Term::new).toList(),
                scenarios.find(ScenarioFiles.MAIN).orElse(lab.scenario()),
                scenarios.all(),
                steps,
                draft.quiz(),
                lab,
                texts.all());
    }

    private Draft draft(Fields fields) {
        var id = id(fields);
        var minutes = (int) fields.needWhole("minutes", 1, MINUTES_MAX);
        fields.need("exams", "[\"SAA-C03\"]");
        fields.need("seeds", "[\"service\"]");
        var exams = fields.texts("exams", "[\"SAA-C03\"]");
        var seeds = fields.texts("seeds", "[\"service\"]");
        reading.useText(fields.place(), Lesson.TITLE);
        fields.need("steps", "[{\"key\": \"step.1\", \"beats\": []}]");
        var items = fields.items("steps", "[{\"key\": \"step.1\", \"beats\": []}]");
        var targets = new ShowTargets(reading, scenarios, StepReader.keys(items), true);
        var steps = steps(items, targets);
        var lab = lab(fields, targets);
        fields.refuseOthers();
        var acts = new ActReader(reading, predicates, targets.withoutRun());
        var quizReader =
                new QuizReader(reading, new QuestionReader(reading, predicates, acts), acts);
        var tags = new LessonTags(id, exams, seeds);
        var quiz = json("quiz.json").map(json -> quizReader.items(json, tags)).orElse(List.of());
        steps.forEach(step -> tags.checkSeeds(step, problems));
        checkNames();
        var isAllRead = problems.inOrder().stream().allMatch(one -> rank(one) == TEXTS);
        checkTeaching(steps, isAllRead);
        new TermLinks(folder, texts, problems).check(terms(steps));
        var at = fields.placeOf("lab");
        return new Draft(id, minutes, exams, seeds, steps, lab, at, quiz, quizReader.places());
    }

    private static String id(Fields fields) {
        var id = fields.needText("id", "\"L03\"");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.wrong("id", "is a letter and two digits", "\"L03\"");
            return "";
        }
        return id;
    }

    private List<Placed> steps(List<Json> items, ShowTargets targets) {
        if (!items.isEmpty()) {
            scenarios.find(ScenarioFiles.MAIN).map(Scenario::until).ifPresent(reading::runsUntil);
        }
        var acts = new ActReader(reading, predicates, targets);
        var questions = new QuestionReader(reading, predicates, acts);
        return new StepReader(reading, new BeatReader(reading, predicates, acts, questions))
                .steps(items);
    }

    private Optional<Lab> lab(Fields lesson, ShowTargets targets) {
        var fields =
                lesson.needInside(
                        "lab", "the lab", "{\"scenario\": \"lab.json\", \"ask\": \"lab.ask\"}");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var file = LabReader.file(fields.get());
        var scenario = file.isEmpty() ? Optional.<Scenario>empty() : scenarios.find(file);
        scenario.map(Scenario::until).ifPresent(reading::runsUntil);
        var reader =
                new LabReader(reading, predicates, new ActReader(reading, predicates, targets));
        return scenario.map(found -> reader.lab(fields.get(), file, found));
    }

    private static List<String> terms(List<Placed> steps) {
        return steps.stream().flatMap(placed -> placed.step().terms().stream()).toList();
    }

    private void checkNames() {
        var names = new ThingNames();
        scenarios.all().values().forEach(names::take);
        reading.commands().forEach(names::take);
        if (scenarios.areAllRead() && !reading.missesCommands()) {
            names.refuseUnknown(reading.selectors(), problems);
        }
    }

    private void checkTeaching(List<Placed> steps, boolean isAllRead) {
        scenarios
                .all()
                .forEach((file, scenario) -> {
                    var place = new Place(folder.resolve(file).toString(), 1);
                    scenario.simplified().forEach(key -> reading.useText(place, key));
                    refuseNothingSimplified(scenario, place);
                });
        var rules = new TeachingRules(problems);
        rules.check(steps);
        if (scenarios.all().containsKey(ScenarioFiles.MAIN)) {
            new LiveRules(problems).check(steps, scenarios.all().get(ScenarioFiles.MAIN));
        }
        rules.checkLengths(steps, texts);
        rules.checkEachLength(reading.texts(), texts);
        texts.compare(reading.texts(), isAllRead);
    }

    private void refuseNothingSimplified(Scenario scenario, Place place) {
        if (scenario.simplified().isEmpty()) {
            problems.add(
                    place,
                    "the scenario doesn't say what in it is not as in AWS",
                    "Add \"simplified\": [\"simplified.pullTime\"] and the text of that key.");
        }
    }

    private Optional<Json> json(String file) {
        try {
            return Optional.of(JsonReader.read(new Source.OfFile(folder.resolve(file)), problems));
        } catch (BadInput unreadable) {
            problems.addAll(unreadable);
            return Optional.empty();
        }
    }

    private List<Problem> inOrder() {
        return problems.inOrder().stream()
                .sorted(
                        Comparator.comparingInt(LessonReader::rank)
                                .thenComparing(Problem::file)
                                .thenComparingInt(Problem::line))
                .toList();
    }

    /// The lesson first, the texts last.
    private static int rank(Problem problem) {
        var name = Path.of(problem.file()).getFileName().toString();
        var index = ORDER.indexOf(name);
        return index >= 0 ? index : name.startsWith("text.") ? TEXTS : TEXTS - 1;
    }
}
