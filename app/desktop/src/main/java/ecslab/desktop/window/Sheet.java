package ecslab.desktop.window;

import ecslab.stage.words.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// A card over everything: one at a time. It is left by Esc, its button, or a click beside it.
final class Sheet extends StackPane {

    private static final double WIDTH_SHARE = 0.72;
    private static final double HEIGHT_SHARE = 0.7;

    private final Words words;
    private final Runnable closed;

    /// @param closed is run each time a card is left
    Sheet(Words words, Runnable closed) {
        this.words = words;
        this.closed = closed;
        getStyleClass().add("sheet");
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::leaveOnEscape);
    }

    boolean isOpen() {
        return isVisible();
    }

    void open(String id, ObservableValue<String> title, Region content) {
        var close = Said.icon(words, "sheet.close", Material2OutlinedAL.CLOSE, this::close);
        var name = Said.label(title, "sheet-title");
        var head = new HBox(name, stretch(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.prefViewportHeightProperty()
                .bind(
                        Bindings.min(
                                content.heightProperty(), heightProperty().multiply(HEIGHT_SHARE)));
        var card = new BorderPane(scroll);
        card.setTop(head);
        card.setId(id);
        card.getStyleClass().add("sheet-card");
        card.accessibleTextProperty().bind(title);
        card.maxWidthProperty().bind(widthProperty().multiply(WIDTH_SHARE));
        card.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        setVisible(true);
        close.requestFocus();
    }

    void close() {
        if (isOpen()) {
            setVisible(false);
            getChildren().clear();
            closed.run();
        }
    }

    private void leaveOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    static Region stretch() {
        var stretch = new Region();
        HBox.setHgrow(stretch, Priority.ALWAYS);
        return stretch;
    }
}
