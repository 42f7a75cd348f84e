package ecslab.stage.panel;

import atlantafx.base.controls.CustomTextField;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.Selection;
import ecslab.stage.log.LogIndex;
import ecslab.stage.log.Topic;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// What has happened so far, below the picture: the event log, and how requests and tasks went.
public final class EventDrawer extends StackPane {

    private final Words words;
    private final LogIndex index = new LogIndex();
    private final EventList events;
    private final RequestChart chart;
    private final CustomTextField search = new CustomTextField();
    private final TabPane tabs = new TabPane();
    private final Tab metrics = new Tab();
    private Optional<Frame> shown = Optional.empty();

    /// Shows nothing yet.
    public EventDrawer(Words words, Selection selection) {
        this.words = words;
        events = new EventList(words, selection, index, true);
        chart = new RequestChart(words);
        Parts.dress(this, "event-drawer");
        var log = new Tab();
        log.textProperty().bind(words.text("log.events"));
        log.setContent(events);
        metrics.textProperty().bind(words.text("log.metrics"));
        metrics.setContent(chart);
        tabs.getTabs().addAll(log, metrics);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        metrics.selectedProperty().addListener((_, _, _) -> showChart());
        var tools = new HBox(searching(), kinds());
        tools.getStyleClass().add("tools");
        tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        tools.visibleProperty().bind(log.selectedProperty());
        setAlignment(tools, Pos.TOP_RIGHT);
        getChildren().addAll(tabs, tools);
    }

    /// Hears to which moment the reader wants to go: that of a line.
    public void onSeek(Consumer<SimInstant> asked) {
        events.onSeek(asked);
    }

    public void show(Frame frame) {
        shown = Optional.of(frame);
        index.readOn(frame.events());
        events.show(frame);
        showChart();
    }

    /// Puts the keyboard's focus into the search, with what was sought before ready to be typed
    /// over.
    public void search() {
        tabs.getSelectionModel().selectFirst();
        search.requestFocus();
        search.selectAll();
    }

    private void showChart() {
        if (metrics.isSelected()) {
            shown.ifPresent(chart::show);
        }
    }

    private Node searching() {
        search.getStyleClass().add("search");
        search.promptTextProperty().bind(words.text("log.search"));
        search.accessibleTextProperty().bind(words.text("log.search"));
        search.setLeft(Parts.icon("search-icon"));
        search.setRight(clear());
        search.textProperty()
                .addListener((_, _, query) -> events.filter(events.filter().withQuery(query)));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        return search;
    }

    private Button clear() {
        var clear = new Button();
        clear.setGraphic(Parts.icon("clear-icon"));
        clear.getStyleClass().addAll("clear", "flat", "button-icon");
        Parts.explain(clear, words.text("log.clear"));
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnAction(_ -> search.clear());
        return clear;
    }

    private MenuButton kinds() {
        var kinds = new MenuButton();
        kinds.setGraphic(Parts.icon("kinds-icon"));
        kinds.getStyleClass().addAll("kinds", "flat");
        kinds.textProperty().bind(words.text("log.kinds"));
        for (var topic : Topic.values()) {
            if (topic != Topic.DESCRIPTION) {
                kinds.getItems().add(kind(topic));
            }
        }
        var details = new CheckMenuItem();
        details.textProperty().bind(words.text("log.details"));
        details.setOnAction(_ -> events.filter(events.filter().withDetails(details.isSelected())));
        kinds.getItems().addAll(new SeparatorMenuItem(), details);
        return kinds;
    }

    private CheckMenuItem kind(Topic topic) {
        var item = new CheckMenuItem();
        item.setId("kind-" + topic.word());
        item.textProperty().bind(words.text("log.topic." + topic.word()));
        item.setGraphic(Parts.icon("topic-" + topic.word()));
        item.setSelected(events.filter().topics().contains(topic));
        item.setOnAction(_ -> events.filter(events.filter().with(topic, item.isSelected())));
        return item;
    }
}
