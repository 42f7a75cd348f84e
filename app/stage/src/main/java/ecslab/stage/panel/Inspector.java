package ecslab.stage.panel;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.Selection;
import ecslab.stage.fault.Broken;
import ecslab.stage.log.LogIndex;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Tells everything about the one thing that is chosen, as it is at the moment shown.
public final class Inspector extends StackPane {

    /// The tabs, in their order.
    public enum Tab {
        OVERVIEW("overview"),
        JSON("json"),
        EVENTS("events"),
        WHY("why");

        private final String word;

        Tab(String word) {
            this.word = word;
        }

        /// As the command line writes it.
        public String word() {
            return word;
        }
    }

    private final Words words;
    private final Selection selection;
    private final LogIndex index = new LogIndex();
    private final InspectorHeader header;
    private final TabPane tabs = new TabPane();
    private final Map<Tab, javafx.scene.control.Tab> byName = new EnumMap<>(Tab.class);
    private final OverviewPane overview;
    private final JsonPane json;
    private final EventList events;
    private final WhyPane why;
    private final VBox full;
    private final VBox empty;
    private final FaultList ownFaults;
    private final FaultList allFaults;
    private final Label gone = Parts.prose("gone");
    private final Fold fold;
    private Optional<Frame> shown = Optional.empty();
    private Optional<Ref> listed = Optional.empty();
    private int listedGeneration;
    private Consumer<TaskId> stop = _ -> {};
    private Consumer<SimInstant> seek = _ -> {};
    private Consumer<Command> act = _ -> {};
    private Consumer<Tab> turn = _ -> {};

    /// Shows nothing yet.
    public Inspector(Words words, Selection selection) {
        this.words = words;
        this.selection = selection;
        Parts.dress(this, "inspector");
        header = new InspectorHeader(words);
        overview =
                new OverviewPane(
                        words,
                        new OverviewPane.Asking(
                                selection::choose, task -> stop.accept(task), this::showWhy));
        json = new JsonPane(words);
        events = new EventList(words, selection, index, false);
        events.filter(events.filter().withDetails(true));
        events.onSeek(at -> seek.accept(at));
        why = new WhyPane(words, selection::choose, at -> seek.accept(at));
        add(Tab.OVERVIEW, scrolling(overview));
        add(Tab.JSON, json);
        add(Tab.EVENTS, events);
        add(Tab.WHY, scrolling(why));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> turned());
        VBox.setVgrow(tabs, Priority.ALWAYS);
        ownFaults = new FaultList(words, one -> act.accept(one), selection::choose);
        allFaults = new FaultList(words, one -> act.accept(one), selection::choose);
        full = new VBox(header, gone, ownFaults, tabs);
        full.getStyleClass().add("full");
        empty = new VBox(scrolledEmptiness());
        fold = new Fold(words, this);
        StackPane.setAlignment(fold.button(), Pos.TOP_RIGHT);
        getChildren().addAll(empty, full, fold.button());
        fold.collapsed().addListener((_, _, _) -> refresh());
        selection.chosen().addListener((_, _, _) -> refresh());
        words.texts().addListener(_ -> speak());
        refresh();
    }

    /// Hears which task the reader wants to stop.
    public void onStopTask(Consumer<TaskId> asked) {
        stop = asked;
    }

    /// Hears what the reader wants to mend.
    public void onCommand(Consumer<Command> asked) {
        act = asked;
    }

    /// Hears to which moment the reader wants to go.
    public void onSeek(Consumer<SimInstant> asked) {
        seek = asked;
    }

    /// Hears which tab the reader has turned to.
    public void onTab(Consumer<Tab> heard) {
        turn = heard;
    }

    private void turned() {
        refresh();
        turn.accept(chosenTab());
    }

    public void show(Frame frame) {
        shown = Optional.of(frame);
        index.readOn(frame.events());
        refresh();
    }

    /// Whether only a strip with a button is left of the inspector. It stays so when something else
    /// is chosen, but not when a tab is asked for.
    public BooleanProperty collapsed() {
        return fold.collapsed();
    }

    public void showTab(Tab tab) {
        fold.collapsed().set(false);
        tabs.getSelectionModel().select(byName.get(tab));
    }

    /// Opens the decisions about what is chosen.
    public void showWhy() {
        showTab(Tab.WHY);
    }

    private void add(Tab name, Node content) {
        var tab = new javafx.scene.control.Tab();
        tab.setId("inspector-" + name.word());
        tab.textProperty().bind(words.text("inspector.tab." + name.word()));
        tab.setContent(content);
        tab.setUserData(name);
        tabs.getTabs().add(tab);
        byName.put(name, tab);
    }

    private void refresh() {
        var ref = selection.now();
        var frame = shown;
        var isOpen = !fold.collapsed().get();
        Parts.present(full, isOpen && ref.isPresent() && frame.isPresent());
        Parts.present(empty, isOpen && !full.isVisible());
        frame.ifPresent(it -> allFaults.show(Broken.all(it.state())));
        if (full.isVisible()) {
            show(ref.orElseThrow(), frame.orElseThrow());
        }
    }

    private void show(Ref ref, Frame frame) {
        var sight = new Sight(frame, index.memory(), words.now());
        var subject = Subject.of(sight, ref);
        header.show(ref, subject);
        Parts.present(gone, subject.isEmpty());
        ownFaults.show(Broken.about(frame.state(), ref));
        gone.setText(words.now("inspector.notYet"));
        switch (chosenTab()) {
            case OVERVIEW -> overview.show(subject.map(Subject::overview).orElse(List.of()));
            case JSON -> json.show(ref, frame);
            case EVENTS -> list(ref, frame);
            case WHY -> why.show(ref, frame, index.memory());
        }
    }

    private Tab chosenTab() {
        return (Tab) tabs.getSelectionModel().getSelectedItem().getUserData();
    }

    /// The index hands out another list when it has begun again, and when a first event comes.
    private void list(Ref ref, Frame frame) {
        var isListed = listed.filter(ref::equals).isPresent();
        if (!isListed || listedGeneration != index.generation() || events.isEmpty()) {
            listed = Optional.of(ref);
            listedGeneration = index.generation();
            events.show(frame);
            events.source(index.about(ref));
        }
        events.show(frame);
    }

    private void speak() {
        overview.forget();
        why.forget();
        ownFaults.write();
        allFaults.write();
        refresh();
    }

    /// Many faults in large text are higher than the window.
    private ScrollPane scrolledEmptiness() {
        var nothing = emptiness();
        var pane = scrolling(new VBox(allFaults, nothing));
        pane.fitToHeightProperty().bind(allFaults.visibleProperty().not());
        VBox.setVgrow(nothing, Priority.ALWAYS);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private static ScrollPane scrolling(Node content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    private VBox emptiness() {
        var title = Parts.label(words.text("inspector.empty.title"), "strong");
        var what = Parts.prose("muted-text");
        what.textProperty().bind(words.text("inspector.empty.what"));
        var keys = Parts.prose("muted-text", "small");
        keys.textProperty().bind(words.text("inspector.empty.keys"));
        var icon = new HBox(Parts.icon("empty-icon"));
        icon.setAlignment(Pos.CENTER);
        var all = new VBox(icon, title, what, keys);
        all.getStyleClass().add("emptiness");
        all.setAlignment(Pos.CENTER);
        VBox.setVgrow(all, Priority.ALWAYS);
        return all;
    }
}
