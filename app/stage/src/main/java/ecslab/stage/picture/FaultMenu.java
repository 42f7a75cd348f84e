package ecslab.stage.picture;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.stage.fault.Broken;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Everything that is broken on purpose, in one place: each can be shown, and mended.
final class FaultMenu {

    private final Words words;
    private final Consumer<Ref> choose;
    private final MenuButton button = new MenuButton();
    private Consumer<Command> act = _ -> {};
    private List<Broken> shown = List.of();

    FaultMenu(Words words, Consumer<Ref> choose) {
        this.words = words;
        this.choose = choose;
        button.setId("faults");
        button.getStyleClass().addAll("flat", "fault-menu");
        button.setGraphic(Parts.icon("fault-icon"));
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        Parts.present(button, false);
        words.texts().addListener(_ -> write());
    }

    MenuButton button() {
        return button;
    }

    void onCommand(Consumer<Command> listener) {
        act = listener;
    }

    void show(Frame frame) {
        var next = Broken.all(frame.state());
        if (!next.equals(shown)) {
            shown = next;
            write();
        }
    }

    private void write() {
        Parts.present(button, !shown.isEmpty());
        button.setText(words.now("picture.faults", "count", shown.size()));
        var items = new ArrayList<MenuItem>();
        for (var broken : shown) {
            var where = new MenuItem(words.now().of(broken.says()), Parts.icon("fault-icon"));
            where.setOnAction(_ -> choose.accept(broken.on()));
            var mend = new MenuItem(words.now().of(broken.mending()), Parts.icon("offer-mends"));
            mend.setOnAction(_ -> act.accept(broken.mend()));
            items.addAll(List.of(where, mend, new SeparatorMenuItem()));
        }
        if (shown.size() > 1) {
            var all = new MenuItem(words.now("picture.mendAll"), Parts.icon("offer-mends"));
            all.setOnAction(_ -> List.copyOf(shown).forEach(one -> act.accept(one.mend())));
            items.add(all);
        } else if (!items.isEmpty()) {
            items.removeLast();
        }
        button.getItems().setAll(items);
    }
}
