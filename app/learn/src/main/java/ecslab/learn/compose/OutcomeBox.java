package ecslab.learn.compose;

import ecslab.ecs.ApiError;
import ecslab.ecs.model.Failure;
import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import ecslab.wire.Problem;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says what came of a command: what is wrong, about which field, and how to mend it.
final class OutcomeBox extends HBox {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final Words words;
    private final VBox body = new VBox();
    private Outcome shown = new Outcome.Nothing();

    OutcomeBox(Words words) {
        this.words = words;
        getStyleClass().add("outcome-box");
        body.getStyleClass().add("body");
        HBox.setHgrow(body, Priority.ALWAYS);
        getChildren().setAll(Parts.icon("outcome-icon"), body);
        setAccessibleRole(AccessibleRole.TEXT);
        words.texts().addListener(_ -> show(shown));
        show(shown);
    }

    void show(Outcome outcome) {
        shown = outcome;
        Parts.present(this, !(outcome instanceof Outcome.Nothing));
        pseudoClassStateChanged(
                GOOD, outcome instanceof Outcome.Accepted(_, var failures) && failures.isEmpty());
        body.getChildren().setAll(lines(outcome));
    }

    private List<Node> lines(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Nothing() -> List.of();
            case Outcome.Unsent(var problems) ->
                    problems.stream().map(OutcomeBox::problem).toList();
            case Outcome.Refused(var error) -> refusal(error);
            case Outcome.Accepted(var action, var failures) when failures.isEmpty() ->
                    List.of(line(words.now("learn.compose.accepted", "action", action), "what"));
            case Outcome.Accepted(_, var failures) -> failures.stream().map(this::failure).toList();
        };
    }

    private Node failure(Failure failure) {
        return line(words.now("learn.compose.failure", "reason", failure.reason()), "what");
    }

    private static Node problem(Problem problem) {
        return new VBox(line(problem.what(), "what"), line(problem.remedy(), "remedy"));
    }

    private List<Node> refusal(ApiError error) {
        var code = line(error.code(), "mono", "code");
        var what = line(error.message(), "what");
        var remedy = line(words.now().of(error.remedy()), "remedy");
        Parts.present(remedy, !remedy.getText().isEmpty());
        var field = line(fieldName(error), "mono", "where");
        Parts.present(field, !error.field().isEmpty());
        return List.of(code, what, field, remedy);
    }

    private static String fieldName(ApiError error) {
        return error.field().isEmpty() ? "" : error.field().substring(1).replace('/', '.');
    }

    private static Label line(String text, String... styles) {
        var line = Parts.prose(styles);
        line.setText(text);
        return line;
    }
}
