package ecslab.learn;

import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import ecslab.lesson.Lesson.Part;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Everything has been gone through, and what can come next.
final class LessonEnd extends VBox {

    private final Button first;

    LessonEnd(LessonWords words, Part part, LessonPanel.Leads leads) {
        var around = words.around();
        getStyleClass().addAll("beat-card", "lesson-end");
        var quiz = Parts.button(around.text("learn.end.quiz"), leads.quiz(), "accent");
        quiz.setId("lesson-quiz");
        quiz.setGraphic(Parts.icon("quiz-icon"));
        var lab = Parts.button(around.text("learn.end.lab"), leads.lab());
        lab.setId("lesson-lab");
        lab.setGraphic(Parts.icon("lab-icon"));
        var home = Parts.button(around.text("learn.end.home"), leads.home(), "flat");
        home.setId("lesson-end-home");
        var title =
                switch (part) {
                    case Part.Steps() -> "learn.end.lesson";
                    case Part.LabAt _ -> "learn.end.labDone";
                };
        var what =
                switch (part) {
                    case Part.Steps() -> "learn.end.lessonNext";
                    case Part.LabAt _ -> "learn.end.labNext";
                };
        first = quiz;
        getChildren()
                .setAll(
                        Parts.icon("end-icon"),
                        Parts.prose(around.text(title), "end-title"),
                        Parts.prose(around.text(what), "aside"),
                        quiz,
                        lab,
                        home);
        for (var button : new Button[] {quiz, lab, home}) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
    }

    void focus() {
        first.requestFocus();
    }
}
