package ecslab.learn.prose;

import ecslab.learn.part.Parts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Shows a text of a lesson. It follows its text, and so the language.
public final class ProseView extends VBox {

    /// What is longer has to be broken into lines, which a label in a text can't be.
    private static final int CHIP_LENGTH_MAX = 28;

    private final Consumer<String> openTerm;

    /// A view of one text.
    ///
    /// @param openTerm hears the id of a word of the glossary that is asked about
    public ProseView(ObservableValue<String> markdown, Consumer<String> openTerm) {
        this.openTerm = openTerm;
        getStyleClass().add("prose");
        Parts.dress(this, ProseView.class, "prose.css");
        markdown.addListener((_, _, next) -> show(next));
        show(markdown.getValue());
    }

    /// A view of a text that names no words of the glossary, or where none can be opened.
    public static ProseView of(ObservableValue<String> markdown) {
        return new ProseView(markdown, _ -> {});
    }

    private void show(String text) {
        getChildren().setAll(Prose.read(text).blocks().stream().map(this::node).toList());
    }

    private Node node(Prose.Block block) {
        return switch (block) {
            case Prose.Block.Sentences(var spans) -> flow(spans, block);
            case Prose.Block.Item(var mark, var spans) -> item(mark, flow(spans, block));
            case Prose.Block.Listing(var code) -> listing(code);
        };
    }

    private TextFlow flow(List<Prose.Span> spans, Prose.Block block) {
        var flow = new TextFlow();
        flow.getStyleClass().add("sentences");
        spans.forEach(span -> flow.getChildren().add(node(span)));
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(Prose.plain(block));
        HBox.setHgrow(flow, Priority.ALWAYS);
        return flow;
    }

    private static Node item(String mark, TextFlow flow) {
        var sign = Parts.word("mark");
        sign.setText(mark);
        return Parts.row("item", sign, flow);
    }

    private static Node listing(String code) {
        var label = Parts.prose("listing", "mono");
        label.setText(code);
        return label;
    }

    private Node node(Prose.Span span) {
        return switch (span) {
            case Prose.Span.Said(var text, var bold, var italic) -> said(text, bold, italic);
            case Prose.Span.Typed(var text) -> typed(text);
            case Prose.Span.Word(var text, var term) -> word(text, term);
        };
    }

    private static Node said(String text, boolean bold, boolean italic) {
        var node = text(text);
        if (bold) {
            node.getStyleClass().add("strong");
        }
        if (italic) {
            node.getStyleClass().add("emphasis");
        }
        return node;
    }

    /// Without the style class that labels give to theirs, it would stay black in a dark theme.
    private static Text text(String text) {
        var node = new Text(text);
        node.getStyleClass().add("text");
        return node;
    }

    private static Node typed(String text) {
        if (text.length() > CHIP_LENGTH_MAX) {
            var node = text(text);
            node.getStyleClass().add("code");
            return node;
        }
        var chip = new Label(text);
        chip.getStyleClass().add("code-chip");
        return chip;
    }

    private Node word(String text, String term) {
        var link = new Hyperlink(text);
        link.getStyleClass().add("term");
        link.setOnAction(_ -> {
            link.setVisited(false);
            openTerm.accept(term);
        });
        return link;
    }
}
