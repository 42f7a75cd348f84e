package ecslab.stage.panel;

import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Decision;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.log.DecisionText;
import ecslab.stage.words.Words;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One decision, read from top to bottom: the question, what was known, who was considered, the
/// sum, and what came out.
final class DecisionCard extends VBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Words words;
    private final Decision decision;
    private final DecisionText text;
    private final VBox trace = new VBox();

    DecisionCard(
            Words words,
            Decision decision,
            DecisionText text,
            RunHeader header,
            Consumer<SimInstant> seek,
            boolean isOpen) {
        this.words = words;
        this.decision = decision;
        this.text = text;
        getStyleClass().addAll("card", "decision");
        var time = new Button(Clock.time(header.calendar(decision.at())));
        time.getStyleClass().addAll("flat", "mono", "time");
        time.setMinWidth(USE_PREF_SIZE);
        Parts.explain(time, words.text("log.seek"));
        time.setOnAction(_ -> seek.accept(decision.at()));
        var open = open();
        var head = new HBox(open, time);
        head.setAlignment(Pos.CENTER_LEFT);
        var outcome = texted(Parts.prose("outcome"), text.outcome(decision));
        trace.getStyleClass().add("trace");
        fillTrace();
        getChildren().addAll(head, trace, outcome);
        trace.visibleProperty().bind(open.selectedProperty());
        trace.managedProperty().bind(open.selectedProperty());
        open.selectedProperty().addListener((_, _, is) -> pseudoClassStateChanged(OPEN, is));
        open.setSelected(isOpen);
    }

    private ToggleButton open() {
        var open = new ToggleButton(text.question(decision), Parts.icon("open-icon"));
        open.getStyleClass().addAll("flat", "question");
        open.setWrapText(true);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(open, Priority.ALWAYS);
        return open;
    }

    private void fillTrace() {
        if (!decision.inputs().isEmpty()) {
            add("why.known", facts());
        }
        if (!decision.candidates().isEmpty()) {
            add("why.considered", candidates());
        }
        if (!decision.arithmetic().isEmpty()) {
            add("why.sum", texted(Parts.prose("mono", "sum"), decision.arithmetic()));
        }
    }

    private void add(String key, Node node) {
        trace.getChildren().addAll(texted(Parts.label("heading"), words.now(key)), node);
    }

    private GridPane facts() {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.NEVER);
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        for (var fact : decision.inputs()) {
            grid.addRow(
                    grid.getRowCount(),
                    texted(Parts.word("mono", "muted-text", "small"), fact.name()),
                    texted(Parts.prose("mono", "small"), fact.value()));
        }
        return grid;
    }

    private VBox candidates() {
        var all = new VBox();
        all.getStyleClass().add("candidates");
        for (var candidate : decision.candidates()) {
            var verdict = candidate.accepted() ? "accepted" : "refused";
            var icon = Parts.icon("verdict", verdict);
            var name = texted(Parts.prose("mono", verdict), candidate.name());
            var why = texted(Parts.prose("muted-text", "small"), words.now().of(candidate.why()));
            var said = new VBox(name, why);
            HBox.setHgrow(said, Priority.ALWAYS);
            var row = new HBox(icon, said);
            row.getStyleClass().add("candidate");
            row.setAccessibleText(
                    words.now("why." + verdict, "name", candidate.name()) + " " + why.getText());
            all.getChildren().add(row);
        }
        return all;
    }

    private static Label texted(Label label, String text) {
        label.setText(text);
        return label;
    }
}
