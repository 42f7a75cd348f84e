package ecslab.stage.panel;

import ecslab.ecs.RunHeader;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.log.EventText;
import ecslab.stage.log.Heard;
import ecslab.stage.log.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the event log: when, who, what; behind it or below it, why.
final class EventCell extends ListCell<Heard> {

    /// What a cell needs to know of its log.
    ///
    /// @param isWide whether the gloss stands behind the text, else it stands below
    record Surroundings(
            Supplier<RunHeader> header,
            Supplier<EventText> text,
            Consumer<SimInstant> seek,
            Supplier<String> seekText,
            boolean isWide) {}

    /// Short texts leave so much room, so that the glosses stand below one another.
    private static final double TEXT_PIXELS_MIN = 220;

    private final Surroundings around;
    private final Button time = new Button();
    private final FontIcon icon = Parts.icon();
    private final Label source = Parts.label("source");
    private final Label text;
    private final Label detail;
    private final List<String> looks = new ArrayList<>();

    EventCell(Surroundings around) {
        this.around = around;
        getStyleClass().add("event-cell");
        time.getStyleClass().addAll("time", "mono", "flat");
        time.setFocusTraversable(false);
        time.setMinWidth(USE_PREF_SIZE);
        time.setTooltip(new Tooltip());
        time.setOnAction(_ -> around.seek().accept(getItem().event().at()));
        text = around.isWide() ? Parts.label("text") : Parts.prose("text");
        detail = around.isWide() ? Parts.label("detail") : Parts.prose("detail");
        setPrefWidth(0);
        setGraphic(around.isWide() ? wide() : narrow());
    }

    @Override
    protected void updateItem(Heard heard, boolean empty) {
        super.updateItem(heard, empty);
        var isEmpty = empty || heard == null;
        getGraphic().setVisible(!isEmpty);
        if (isEmpty) {
            setAccessibleText("");
            return;
        }
        var line = around.text().get().line(heard.event(), heard.step());
        var at = Clock.time(around.header().get().calendar(heard.event().at()));
        time.setText(at);
        time.getTooltip().setText(around.seekText().get());
        source.setText(line.source());
        text.setText(line.text());
        detail.setText(line.detail());
        Parts.present(detail, !line.detail().isEmpty());
        look(line);
        setAccessibleText(at + " " + line.source() + " " + line.text() + " " + line.detail());
    }

    private HBox wide() {
        source.getStyleClass().add("column");
        text.setMinWidth(TEXT_PIXELS_MIN);
        detail.setPrefWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        var row = new HBox(time, icon, source, text, detail);
        row.getStyleClass().add("line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox narrow() {
        var head = new HBox(time, icon, source);
        head.getStyleClass().add("line");
        head.setAlignment(Pos.CENTER_LEFT);
        var all = new VBox(head, text, detail);
        all.getStyleClass().add("lines");
        return all;
    }

    private void look(Line line) {
        var wanted = List.of("tone-" + line.tone().word(), "topic-" + line.topic().word());
        if (!looks.equals(wanted)) {
            icon.getStyleClass().removeAll(looks);
            looks.clear();
            looks.addAll(wanted);
            icon.getStyleClass().addAll(looks);
        }
    }
}
