package ecslab.lesson.progress;

import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Journey;
import ecslab.lesson.quiz.Leitner;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that a learner has done in all lessons.
///
/// @param lessons by the lessons' ids
/// @param missed quiz items that come back
public record Progress(SortedMap<String, LessonProgress> lessons, Leitner missed) {

    public Progress {
        lessons = Collections.unmodifiableSortedMap(new TreeMap<>(lessons));
    }

    public static Progress none() {
        return new Progress(Collections.emptySortedMap(), Leitner.empty());
    }

    public LessonProgress of(Lesson lesson) {
        return lessons.getOrDefault(lesson.id(), LessonProgress.none());
    }

    /// Where the learner goes on in a part of a lesson: at its beginning, if it hasn't begun, or if
    /// the lesson's author has changed it since.
    public Optional<Journey> journey(Lesson lesson, Part part) {
        return of(lesson).journey(part, lesson.fingerprint());
    }

    public Progress withJourney(Lesson lesson, Journey journey) {
        return with(lesson, of(lesson).withJourney(journey, lesson.fingerprint()));
    }

    /// A part was gone through to its end. What was done in it is kept until it begins again.
    public Progress withFinished(Lesson lesson, Part part, LocalDate today) {
        return with(lesson, of(lesson).withFinished(part, today));
    }

    public Progress withAnswer(Lesson lesson, String item, boolean right, LocalDate today) {
        var next = with(lesson, of(lesson).withAnswer(item, right));
        return new Progress(next.lessons, missed.answered(item, right, today));
    }

    private Progress with(Lesson lesson, LessonProgress next) {
        var more = new TreeMap<>(lessons);
        more.put(lesson.id(), next);
        return new Progress(more, missed);
    }
}
