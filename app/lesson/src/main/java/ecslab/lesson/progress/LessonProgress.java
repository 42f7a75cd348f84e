package ecslab.lesson.progress;

import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Journey;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a learner has done in one lesson.
///
/// @param fingerprint of the lesson that the journeys go through
/// @param journeys by the name of their part
/// @param finished the day on which a part was gone through first, by its name
/// @param answers how each quiz item was answered last, by its id
public record LessonProgress(
        String fingerprint,
        SortedMap<String, Journey> journeys,
        SortedMap<String, LocalDate> finished,
        SortedMap<String, Boolean> answers) {

    private static final String STEPS = "steps";

    public LessonProgress {
        journeys = Collections.unmodifiableSortedMap(new TreeMap<>(journeys));
        finished = Collections.unmodifiableSortedMap(new TreeMap<>(finished));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public static LessonProgress none() {
        return new LessonProgress(
                "",
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }

    /// As the file names a part: `steps`, `guided`, `hints`, `blank`.
    public static String name(Part part) {
        return switch (part) {
            case Part.Steps() -> STEPS;
            case Part.LabAt(var level) -> level.word();
        };
    }

    public boolean isFinished(Part part) {
        return finished.containsKey(name(part));
    }

    Optional<Journey> journey(Part part, String lesson) {
        return Optional.ofNullable(journeys.get(name(part)))
                .filter(_ -> fingerprint.equals(lesson));
    }

    LessonProgress withJourney(Journey journey, String lesson) {
        var more = new TreeMap<String, Journey>();
        if (fingerprint.equals(lesson)) {
            more.putAll(journeys);
        }
        more.put(name(journey.part()), journey);
        return new LessonProgress(lesson, more, finished, answers);
    }

    LessonProgress withFinished(Part part, LocalDate today) {
        var more = new TreeMap<>(finished);
        more.putIfAbsent(name(part), today);
        return new LessonProgress(fingerprint, journeys, more, answers);
    }

    LessonProgress withAnswer(String item, boolean right) {
        var more = new TreeMap<>(answers);
        more.put(item, right);
        return new LessonProgress(fingerprint, journeys, finished, more);
    }
}
