package ecslab.learn;

import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.play.GoalState;
import ecslab.lesson.predicate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a check asks for, each line with its tick.
final class GoalList extends VBox {

    private final LessonWords words;
    private List<GoalState> shown = List.of();

    GoalList(LessonWords words) {
        this.words = words;
        getStyleClass().add("goal-list");
        Parts.present(this, false);
        words.around().texts().addListener(_ -> rebuild());
    }

    void show(List<GoalState> goals) {
        if (!goals.equals(shown)) {
            shown = goals;
            rebuild();
        }
    }

    private void rebuild() {
        Parts.present(this, !shown.isEmpty());
        var rows = new ArrayList<Node>();
        rows.add(Parts.word(words.around().text("learn.goals.title"), "kicker-text"));
        shown.forEach(goal -> rows.add(row(goal)));
        getChildren().setAll(rows);
    }

    private Node row(GoalState goal) {
        var verdict = goal.verdict().name().toLowerCase(Locale.ROOT);
        var icon = Parts.icon("goal-icon", "goal-" + verdict);
        icon.setAccessibleText(words.around().now("learn.goals." + verdict));
        var text = ProseView.of(words.text(goal.say()));
        HBox.setHgrow(text, Priority.ALWAYS);
        var said = new VBox(text);
        HBox.setHgrow(said, Priority.ALWAYS);
        if (goal.verdict() == Verdict.BROKEN) {
            said.getChildren().add(Parts.prose(words.around().text("learn.goals.broken"), "aside"));
        }
        var row = Parts.row("goal", icon, said);
        row.getStyleClass().add("row-" + verdict);
        return row;
    }
}
