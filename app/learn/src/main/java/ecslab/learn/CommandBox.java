package ecslab.learn;

import ecslab.ecs.command.Command;
import ecslab.learn.part.Parts;
import ecslab.lesson.Focus;
import ecslab.stage.words.Words;
import ecslab.wire.command.CliForm;
import ecslab.wire.command.CommandJson;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// What the learner last did, as one would type it for AWS's command line, and as JSON.
final class CommandBox extends VBox {

    private final Label code = Parts.prose("mono", "code-text");
    private final ToggleButton cli = new ToggleButton("CLI");
    private final ToggleButton json = new ToggleButton("JSON");
    private final Button copy;
    private final Consumer<Focus.Part> copied;
    private Optional<Command> shown = Optional.empty();
    private UnaryOperator<String> resolve = UnaryOperator.identity();

    /// A box that shows itself when there is a command.
    ///
    /// @param opened hears which form is looked at
    /// @param copied hears which one was copied
    CommandBox(Words words, Consumer<Focus.Part> opened, Consumer<Focus.Part> copied) {
        this.copied = copied;
        getStyleClass().add("command-box");
        var group = new ToggleGroup();
        tab(cli, "lesson-cli", group, () -> opened.accept(Focus.Part.CLI));
        tab(json, "lesson-json", group, () -> opened.accept(Focus.Part.JSON));
        cli.setSelected(true);
        copy = Parts.iconButton(words.text("learn.command.copy"), this::copy, "copy-icon");
        copy.setId("lesson-copy");
        var title = Parts.prose(words.text("learn.command.title"), "aside");
        var head = Parts.row("head", title, cli, json, copy);
        getChildren().setAll(head, code);
        Parts.present(this, false);
    }

    private void tab(ToggleButton tab, String id, ToggleGroup group, Runnable opened) {
        tab.setId(id);
        tab.getStyleClass().addAll("small", "flat");
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setToggleGroup(group);
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            write();
            opened.run();
        });
    }

    /// Shows a command; nothing hides the box.
    ///
    /// @param resolving puts ids in the place of selectors
    void show(Optional<Command> command, UnaryOperator<String> resolving) {
        if (!command.equals(shown)) {
            shown = command;
            resolve = resolving;
            Parts.present(this, command.isPresent());
            write();
        }
    }

    private void write() {
        code.setText(
                shown.map(json.isSelected() ? CommandBox::json : CliForm::of)
                        .map(resolve)
                        .orElse(""));
    }

    private static String json(Command command) {
        return CommandJson.call(command) + "\n" + CommandJson.compact(command);
    }

    private void copy() {
        var text =
                json.isSelected()
                        ? shown.map(CommandJson::compact).map(resolve).orElse("")
                        : code.getText();
        Parts.copy(text);
        copied.accept(json.isSelected() ? Focus.Part.JSON : Focus.Part.CLI);
    }
}
