package ecslab.learn.answer;

import ecslab.learn.part.Parts;
import ecslab.lesson.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Things to be put in order: up and down choose a thing, with Alt they move it, and so does the
/// digit of its new place; Enter commits.
public final class OrderBoard extends VBox implements AnswerBoard {

    private final Say say;
    private final List<OrderRow> rows = new ArrayList<>();
    private final VBox list = new VBox();
    private final VBox notices = new VBox();
    private boolean isLocked;
    private Runnable changed = () -> {};
    private Runnable commit = () -> {};

    public OrderBoard(List<Choice> items, Say say) {
        this.say = say;
        getStyleClass().add("order-board");
        list.getStyleClass().add("list");
        notices.getStyleClass().add("notices");
        for (var item : items) {
            rows.add(new OrderRow(item, say.words().around(), this::shift));
        }
        arrange();
        getChildren()
                .setAll(
                        Parts.prose(say.words().around().text("learn.answer.orderKeys"), "aside"),
                        list,
                        notices);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public Optional<Answer> answer() {
        return Optional.of(new Answer.Ordered(keys()));
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public void onCommit(Runnable listener) {
        commit = listener;
    }

    @Override
    public void focus() {
        rows.getFirst().requestFocus();
    }

    @Override
    public void show(Judgement judgement) {
        isLocked = !judgement.isChangeable();
        rows.forEach(row -> row.setLocked(isLocked));
        notices.getChildren().clear();
        switch (judgement) {
            case Judgement.Open(), Judgement.Skipped() -> unmark();
            case Judgement.Locked(var given) -> become(given);
            case Judgement.Known known -> mark(known);
        }
    }

    private void mark(Judgement.Known known) {
        become(known.given());
        if (known.outcome() instanceof Answer.Ordered(var right)) {
            for (var i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                row.mark(i < right.size() && row.key().equals(right.get(i)));
            }
        }
        known.notices().forEach(one -> notices.getChildren().add(new NoticeBox(one, say)));
    }

    private void unmark() {
        rows.forEach(OrderRow::unmark);
    }

    private void become(Answer answer) {
        if (answer instanceof Answer.Ordered(var keys) && keys.size() == rows.size()) {
            rows.sort((a, b) -> Integer.compare(keys.indexOf(a.key()), keys.indexOf(b.key())));
            arrange();
        }
    }

    private List<String> keys() {
        return rows.stream().map(OrderRow::key).toList();
    }

    private void arrange() {
        list.getChildren().setAll(rows);
        for (var i = 0; i < rows.size(); i++) {
            rows.get(i).setNumber(i + 1, rows.size());
        }
    }

    private void pressed(KeyEvent event) {
        var at = focused();
        if (isLocked || at < 0) {
            return;
        }
        var isUsed =
                switch (event.getCode()) {
                    case UP -> step(at, -1, event.isAltDown());
                    case DOWN -> step(at, 1, event.isAltDown());
                    case ENTER -> {
                        commit.run();
                        yield true;
                    }
                    default -> pressedDigit(event, at);
                };
        if (isUsed) {
            event.consume();
        }
    }

    private boolean step(int at, int by, boolean isMoving) {
        var to = Math.clamp(at + by, 0, rows.size() - 1);
        if (isMoving) {
            shift(rows.get(at), by);
        } else {
            rows.get(to).requestFocus();
        }
        return true;
    }

    private boolean pressedDigit(KeyEvent event, int at) {
        var digit = Digits.of(event);
        if (digit.isEmpty()) {
            return false;
        }
        shift(rows.get(at), digit.getAsInt() - 1 - at);
        return true;
    }

    private void shift(OrderRow row, int by) {
        var at = rows.indexOf(row);
        var to = Math.clamp(at + by, 0, rows.size() - 1);
        rows.remove(at);
        rows.add(to, row);
        unmark();
        arrange();
        row.requestFocus();
        changed.run();
    }

    private int focused() {
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).holdsFocus()) {
                return i;
            }
        }
        return -1;
    }
}
