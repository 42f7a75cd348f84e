package ecslab.desktop.window;

import ecslab.ecs.command.Command;
import ecslab.ecs.command.LabFault.LabBreakHealth;
import ecslab.ecs.command.LabFault.LabKillContainer;
import ecslab.ecs.command.LabFault.LabLeakMemory;
import ecslab.ecs.command.LabFault.LabMendHealth;
import ecslab.ecs.command.LabFault.LabStopLeak;
import ecslab.ecs.command.LabOutage.LabBurnCpu;
import ecslab.ecs.command.LabOutage.LabFreeze;
import ecslab.ecs.command.LabOutage.LabStopBurn;
import ecslab.ecs.command.LabOutage.LabThaw;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.stage.Selection;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Below the picture of a live run: that it is real, what can be done to the chosen task, and the
/// way out.
final class LiveBar extends HBox {

    private static final int FILL_MIB_PER_MINUTE = 600;

    /// What only a real cluster can be asked for.
    interface Doings {

        void log(Task task);

        void browse();

        void end();
    }

    private final Words words;
    private final Selection selection;
    private final Consumer<Command> act;
    private final Doings doings;
    private final SimpleStringProperty says = new SimpleStringProperty(this, "says", "");
    private final MenuButton broken = new MenuButton();
    private final Button log;
    private Optional<Frame> shown = Optional.empty();

    LiveBar(Words words, Selection selection, Consumer<Command> act, Doings doings) {
        this.words = words;
        this.selection = selection;
        this.act = act;
        this.doings = doings;
        getStyleClass().addAll("first-light", "first-light-line", "live-bar");
        setId("live-bar");
        setAlignment(Pos.CENTER_LEFT);
        var sentence = Said.paragraph(says, "first-light-says");
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        broken.textProperty().bind(words.text("live.break"));
        broken.setGraphic(new FontIcon(Material2OutlinedAL.FLASH_ON));
        broken.setId("live-break");
        fill();
        log = Said.button(words, "live.log", Material2OutlinedAL.ARTICLE, this::log);
        log.setId("live-log");
        var browse =
                Said.button(
                        words, "live.browse", Material2OutlinedMZ.OPEN_IN_BROWSER, doings::browse);
        browse.setId("live-browse");
        var end = Said.button(words, "live.end", Material2OutlinedMZ.STOP_CIRCLE, doings::end);
        end.setId("live-end");
        for (var button : List.of(broken, log, browse, end)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(sentence, broken, log, browse, end);
        words.texts().addListener(_ -> shown.ifPresent(this::show));
        setShown(false);
    }

    private void setShown(boolean isShown) {
        setVisible(isShown);
        setManaged(isShown);
    }

    void show(Frame frame) {
        setShown(frame.header().isLive());
        if (!frame.header().isLive()) {
            shown = Optional.empty();
            return;
        }
        shown = Optional.of(frame);
        var task = chosen();
        broken.setDisable(task.isEmpty());
        log.setDisable(task.isEmpty());
        says.set(
                !frame.playing()
                        ? words.now("live.bar.paused")
                        : frame.isInThePast()
                                ? words.now("live.bar.past")
                                : task.map(one -> words.now("live.bar.task", "task", name(one)))
                                        .orElse(words.now("live.bar.choose")));
    }

    private Optional<Task> chosen() {
        return shown.flatMap(frame ->
                frame.state().tasks().values().stream()
                        .filter(task -> selection.is(Ref.task(task.id())) && !task.isStopped())
                        .findFirst());
    }

    private String name(Task task) {
        return shown.map(frame -> frame.state().taskNames().getOrDefault(task.id(), "")).orElse("");
    }

    private void fill() {
        item("live.break.kill", task -> act.accept(kill(task)));
        item("live.break.freeze", task -> act.accept(new LabFreeze(of(task))));
        item("live.break.thaw", task -> act.accept(new LabThaw(of(task))));
        item(
                "live.break.fill",
                task -> act.accept(new LabLeakMemory(of(task), FILL_MIB_PER_MINUTE)));
        item("live.break.drain", task -> act.accept(new LabStopLeak(of(task))));
        item("live.break.burn", task -> act.accept(new LabBurnCpu(of(task))));
        item("live.break.cool", task -> act.accept(new LabStopBurn(of(task))));
        item("live.break.sicken", task -> act.accept(new LabBreakHealth(of(task))));
        item("live.break.heal", task -> act.accept(new LabMendHealth(of(task))));
    }

    private static Command kill(Task task) {
        var container = task.containers().getFirst().name();
        return new LabKillContainer(task.id().hex(), container, Exit.KILLED);
    }

    private String of(Task task) {
        return "task/" + name(task);
    }

    private void item(String key, Consumer<Task> chosen) {
        var item = new MenuItem();
        item.textProperty().bind(words.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> chosen().ifPresent(chosen));
        broken.getItems().add(item);
    }

    private void log() {
        chosen().ifPresent(doings::log);
    }
}
