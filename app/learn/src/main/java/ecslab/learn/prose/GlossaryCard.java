package ecslab.learn.prose;

import ecslab.learn.part.Parts;
import ecslab.lesson.Term;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A word that is new: in the reader's language, in the other one, and what it is in one line.
public final class GlossaryCard extends VBox {

    private final Term term;

    /// The card of a term.
    ///
    /// @param putAway hears that the reader has understood
    public GlossaryCard(Term term, LessonWords words, Runnable putAway) {
        this.term = term;
        getStyleClass().add("glossary-card");
        Parts.dress(this, GlossaryCard.class, "glossary-card.css", "prose.css");
        var name = new Text();
        name.textProperty().bind(words.text(term.name()).map(text -> text + "  "));
        name.getStyleClass().addAll("text", "term-name");
        var other = new Text();
        other.textProperty()
                .bind(
                        words.text(term.name())
                                .flatMap(own ->
                                        words.inTheOtherLanguage(term.name())
                                                .map(foreign ->
                                                        own.contains(foreign) ? "" : foreign)));
        other.getStyleClass().addAll("text", "term-other");
        var understood =
                Parts.button(
                        words.around().text("learn.term.understood"), putAway, "flat", "small");
        understood.setId("term-" + term.id());
        var names = new TextFlow(name, other);
        HBox.setHgrow(names, Priority.ALWAYS);
        var head = Parts.row("head", Parts.icon("term-icon"), names, understood);
        getChildren().setAll(head, ProseView.of(words.text(term.line())));
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(words.text(term.line()));
    }

    public Term term() {
        return term;
    }
}
