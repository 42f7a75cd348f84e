package ecslab.lesson.check;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Lab.Level;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.Option;
import ecslab.lesson.Show;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.Notice;
import ecslab.lesson.quiz.QuizItem;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import java.util.List;
import java.util.function.Function;

/// Looks whether what a quiz shows to prove its explanations is there.
final class QuizCheck {

    private final Lesson lesson;
    private final ShowCheck shows;

    QuizCheck(Lesson lesson, Function<Scenario, Run> runs, Problems problems) {
        this.lesson = lesson;
        shows = new ShowCheck(lesson, runs, problems);
    }

    /// @param places where each of the items is written
    void check(List<Place> places) {
        var nowhere = Journey.beginning(part());
        for (var i = 0; i < places.size(); i++) {
            for (var notice : notices(lesson.quiz().get(i))) {
                shows.check(notice, nowhere, places.get(i));
            }
        }
    }

    /// The shows of a quiz start from no run of a learner's, so any part of the lesson will do.
    private Part part() {
        return lesson.steps().isEmpty() ? new Part.LabAt(Level.BLANK) : new Part.Steps();
    }

    private static List<Notice> notices(QuizItem item) {
        return switch (item) {
            case QuizItem.Single(_, _, var options) -> notices(options);
            case QuizItem.Multiple(_, _, var options) -> notices(options);
            case QuizItem.Ordering(_, _, _, var because, var show) ->
                    List.of(notice(because, show));
            case QuizItem.Matching(var tags, _, _, var show) -> List.of(notice(tags.id(), show));
        };
    }

    private static List<Notice> notices(List<Option> options) {
        return options.stream()
                .filter(Option.Wrong.class::isInstance)
                .map(Option.Wrong.class::cast)
                .map(one -> notice(one.because(), one.show()))
                .toList();
    }

    private static Notice notice(String say, Show show) {
        return new Notice("", say, List.of(show));
    }
}
