package ecslab.learn.answer;

import ecslab.lesson.Answer;
import ecslab.lesson.play.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One option of several, or some of them: arrows and digits choose, Enter commits.
public final class ChoiceBoard extends VBox implements AnswerBoard {

    private final Form form;
    private final Say say;
    private final List<ChoiceRow> rows = new ArrayList<>();
    private Runnable changed = () -> {};
    private Runnable commit = () -> {};

    /// What an answer is made of.
    public enum Form {
        /// One of the options.
        ONE,
        /// One or more of them.
        SOME,
        /// One of some values that the run may show.
        VALUE
    }

    public ChoiceBoard(List<Choice> choices, Form form, Say say) {
        this.form = form;
        this.say = say;
        getStyleClass().add("choice-board");
        var group = new ToggleGroup();
        for (var choice : choices) {
            var digit = digitOf(choice, choices.indexOf(choice));
            var row = new ChoiceRow(choice, form, digit, say);
            row.joinGroup(group);
            row.selected().addListener(_ -> changed.run());
            rows.add(row);
        }
        getChildren().setAll(rows);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public Optional<Answer> answer() {
        var keys = chosen();
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                form == Form.VALUE ? new Answer.Written(keys.getFirst()) : new Answer.Chosen(keys));
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
        rows.stream()
                .filter(row -> row.selected().get())
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .ifPresent(ChoiceRow::focus);
    }

    @Override
    public void show(Judgement judgement) {
        rows.forEach(row -> row.setLocked(!judgement.isChangeable()));
        switch (judgement) {
            case Judgement.Open() -> rows.forEach(ChoiceRow::clear);
            case Judgement.Locked(var given) -> choose(given);
            case Judgement.Known known -> mark(known);
            case Judgement.Skipped() -> rows.forEach(ChoiceRow::clear);
        }
    }

    private void mark(Judgement.Known known) {
        choose(known.given());
        var given = keysOf(known.given());
        var right = keysOf(known.outcome());
        for (var row : rows) {
            var key = row.choice().key();
            var notice = known.notices().stream().filter(one -> one.about().equals(key));
            row.mark(
                    known.isOver() && right.contains(key),
                    given.contains(key),
                    notice.findFirst().map(this::box));
        }
    }

    private NoticeBox box(Notice notice) {
        return new NoticeBox(notice, say);
    }

    private void choose(Answer answer) {
        var keys = keysOf(answer);
        rows.forEach(row -> row.selected().set(keys.contains(row.choice().key())));
    }

    private static List<String> keysOf(Answer answer) {
        return switch (answer) {
            case Answer.Chosen(var keys) -> keys;
            case Answer.Written(var value) -> List.of(value);
            case Answer.Ordered _, Answer.Paired _ -> List.of();
        };
    }

    private List<String> chosen() {
        return rows.stream()
                .filter(row -> row.selected().get())
                .map(row -> row.choice().key())
                .toList();
    }

    private void pressed(KeyEvent event) {
        if (rows.getFirst().isLocked()) {
            return;
        }
        var isUsed =
                switch (event.getCode()) {
                    case UP -> move(-1);
                    case DOWN -> move(1);
                    case ENTER -> {
                        commit.run();
                        yield true;
                    }
                    default -> pressedDigit(event);
                };
        if (isUsed) {
            event.consume();
        }
    }

    private boolean pressedDigit(KeyEvent event) {
        var digit = Digits.of(event);
        if (digit.isEmpty()) {
            return false;
        }
        rows.stream()
                .filter(row -> row.digit() == digit.getAsInt())
                .findFirst()
                .ifPresent(row -> {
                    row.toggle();
                    row.focus();
                });
        return true;
    }

    /// A value that is a digit is chosen by that digit: pressing 4 must never choose another number
    /// than 4.
    private int digitOf(Choice choice, int index) {
        if (form != Form.VALUE) {
            return index + 1;
        }
        var key = choice.key();
        return key.length() == 1 && Character.isDigit(key.charAt(0)) ? key.charAt(0) - '0' : 0;
    }

    private boolean move(int by) {
        var at = -1;
        for (var i = 0; i < rows.size(); i++) {
            at = rows.get(i).hasFocus() ? i : at;
        }
        var next = rows.get(Math.clamp(at + by, 0, rows.size() - 1));
        next.focus();
        if (form != Form.SOME) {
            next.selected().set(true);
        }
        return true;
    }
}
