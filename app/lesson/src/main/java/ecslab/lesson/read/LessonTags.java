package ecslab.lesson.read;

import ecslab.lesson.quiz.QuizItem.Tags;
import ecslab.lesson.read.TeachingRules.Placed;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import java.util.List;

/// What a lesson is filed under; its steps and questions are filed under nothing else.
record LessonTags(String id, List<String> exams, List<String> seeds) {

    private static final String REMEDY = "Add it to those of the lesson, or write one of them: ";

    void checkSeeds(Placed placed, Problems problems) {
        for (var seed : seeds.isEmpty() ? List.<String>of() : placed.step().seeds()) {
            if (!seeds.contains(seed)) {
                problems.add(
                        placed.place(),
                        "the seed \"" + seed + "\" of the step is none of the lesson's",
                        REMEDY + String.join(", ", seeds) + ".");
            }
        }
    }

    void check(Fields item, Tags tags, Problems problems) {
        refuseOthers(item, "seeds", tags.seeds(), seeds, problems);
        refuseOthers(item, "exams", tags.exams(), exams, problems);
        for (var domain : tags.domains()) {
            var exam = domain.split("/", 2)[0];
            if (!domain.matches("[^/]+/\\d") || !tags.exams().contains(exam)) {
                problems.add(
                        item.placeOf("domains"),
                        "\"" + domain + "\" is no domain of the item's exams",
                        "Write an exam and the number of its domain, such as \"SAA-C03/2\".");
            }
        }
    }

    private void refuseOthers(
            Fields item, String name, List<String> written, List<String> known, Problems problems) {
        for (var one : written) {
            if (!known.isEmpty() && !known.contains(one)) {
                problems.add(
                        item.placeOf(name),
                        "\"" + name + "\" has \"" + one + "\", which is none of the lesson's",
                        REMEDY + String.join(", ", known) + ".");
            }
        }
    }
}
