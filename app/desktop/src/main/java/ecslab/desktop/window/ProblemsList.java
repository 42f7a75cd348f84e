package ecslab.desktop.window;

import ecslab.stage.words.Words;
import ecslab.wire.Problem;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is wrong with a file: where, what, and how to mend it, one after the other.
final class ProblemsList extends VBox {

    ProblemsList(Words words, List<Problem> problems) {
        getStyleClass().add("problems");
        getChildren()
                .add(
                        Said.paragraph(
                                words.text("problems.count", "count", problems.size()),
                                "problems-count"));
        problems.forEach(problem -> getChildren().add(row(words, problem)));
    }

    private static VBox row(Words words, Problem problem) {
        var where =
                Said.label(
                        words.texts()
                                .map(texts ->
                                        problem.file()
                                                + " · "
                                                + texts.of(
                                                        "problems.line", "line", problem.line())),
                        "problem-where");
        var what = new Label(problem.what());
        what.setWrapText(true);
        what.getStyleClass().add("problem-what");
        var remedy = new Label(problem.remedy());
        remedy.setWrapText(true);
        remedy.getStyleClass().add("problem-remedy");
        var row = new VBox(where, what, remedy);
        row.getStyleClass().add("problem");
        return row;
    }
}
