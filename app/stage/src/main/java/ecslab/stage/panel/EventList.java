package ecslab.stage.panel;

import ecslab.ecs.RunHeader;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.Selection;
import ecslab.stage.log.EventFilter;
import ecslab.stage.log.Heard;
import ecslab.stage.log.LogIndex;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Lines of the event log, newest on top.
///
/// Who has scrolled down is reading: new lines then wait behind a button, so that nothing moves
/// under the eye.
final class EventList extends StackPane {

    private final Words words;
    private final Selection selection;
    private final LogRows rows;
    private final ListView<Heard> list;
    private final Button newer = new Button();
    private Consumer<SimInstant> seek = _ -> {};
    private Optional<Frame> shown = Optional.empty();
    private boolean isMovingRows;

    /// Lists what `index` holds.
    ///
    /// @param isWide whether there is room for a line's gloss behind it
    EventList(Words words, Selection selection, LogIndex index, boolean isWide) {
        this.words = words;
        this.selection = selection;
        rows = new LogRows(index, words.now());
        list = new ListView<>(rows);
        Parts.dress(this, "event-list");
        var around =
                new EventCell.Surroundings(
                        this::header,
                        rows::text,
                        at -> seek.accept(at),
                        () -> words.now("log.seek"),
                        isWide);
        list.setCellFactory(_ -> new EventCell(around));
        list.setPlaceholder(Parts.label(words.text("log.empty"), "muted-text"));
        list.accessibleTextProperty().bind(words.text("log.events"));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> choose(row));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                seekToChosen();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                seekToChosen();
            }
        });
        newer.getStyleClass().addAll("newer", "small");
        newer.setOnAction(_ -> follow());
        newer.setGraphic(Parts.icon());
        setAlignment(newer, Pos.TOP_CENTER);
        Parts.present(newer, false);
        getChildren().addAll(list, newer);
        words.texts().addListener(_ -> speak());
    }

    void onSeek(Consumer<SimInstant> asked) {
        seek = asked;
    }

    EventFilter filter() {
        return rows.filter();
    }

    void filter(EventFilter next) {
        movingRows(() -> rows.filter(next, position(), words.now()));
        Parts.present(newer, false);
    }

    /// Lists other lines of the same index.
    void source(List<Heard> lines) {
        movingRows(() -> rows.source(lines, position(), words.now()));
        Parts.present(newer, false);
        list.scrollTo(0);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The index must have read the frame's events.
    void show(Frame frame) {
        var isNewRun = shown.isEmpty() || !shown.get().header().equals(frame.header());
        shown = Optional.of(frame);
        movingRows(() -> rows.readOn(words.now()));
        var count = rows.countAt(frame.position());
        var waiting = isAtTop() ? 0 : Math.max(0, count - rows.size());
        if (waiting == 0) {
            movingRows(() -> rows.showUpTo(count));
        } else {
            newer.setText(words.now("log.newer", "count", waiting));
        }
        Parts.present(newer, waiting > 0);
        if (isNewRun) {
            list.refresh();
        }
    }

    private void follow() {
        movingRows(() -> rows.showUpTo(rows.countAt(position())));
        Parts.present(newer, false);
        list.scrollTo(0);
    }

    private boolean isAtTop() {
        return !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null
                || flow.getFirstVisibleCell().getIndex() == 0;
    }

    private int position() {
        return shown.map(Frame::position).orElse(0);
    }

    private RunHeader header() {
        return shown.orElseThrow().header();
    }

    /// Rows that come and go choose nothing: only the reader does.
    private void movingRows(Runnable move) {
        isMovingRows = true;
        var before = list.getSelectionModel().getSelectedItem();
        move.run();
        if (before != null && !before.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().clearSelection();
        }
        isMovingRows = false;
    }

    private void choose(@Nullable Heard row) {
        if (row != null && !isMovingRows && !row.about().isEmpty()) {
            selection.choose(row.about().getFirst());
        }
    }

    private void seekToChosen() {
        var row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            seek.accept(row.event().at());
        }
    }

    private void speak() {
        rows.speak(words.now());
        list.refresh();
    }
}
