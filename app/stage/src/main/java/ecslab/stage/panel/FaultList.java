package ecslab.stage.panel;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.stage.fault.Broken;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is broken on purpose, each with a button that mends it.
final class FaultList extends VBox {

    private final Words words;
    private final Consumer<Command> act;
    private final Consumer<Ref> choose;
    private List<Broken> shown = List.of();

    /// An empty list, which takes no room.
    ///
    /// @param act hears what is to be mended
    /// @param choose hears which thing is to be shown
    FaultList(Words words, Consumer<Command> act, Consumer<Ref> choose) {
        this.words = words;
        this.act = act;
        this.choose = choose;
        getStyleClass().add("fault-list");
        Parts.present(this, false);
    }

    void show(List<Broken> next) {
        if (!next.equals(shown)) {
            shown = next;
            write();
        }
    }

    /// Writes it anew, as when the language has changed.
    void write() {
        Parts.present(this, !shown.isEmpty());
        var title = Parts.label("heading", "section");
        title.setText(words.now("inspector.faults"));
        getChildren().setAll(title);
        shown.forEach(one -> getChildren().add(row(one)));
    }

    private HBox row(Broken broken) {
        var what = new Hyperlink(said(broken.says()));
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        what.setOnAction(_ -> choose.accept(broken.on()));
        var mend = new Button(words.now("inspector.mend"), Parts.icon("mend-icon"));
        mend.getStyleClass().addAll("small", "mend");
        mend.setMinWidth(USE_PREF_SIZE);
        mend.setAccessibleText(said(broken.mending()) + ": " + said(broken.says()));
        mend.setOnAction(_ -> act.accept(broken.mend()));
        var icon = new Label("", Parts.icon("fault-icon"));
        icon.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(icon, what, mend);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().add("fault-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String said(Phrase phrase) {
        return words.now().of(phrase);
    }
}
