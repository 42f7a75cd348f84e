package ecslab.desktop.window;

import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.live.LiveState;
import ecslab.desktop.live.Recording;
import ecslab.docker.Finding;
import ecslab.docker.Finding.State;
import ecslab.stage.words.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Live mode before it begins: what was found, what will be done, what it means, and one button.
final class LivePage extends BorderPane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final int PROMISES = 6;
    private static final int RECORDINGS_MAX = 5;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /// The promise that is another one for a lesson.
    private static final int SERVICE_PROMISE = 2;

    private final Words words;
    private final LiveDesk desk;
    private final VBox found = new VBox();
    private final Starting starting;
    private final Label says;
    private final VBox promises = new VBox();
    private final VBox recordings = new VBox();
    private final Button start;
    private final Button again;
    private final Button back;

    /// What can be asked for.
    interface Starting {

        /// Whether it is for an act of a lesson.
        boolean isForLesson();

        void start(Finding engine);

        /// Ends the live run that goes on, and starts the lesson's.
        void startInstead();

        /// Plays what an earlier live cluster has left.
        void replay(Recording recording);

        /// Goes back to the lesson, and leaves it simulated.
        void back();
    }

    LivePage(Words words, LiveDesk desk, Starting starting) {
        this.words = words;
        this.desk = desk;
        this.starting = starting;
        found.getStyleClass().add("scenario-list");
        found.setId("live-found");
        start =
                Said.button(
                        words, "live.start", Material2OutlinedMZ.PLAY_CIRCLE_OUTLINE, this::start);
        start.setId("live-start");
        start.getStyleClass().add("accent");
        again = Said.button(words, "live.again", Material2OutlinedMZ.REFRESH, desk::look);
        again.setId("live-again");
        back = Said.button(words, "live.back", Material2OutlinedAL.ARROW_BACK, starting::back);
        back.setId("live-back");
        says = Said.paragraph(words.text("live.says"), "page-says");
        promises.getStyleClass().add("live-promises");
        recordings.getStyleClass().add("scenario-list");
        recordings.setId("live-recordings");
        var buttons = new HBox(start, again, back);
        buttons.getStyleClass().addAll("first-light-line", "live-buttons");
        var content =
                new VBox(
                        Said.label(words, "live.title", "page-title"),
                        says,
                        Said.label(words, "live.found", "scenario-card-title"),
                        found,
                        Said.label(words, "live.will", "scenario-card-title"),
                        promises,
                        recordings);
        content.getStyleClass().add("page");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        setCenter(scroll);
        var consent = new VBox(warning(), buttons);
        consent.getStyleClass().add("live-consent");
        setBottom(consent);
        setId("live-page");
        desk.state().addListener((_, _, _) -> show());
        show();
    }

    private void showPromises() {
        promises.getChildren().clear();
        for (var i = 1; i <= PROMISES; i++) {
            var isOther = i == SERVICE_PROMISE && starting.isForLesson();
            var limits = desk.limits();
            var text =
                    words.text(
                            isOther ? "live.will.lesson" : "live.will." + i,
                            "containers",
                            limits.containers(),
                            "percent",
                            limits.memoryPercent());
            promises.getChildren().add(Said.paragraph(text, "live-promise"));
        }
    }

    /// The newest of what earlier clusters have left. While one goes on its file isn't offered.
    private void showRecordings(LiveState state) {
        recordings.getChildren().clear();
        var all = state instanceof LiveState.Ready ? desk.recordings() : List.<Recording>of();
        if (!all.isEmpty()) {
            recordings
                    .getChildren()
                    .add(Said.label(words, "live.recordings", "scenario-card-title"));
        }
        all.stream().limit(RECORDINGS_MAX).map(this::link).forEach(recordings.getChildren()::add);
    }

    private Hyperlink link(Recording one) {
        var link = new Hyperlink();
        var key = one.isCut() ? "live.recording.cut" : "live.recording";
        link.textProperty().bind(words.text(key, "since", WHEN.format(one.since())));
        link.setOnAction(_ -> starting.replay(one));
        return link;
    }

    private HBox warning() {
        var icon = new FontIcon(Material2OutlinedMZ.WARNING);
        var says = Said.paragraph(words.text("live.root"), "live-warning-says");
        HBox.setHgrow(says, javafx.scene.layout.Priority.ALWAYS);
        var box = new HBox(icon, says);
        box.getStyleClass().addAll("scenario-card", "live-warning");
        return box;
    }

    private void start() {
        switch (desk.state().get()) {
            case LiveState.Ready _ -> desk.usable().ifPresent(starting::start);
            case LiveState.Running _ -> starting.startInstead();
            case LiveState _ -> {}
        }
    }

    /// Shows how far live mode is, and what it would be for.
    void show() {
        var state = desk.state().get();
        var isForLesson = starting.isForLesson();
        found.getChildren().setAll(cards(state).toList());
        showPromises();
        showRecordings(state);
        says.textProperty().bind(words.text(isForLesson ? "live.lesson.says" : "live.says"));
        var isBusy = isForLesson && state instanceof LiveState.Running;
        var isReady = desk.usable().isPresent();
        start.setDisable(!isReady && !isBusy);
        start.textProperty()
                .bind(
                        words.text(
                                isBusy
                                        ? "live.start.instead"
                                        : isForLesson ? "live.start.lesson" : "live.start"));
        back.setVisible(isForLesson);
        back.setManaged(isForLesson);
        again.setDisable(!(state instanceof LiveState.Ready || state instanceof LiveState.Failed));
    }

    private Stream<Node> cards(LiveState state) {
        return switch (state) {
            case LiveState.Looking() -> Stream.of(line("live.looking"));
            case LiveState.Ready(var all) ->
                    all.isEmpty()
                            ? Stream.of(card("live.none", "live.none.says"))
                            : Stream.concat(
                                            all.stream().filter(Finding::answers),
                                            all.stream().filter(one -> !one.answers()))
                                    .map(this::card);
            case LiveState.Starting(_, var plan) ->
                    Stream.of(line(plan.isLesson() ? "live.preparing" : "live.starting"));
            case LiveState.Running _ ->
                    Stream.of(line(starting.isForLesson() ? "live.busy" : "live.running"));
            case LiveState.Ending() -> Stream.of(line("live.ending"));
            case LiveState.Failed(var engine, var said) -> Stream.of(failed(engine, said));
        };
    }

    private Node line(String key) {
        return Said.paragraph(words.text(key), "page-says");
    }

    private Node card(String title, String says) {
        return box(
                List.of(
                        Said.label(words, title, "scenario-card-title"),
                        Said.paragraph(words.text(says), "scenario-card-about")));
    }

    private Node failed(Finding engine, String said) {
        return box(
                List.of(
                        Said.label(words, "live.failed", "scenario-card-title"),
                        Said.paragraph(words.text("live.failed.says"), "scenario-card-about"),
                        mono(engine.endpoint() + ": " + said)));
    }

    /// Where several could be used, the learner chooses.
    private Node card(Finding one) {
        var lines =
                new ArrayList<Node>(
                        List.of(
                                Said.label(
                                        words,
                                        "live.found." + one.kind().word(),
                                        "scenario-card-title"),
                                mono(one.endpoint()),
                                state(one.state())));
        var isUsed = desk.usable().filter(one::equals).isPresent();
        if (one.answers()) {
            lines.add(isUsed ? used() : chooser(one));
        }
        var box = box(lines);
        box.pseudoClassStateChanged(CHOSEN, isUsed);
        return box;
    }

    private Label used() {
        var label = Said.label(words, "live.use", "live-used");
        label.setGraphic(new FontIcon(Material2OutlinedAL.CHECK_CIRCLE));
        return label;
    }

    private Button chooser(Finding one) {
        var button =
                Said.button(
                        words,
                        "live.use.other",
                        Material2OutlinedMZ.RADIO_BUTTON_UNCHECKED,
                        () -> {
                            desk.prefer(one);
                            show();
                        });
        button.getStyleClass().add("small");
        return button;
    }

    private Node state(State state) {
        return switch (state) {
            case State.Answers(var info) ->
                    Said.paragraph(
                            words.text(
                                    "live.state.answers",
                                    "version",
                                    info.version(),
                                    "api",
                                    info.apiVersion(),
                                    "system",
                                    info.operatingSystem(),
                                    "cpus",
                                    info.cpus(),
                                    "memory",
                                    info.memoryMib()),
                            "scenario-card-about");
            case State.Silent(var said) ->
                    Said.paragraph(
                            words.text("live.state.silent", "words", said), "scenario-card-about");
            case State.Forbidden() ->
                    Said.paragraph(words.text("live.state.forbidden"), "scenario-card-about");
            case State.Elsewhere() ->
                    Said.paragraph(words.text("live.state.elsewhere"), "scenario-card-about");
        };
    }

    private static Node mono(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("scenario-card-file");
        return label;
    }

    private static VBox box(List<? extends Node> lines) {
        var box = new VBox();
        box.getChildren().setAll(lines);
        box.getStyleClass().addAll("scenario-card", "live-card");
        return box;
    }
}
