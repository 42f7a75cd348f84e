package ecslab.learn.answer;

import ecslab.learn.part.Parts;
import ecslab.lesson.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Things and where each of them goes: up and down choose a thing, a digit or the "Move to…" menu
/// puts it somewhere, Enter on a finished board commits.
public final class PairingBoard extends VBox implements AnswerBoard {

    private final Pairing pairing;
    private final Form form;
    private final Say say;
    private final List<PairingRow> rows = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private Judgement judgement = new Judgement.Open();
    private Runnable changed = () -> {};
    private Runnable commit = () -> {};

    /// What an answer is made of.
    public enum Form {
        /// Which thing went where.
        PAIRED,
        /// The places, in the things' order.
        ORDERED
    }

    /// A board that shows and changes one pairing.
    ///
    /// @param items whose keys are those of the pairing
    /// @param places in the order of their digits
    public PairingBoard(
            Pairing pairing, List<Choice> items, List<Choice> places, Form form, Say say) {
        this.pairing = pairing;
        this.form = form;
        this.say = say;
        getStyleClass().add("pairing-board");
        for (var item : items) {
            rows.add(new PairingRow(item, places, pairing, say));
        }
        getChildren().setAll(legend(places), keys(say));
        getChildren().addAll(rows);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        pairing.placeByItem().addListener(this::moved);
        rows.forEach(PairingRow::refresh);
    }

    private static FlowPane legend(List<Choice> places) {
        var legend = new FlowPane();
        legend.getStyleClass().add("legend");
        for (var i = 0; i < places.size(); i++) {
            var digit = Parts.word("keycap");
            digit.setText(Digits.printed(i + 1));
            Parts.present(digit, i < Digits.COUNT);
            var name = Parts.word(places.get(i).text());
            legend.getChildren().add(Parts.row("legend-entry", digit, name));
        }
        return legend;
    }

    private static Label keys(Say say) {
        return Parts.prose(say.words().around().text("learn.answer.pairKeys"), "aside");
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public Optional<Answer> answer() {
        return switch (form) {
            case PAIRED -> pairing.paired();
            case ORDERED -> pairing.ordered();
        };
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
                .filter(row -> pairing.placeOf(row.item()).isEmpty())
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .ifPresent(PairingRow::focus);
    }

    /// Focuses the thing, as when it was pointed at elsewhere.
    public void focus(String item) {
        rows.stream().filter(row -> row.item().equals(item)).forEach(PairingRow::openMenu);
    }

    @Override
    public void show(Judgement next) {
        if (!next.equals(judgement)) {
            judgement = next;
            switch (next) {
                case Judgement.Open(), Judgement.Skipped() -> {}
                case Judgement.Locked(var given) -> pairing.become(given);
                case Judgement.Known known -> pairing.become(known.given());
            }
            touched.clear();
        }
        rows.forEach(row -> row.setLocked(!next.isChangeable()));
        mark();
    }

    private void mark() {
        for (var row : rows) {
            if (judgement instanceof Judgement.Known known && !touched.contains(row.item())) {
                row.mark(
                        isRight(known, row.item()),
                        known.notices().stream()
                                .filter(one -> one.about().equals(row.item()))
                                .findFirst()
                                .map(one -> new NoticeBox(one, say)));
            } else {
                row.unmark();
            }
        }
        getChildren().removeIf(NoticeBox.class::isInstance);
        if (judgement instanceof Judgement.Known known) {
            known.notices().stream()
                    .filter(notice -> !pairing.items().contains(notice.about()))
                    .forEach(notice -> getChildren().add(new NoticeBox(notice, say)));
        }
    }

    /// A schedule is right whoever goes where, so its rows are never wrong one by one.
    private boolean isRight(Judgement.Known known, String item) {
        return known.isRight()
                || switch (known.outcome()) {
                    case Answer.Paired(var pairs) ->
                            pairing.placeOf(item)
                                    .filter(p -> p.equals(pairs.get(item)))
                                    .isPresent();
                    case Answer.Ordered _, Answer.Chosen _, Answer.Written _ -> true;
                };
    }

    private void moved(MapChangeListener.Change<? extends String, ? extends String> change) {
        touched.add(change.getKey());
        rows.forEach(PairingRow::refresh);
        mark();
        changed.run();
    }

    private void pressed(KeyEvent event) {
        if (!judgement.isChangeable()) {
            return;
        }
        var isUsed =
                switch (event.getCode()) {
                    case UP -> move(-1);
                    case DOWN -> move(1);
                    case ENTER -> enter();
                    case SPACE -> openMenu();
                    default -> pressedDigit(event);
                };
        if (isUsed) {
            event.consume();
        }
    }

    /// Opens the menu of a thing that is nowhere yet; else commits, if all are somewhere.
    private boolean enter() {
        var here = focused();
        if (answer().isPresent()) {
            commit.run();
            return true;
        }
        here.ifPresent(PairingRow::openMenu);
        return here.isPresent();
    }

    private boolean openMenu() {
        var here = focused();
        here.ifPresent(PairingRow::openMenu);
        return here.isPresent();
    }

    private boolean pressedDigit(KeyEvent event) {
        var digit = Digits.of(event);
        var here = focused();
        if (digit.isEmpty() || here.isEmpty()) {
            return false;
        }
        here.get().put(digit.getAsInt());
        return true;
    }

    private Optional<PairingRow> focused() {
        return rows.stream().filter(PairingRow::hasFocus).findFirst();
    }

    private boolean move(int by) {
        var at = focused().map(rows::indexOf).orElse(-1);
        rows.get(Math.clamp(at + by, 0, rows.size() - 1)).focus();
        return true;
    }
}
