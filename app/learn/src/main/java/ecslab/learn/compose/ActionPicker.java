package ecslab.learn.compose;

import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The API actions, first those that fit what there is: a few letters narrow them down, arrows
/// choose, Enter takes one.
final class ActionPicker extends VBox {

    private final Words words;
    private final Consumer<Action> picked;
    private final TextField filter = new TextField();
    private final VBox list = new VBox();
    private final ToggleButton others = new ToggleButton();
    private List<Action> fitting = List.of();
    private final List<ActionRow> rows = new ArrayList<>();
    private int chosen;

    ActionPicker(Words words, Consumer<Action> picked) {
        this.words = words;
        this.picked = picked;
        getStyleClass().add("action-picker");
        filter.setId("compose-filter");
        filter.accessibleTextProperty().bind(words.text("learn.compose.which"));
        filter.textProperty().addListener(_ -> refresh());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.getStyleClass().add("actions");
        others.textProperty().bind(words.text("learn.compose.others"));
        others.setGraphic(Parts.icon("more-icon"));
        others.getStyleClass().addAll("flat", "more");
        others.selectedProperty().addListener(_ -> refresh());
        var which = Parts.prose(words.text("learn.compose.which"), "aside");
        which.setLabelFor(filter);
        getChildren().setAll(which, filter, list, others);
        refresh();
    }

    /// Offers what fits the moment.
    void show(Known known) {
        var fits = Action.ALL.stream().filter(action -> action.fits().test(known)).toList();
        if (!fits.equals(fitting)) {
            fitting = fits;
            refresh();
        }
    }

    void focus() {
        filter.requestFocus();
    }

    void clear() {
        filter.clear();
    }

    private void refresh() {
        var wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        var all = wanted.isEmpty() && !others.isSelected() ? fitting : everyAction();
        rows.clear();
        all.stream()
                .filter(action -> wanted.isEmpty() || matches(action, wanted))
                .forEach(action -> rows.add(new ActionRow(action, words, picked)));
        list.getChildren().setAll(rows);
        choose(0);
    }

    private List<Action> everyAction() {
        return Stream.concat(fitting.stream(), Action.ALL.stream()).distinct().toList();
    }

    private boolean matches(Action action, String wanted) {
        return action.call().toLowerCase(Locale.ROOT).contains(wanted)
                || words.now(action.does()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void pressed(KeyEvent event) {
        var isUsed =
                switch (event.getCode()) {
                    case DOWN -> choose(chosen + 1);
                    case UP -> choose(chosen - 1);
                    case ENTER -> take();
                    default -> false;
                };
        if (isUsed) {
            event.consume();
        }
    }

    private boolean choose(int index) {
        chosen = rows.isEmpty() ? 0 : Math.clamp(index, 0, rows.size() - 1);
        for (var i = 0; i < rows.size(); i++) {
            rows.get(i).setChosen(i == chosen);
        }
        return true;
    }

    private boolean take() {
        if (!rows.isEmpty()) {
            picked.accept(rows.get(chosen).action());
        }
        return true;
    }
}
