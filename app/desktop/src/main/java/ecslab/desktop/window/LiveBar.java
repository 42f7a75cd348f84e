package ecslab.desktop.window;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.stage.Selection;
import ecslab.stage.fault.LiveOffers;
import ecslab.stage.fault.Offer;
import ecslab.stage.fault.Offers;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Below the picture of a live run: that it is real, what can be done to the chosen task, what can
/// be added, and the way out.
final class LiveBar extends FlowPane {

    /// What only a real cluster can be asked for.
    interface Doings {

        /// Into a container: its log, and a command in it.
        void enter(Task task);

        /// The load balancer in a browser.
        void browse();

        /// A task of an image of the learner's own.
        void runImage();

        /// A task definition from a file.
        void openFile();

        void secrets();

        void end();
    }

    /// A view that was stopped this long ago looks back.
    private static final Duration LOOKS_BACK = Duration.ofSeconds(5);

    private final Words words;
    private final Selection selection;
    private final Consumer<Command> act;
    private final Doings doings;
    private final SimpleStringProperty says = new SimpleStringProperty(this, "says", "");
    private final MenuButton broken;
    private final Button enter;
    private List<Offer> offered = List.of();
    private Optional<Frame> shown = Optional.empty();

    LiveBar(Words words, Selection selection, Consumer<Command> act, Doings doings) {
        this.words = words;
        this.selection = selection;
        this.act = act;
        this.doings = doings;
        getStyleClass().addAll("first-light", "live-bar");
        setId("live-bar");
        broken = menu("live.break", Material2OutlinedAL.FLASH_ON);
        enter = button("live.enter", Material2OutlinedAL.ARTICLE, this::enter);
        var add = menu("live.add", Material2OutlinedAL.ADD);
        add.getItems()
                .setAll(
                        item("live.add.image", doings::runImage),
                        item("live.add.file", doings::openFile),
                        item("live.add.secrets", doings::secrets));
        getChildren()
                .addAll(
                        Said.label(says, "first-light-says"),
                        broken,
                        enter,
                        add,
                        button("live.browse", Material2OutlinedMZ.OPEN_IN_BROWSER, doings::browse),
                        button("live.end", Material2OutlinedMZ.STOP_CIRCLE, doings::end));
        words.texts()
                .addListener(_ -> {
                    offered = List.of();
                    shown.ifPresent(this::show);
                });
        setShown(false);
    }

    private MenuButton menu(String key, Ikon icon) {
        var menu = new MenuButton();
        menu.textProperty().bind(words.text(key));
        menu.setGraphic(new FontIcon(icon));
        menu.setId(key.replace('.', '-'));
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private Button button(String key, Ikon icon, Runnable pressed) {
        var button = Said.button(words, key, icon, pressed);
        button.setId(key.replace('.', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private MenuItem item(String key, Runnable chosen) {
        var item = new MenuItem();
        item.textProperty().bind(words.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> chosen.run());
        return item;
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
        enter.setDisable(task.isEmpty());
        offer(task.map(one -> offers(frame, one)).orElse(List.of()));
        says.set(sentence(frame, task));
    }

    private String sentence(Frame frame, Optional<Task> task) {
        if (frame.isInThePast() && frame.frontier().isAfter(frame.at().plus(LOOKS_BACK))) {
            return words.now("live.bar.past");
        }
        if (!frame.playing()) {
            return words.now("live.bar.paused");
        }
        return task.map(one -> words.now("live.bar.task", "task", name(one)))
                .orElse(words.now("live.bar.choose"));
    }

    /// The same as the picture offers at the task.
    private static List<Offer> offers(Frame frame, Task task) {
        return LiveOffers.of(Offers.of(frame.state(), Ref.task(task.id())));
    }

    private void offer(List<Offer> next) {
        broken.setDisable(next.isEmpty());
        if (!next.equals(offered)) {
            offered = next;
            broken.getItems().setAll(next.stream().flatMap(this::items).toList());
        }
    }

    private Stream<MenuItem> items(Offer offer) {
        return switch (offer) {
            case Offer.Act(var says, var command, var tone) -> {
                var item = new MenuItem(words.now().of(says), icon(tone));
                item.setId("live-" + command.action());
                item.setOnAction(_ -> act.accept(command));
                yield Stream.of(item);
            }
            case Offer.Group(var says, var offers) -> {
                var group = new Menu(words.now().of(says), icon(Offer.Tone.BREAKS));
                offers.stream().flatMap(this::items).forEach(group.getItems()::add);
                yield Stream.of(group);
            }
            case Offer.Form _ -> Stream.of();
        };
    }

    private static FontIcon icon(Offer.Tone tone) {
        return new FontIcon(
                tone == Offer.Tone.MENDS
                        ? Material2OutlinedAL.BUILD
                        : Material2OutlinedAL.FLASH_ON);
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

    private void enter() {
        chosen().ifPresent(doings::enter);
    }
}
