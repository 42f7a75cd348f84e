package ecslab.lesson;

import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.quiz.QuizItem;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A lesson as its folder tells it, found to be free of problems.
///
/// @param id such as `L03`
/// @param fingerprint another one as soon as its steps, lab or scenarios are others
/// @param minutes how long it takes
/// @param exams such as `SAA-C03`
/// @param seeds the concepts of the source notes that it covers
/// @param terms the words that it introduces, in the order of the steps that do
/// @param scenario what the steps play
/// @param scenarios all scenarios of the folder by file name; `scenario.json` is [#scenario()]
/// @param texts in English, Korean and pseudo-English
public record Lesson(
        String id,
        String fingerprint,
        int minutes,
        List<String> exams,
        List<String> seeds,
        List<Term> terms,
        Scenario scenario,
        SortedMap<String, Scenario> scenarios,
        List<Step> steps,
        List<QuizItem> quiz,
        Lab lab,
        Map<Language, Texts> texts) {

    public static final String TITLE = "title";

    /// The lesson's own texts.
    public Texts texts(Language language) {
        var found = texts.get(language);
        if (found == null) {
            throw new IllegalStateException("lesson " + id + " has no texts in " + language);
        }
        return found;
    }

    /// What can be played of it.
    public List<Step> steps(Part part) {
        return switch (part) {
            case Part.Steps() -> steps;
            case Part.LabAt(var level) -> lab.steps(level);
        };
    }

    /// What a part of it starts from.
    public Scenario scenario(Part part) {
        return switch (part) {
            case Part.Steps() -> scenario;
            case Part.LabAt _ -> lab.scenario();
        };
    }

    /// What of a lesson is played.
    public sealed interface Part {

        /// The lesson's own steps.
        record Steps() implements Part {}

        /// Its lab, at one of three levels.
        record LabAt(Lab.Level level) implements Part {}
    }
}
