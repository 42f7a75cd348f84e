package ecslab.learn.compose;

import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;

/// An action in the list: its name as AWS writes it, and what it does.
final class ActionRow extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Action action;

    ActionRow(Action action, Words words, Consumer<Action> picked) {
        this.action = action;
        getStyleClass().add("action-row");
        var api = Parts.word("mono", "api");
        api.setText(action.api());
        var name = Parts.word("mono", "action-name");
        name.setText(action.name());
        getChildren()
                .setAll(
                        Parts.row("head", name, api),
                        Parts.prose(words.text(action.does()), "aside"));
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        accessibleTextProperty()
                .bind(words.text(action.does()).map(does -> name.getText() + ": " + does));
        setOnMouseClicked(_ -> picked.accept(action));
    }

    Action action() {
        return action;
    }

    void setChosen(boolean isChosen) {
        pseudoClassStateChanged(CHOSEN, isChosen);
    }
}
