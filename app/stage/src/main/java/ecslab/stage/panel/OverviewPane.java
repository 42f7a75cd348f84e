package ecslab.stage.panel;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskId;
import ecslab.stage.log.Tone;
import ecslab.stage.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Draws an overview. A block that is equal to the one before keeps its node, and with it the
/// reader's focus and a half-done click.
final class OverviewPane extends VBox {

    /// What the reader can ask for here.
    record Asking(Consumer<Ref> choose, Consumer<TaskId> stop, Runnable why) {}

    private static final int WORD_MAX = 18;
    private static final int NOTE_MAX = 24;

    private final Words words;
    private final Asking asking;
    private List<Block> shown = List.of();

    OverviewPane(Words words, Asking asking) {
        this.words = words;
        this.asking = asking;
        Parts.dress(this, "overview");
    }

    void show(List<Block> blocks) {
        if (blocks.equals(shown)) {
            return;
        }
        var nodes = getChildren();
        for (var index = 0; index < blocks.size(); index++) {
            if (index >= shown.size()) {
                nodes.add(node(blocks.get(index)));
            } else if (!blocks.get(index).equals(shown.get(index))) {
                nodes.set(index, node(blocks.get(index)));
            }
        }
        if (blocks.size() < nodes.size()) {
            nodes.remove(blocks.size(), nodes.size());
        }
        shown = blocks;
    }

    /// Draws everything anew, as when the language has changed.
    void forget() {
        shown = List.of();
        getChildren().clear();
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Heading(var text) -> texted(Parts.label("heading", "section"), text);
            case Block.Fact fact -> fact(fact);
            case Block.Link link -> link(link);
            case Block.Note(var text, var tone) -> note(text, tone);
            case Block.Progress progress -> progress(progress);
            case Block.Life(var states) -> life(states);
            case Block.TaskActions(var task, boolean canStop) -> actions(task, canStop);
        };
    }

    private static Node fact(Block.Fact fact) {
        var value = texted(Parts.prose("value"), fact.value());
        if (fact.tone() != Tone.MUTED) {
            value.getStyleClass().add("tone-" + fact.tone().word());
        }
        if (!isWrapped(fact.value())) {
            return row(fact.name(), value);
        }
        var stacked = new VBox(texted(Parts.prose("name"), fact.name()), value);
        stacked.getStyleClass().add("stacked");
        return stacked;
    }

    /// A word as long as an ARN would be torn apart beside its name.
    private static boolean isWrapped(String value) {
        return Arrays.stream(value.split(" ")).anyMatch(word -> word.length() > WORD_MAX);
    }

    private Node link(Block.Link link) {
        var hyperlink = new Hyperlink(link.text());
        hyperlink.setMinWidth(link.text().length() > WORD_MAX ? 0 : USE_PREF_SIZE);
        hyperlink.setWrapText(true);
        hyperlink.setMinHeight(USE_PREF_SIZE);
        hyperlink.setOnAction(_ -> asking.choose().accept(link.to()));
        hyperlink.setAccessibleText(link.name() + " " + link.text() + " " + link.note());
        var line = line(link, hyperlink);
        line.getStyleClass().add("link");
        if (!link.name().isEmpty()) {
            return row(link.name(), line);
        }
        line.getStyleClass().add("item");
        return line;
    }

    /// A short note stands behind the link, a long one below it.
    private static Pane line(Block.Link link, Hyperlink hyperlink) {
        if (link.note().isEmpty()) {
            var alone = new HBox(hyperlink);
            alone.setAlignment(Pos.BASELINE_LEFT);
            return alone;
        }
        var note = texted(Parts.prose("note"), link.note());
        note.getStyleClass().add("tone-" + link.tone().word());
        if (link.note().length() > NOTE_MAX) {
            var tall = new VBox(hyperlink, note);
            tall.getStyleClass().add("tall");
            return tall;
        }
        var line = new HBox(hyperlink, note);
        line.setAlignment(Pos.BASELINE_LEFT);
        HBox.setHgrow(note, Priority.ALWAYS);
        return line;
    }

    private static HBox row(String name, Node value) {
        var label = texted(Parts.prose("name"), name);
        var row = new HBox(label, value);
        row.getStyleClass().add("fact");
        HBox.setHgrow(value, Priority.ALWAYS);
        return row;
    }

    private static Node note(String text, Tone tone) {
        var note = texted(Parts.prose("gloss", "gloss-" + tone.word()), text);
        note.setMaxWidth(Double.MAX_VALUE);
        return note;
    }

    private static Node progress(Block.Progress progress) {
        var title = texted(Parts.label("strong"), progress.title());
        var note = texted(Parts.prose("muted-text", "small"), progress.note());
        var bar = new ProgressBar(progress.share());
        bar.getStyleClass().add("bar-" + progress.tone().word());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(progress.title() + " " + progress.note());
        var card = new VBox(title, note, bar);
        card.getStyleClass().add("card");
        return card;
    }

    private static Node life(List<Block.State> states) {
        var grid = new GridPane();
        grid.getStyleClass().add("life");
        for (var index = 0; index < states.size(); index++) {
            var state = states.get(index);
            var stage = state.stage().name().toLowerCase(Locale.ROOT);
            var dot = Parts.icon("dot", "stage-" + stage, "tone-" + state.tone().word());
            var name = texted(Parts.word("state", "stage-" + stage), state.name());
            var time = texted(Parts.word("mono", "muted-text", "small"), state.time());
            var lasted = texted(Parts.word("mono", "muted-text", "small"), state.lasted());
            grid.addRow(index, dot, name, time, lasted);
        }
        return grid;
    }

    private Node actions(TaskId task, boolean canStop) {
        var stop = button("inspector.stop", "stop", () -> asking.stop().accept(task));
        stop.setDisable(!canStop);
        var why = button("inspector.why", "why", asking.why());
        var row = new FlowPane(stop, why);
        row.getStyleClass().add("actions");
        return row;
    }

    private Button button(String key, String styleClass, Runnable action) {
        var button = new Button(words.now(key), Parts.icon());
        button.setId("inspector-" + styleClass);
        button.getStyleClass().add(styleClass);
        button.setMinWidth(0);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label texted(Label label, String text) {
        label.setText(text);
        return label;
    }
}
