package ecslab.learn.compose;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import ecslab.wire.BadInput;
import ecslab.wire.command.CliForm;
import ecslab.wire.command.CommandReader;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One command being written: as a form, as JSON, or read as a command line; and what came of it.
final class CallPane extends VBox {

    private static final int JSON_ROWS = 14;

    private final Action action;
    private final Words words;
    private final BiConsumer<Command, Consumer<Answer>> submit;
    private final ActionForm form;
    private final TextArea json = new TextArea();
    private final Label cli = Parts.prose("mono", "cli");
    private final OutcomeBox outcome;
    private final Button run;
    private Draft draft;
    private View view = View.FORM;

    /// How the command is looked at.
    private enum View {
        FORM("form"),
        JSON("json"),
        CLI("cli");

        private final String word;

        View(String word) {
            this.word = word;
        }
    }

    CallPane(
            Action action,
            Draft draft,
            Words words,
            Supplier<Known> known,
            BiConsumer<Command, Consumer<Answer>> submit,
            Runnable another) {
        this.action = action;
        this.draft = draft;
        this.words = words;
        this.submit = submit;
        form = new ActionForm(action, words, known);
        form.onEdit(this::changed);
        outcome = new OutcomeBox(words);
        run = Parts.button(words.text("learn.compose.run", "action", action.name()), this::run);
        run.setGraphic(Parts.icon("run-icon"));
        run.setId("compose-run");
        run.getStyleClass().add("accent");
        run.setMaxWidth(Double.MAX_VALUE);
        json.setId("compose-json");
        json.getStyleClass().add("mono");
        json.setPrefRowCount(JSON_ROWS);
        json.accessibleTextProperty().bind(words.text("learn.compose.view.json"));
        json.textProperty().addListener(_ -> typed());
        json.addEventFilter(KeyEvent.KEY_PRESSED, CallPane::leaveByTab);
        getStyleClass().add("call-pane");
        getChildren().setAll(head(another), views(), form, json, cli, run, outcome);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, another));
        form.read(draft);
        look(View.FORM);
    }

    void focus() {
        form.focus();
    }

    private HBox head(Runnable another) {
        var name = Parts.word("mono", "action-name");
        name.setText(action.name());
        var back =
                Parts.button(
                        words.text("learn.compose.another"), another, "flat", "small", "another");
        back.setId("compose-another");
        return Parts.row("head", name, Parts.spring(), back);
    }

    private HBox views() {
        var group = new ToggleGroup();
        var row = Parts.row("views");
        for (var one : View.values()) {
            var button = new ToggleButton();
            button.textProperty().bind(words.text("learn.compose.view." + one.word));
            button.setId("compose-view-" + one.word);
            button.getStyleClass().add("small");
            button.setToggleGroup(group);
            button.setSelected(one == View.FORM);
            button.setOnAction(_ -> {
                button.setSelected(true);
                look(one);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private void look(View next) {
        view = next;
        Parts.present(form, next == View.FORM);
        Parts.present(json, next == View.JSON);
        Parts.present(cli, next == View.CLI);
        switch (next) {
            case FORM -> form.read(draft);
            case JSON -> json.setText(draft.text());
            case CLI -> cli.setText(commandLine());
        }
    }

    /// Takes over what is typed as JSON, as soon as it is some.
    private void typed() {
        if (view == View.JSON) {
            Draft.read(json.getText()).ifPresent(next -> draft = next);
        }
    }

    private void changed() {
        outcome.show(new Outcome.Nothing());
    }

    private String commandLine() {
        try {
            return CliForm.of(CommandReader.read(action.call(), draft.text()));
        } catch (BadInput notYet) {
            return words.now("learn.compose.cliNotYet") + "\n\n" + notYet.getMessage();
        }
    }

    private void run() {
        var text = view == View.JSON ? json.getText() : draft.text();
        try {
            submit.accept(CommandReader.read(action.call(), text), this::heard);
        } catch (BadInput wrong) {
            say(new Outcome.Unsent(wrong.problems()));
        }
    }

    private void heard(Answer answer) {
        say(Outcome.of(action.name(), answer));
    }

    private void say(Outcome what) {
        outcome.show(what);
        form.mark(what.pointers());
    }

    /// In a text, too, Tab leads on: nobody is to be caught there.
    private static void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            var way = event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT;
            ((Node) event.getSource()).requestFocusTraversal(way);
            event.consume();
        }
    }

    /// Enter in a field and Ctrl+Enter anywhere run the command; Esc chooses another.
    private void pressed(KeyEvent event, Runnable another) {
        var isPlainField = !(event.getTarget() instanceof TextArea);
        if (event.getCode() == KeyCode.ENTER && (isPlainField || event.isShortcutDown())) {
            run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            another.run();
            event.consume();
        }
    }
}
