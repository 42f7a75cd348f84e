package ecslab.desktop.window;

import ecslab.desktop.home.Settings;
import ecslab.desktop.study.Beside;
import ecslab.desktop.study.Study;
import ecslab.desktop.window.Opener.Outcome;
import ecslab.desktop.window.ScenarioShelf.Entry;
import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.learn.prose.LessonWords;
import ecslab.lesson.Lesson;
import ecslab.lesson.play.Player;
import ecslab.stage.Selection;
import ecslab.stage.panel.Inspector;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The window: a bar above, the rail at the left, one page, and now and then a sheet over all.
///
/// It shows the newest frame of its playback whenever [#pulse()] is called; it never waits for one.
public final class MainWindow implements Actions, Study.Host {

    private final Surroundings around;
    private final Words words;
    private final Selection selection = new Selection();
    private final CurrentPlayback playback = new CurrentPlayback();
    private final Acting acting;
    private Optional<Refusals> refusals = Optional.empty();
    private final TopBar topBar;
    private final StagePage stage;
    private final Notices notices;
    private final Study study;
    private final Sheet sheet;
    private final Pages pages;
    private final LiveStage live;
    private final Speeds speeds;
    private final Performer performer;
    private final StackPane root;
    private final Heading heading;
    private Frame shown = Still.NOTHING;

    public MainWindow(Surroundings around, Words words) {
        this.around = around;
        this.words = words;
        var chosen = around.chosen();
        acting = new Acting(playback, selection, this::refused);
        topBar = new TopBar(words, chosen, this);
        heading = new Heading(words, topBar.title());
        pages = new Pages(words, this, around, topBar);
        stage = new StagePage(words, selection, playback, acting::stop, this::showWhy, acting::act);
        live =
                new LiveStage(
                        words,
                        around.live(),
                        around.runs(),
                        selection,
                        acting::act,
                        new LiveHost(this));
        stage.setLive(live.bar());
        speeds = new Speeds(chosen, playback);
        performer = new Performer(this, words, chosen, stage, acting, speeds);
        notices = new Notices(words, stage.notices(), around.errors());
        sheet = new Sheet(words, pages::focus);
        root = new StackPane(pages, sheet);
        root.getStyleClass().add("window");
        new Keys(this).on(root);
        root.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                _ -> Platform.runLater(() -> pages.takeFocusFromButton(sheet)));
        new Dropping(this::open).on(root);
        stage.setReducedMotion(chosen.now().reducedMotion());
        stage.setLargeText(chosen.now().hasLargeText());
        stage.columns().keep(chosen.now().inspector(), this::keepFolding);
        study =
                new Study(
                        live.around(words, selection, this::becomeLesson),
                        around.start(),
                        around.lessons(),
                        around.bookmarks(),
                        this);
        around.bookmarks().onComplaint(what -> Platform.runLater(() -> say(what)));
        chosen.onComplaint(this::say);
        chosen.settings().addListener((_, before, now) -> settle(before, now));
        pages.show(Place.HOME, stage, stage::takeFocus);
    }

    /// All that a window says, beginning with one language.
    public static Words words(Language first) {
        var bases = new ArrayList<>(Words.STAGE_BASES);
        bases.addAll(LessonWords.BASES);
        bases.add("ecslab/desktop");
        return Words.load(first, bases);
    }

    public Region root() {
        return root;
    }

    public Playback playback() {
        return playback;
    }

    public Selection selection() {
        return selection;
    }

    /// What the picture shows at this moment.
    public Frame shown() {
        return shown;
    }

    /// Shows the newest frame if it is another than before.
    @SuppressWarnings("ReferenceEquality") // A frame never changes; comparing values costs more.
    public void pulse() {
        stage.pulse();
        study.keep();
        playback.failure().ifPresent(failure -> mistake(failure.cause(), failure.report()));
        var frame = playback.frame();
        if (frame == shown) {
            return;
        }
        if (!frame.header().simplified().equals(shown.header().simplified())) {
            topBar.setSimplified(frame.header().simplified().size());
        }
        shown = frame;
        stage.show(frame);
        speeds.keep(frame);
        refusals.ifPresent(all -> all.tellNew(frame, notices, words.now()));
    }

    /// Shows what a shot or a first launch has opened.
    public void hear(Outcome outcome) {
        switch (outcome) {
            case Outcome.Opened opened -> become(opened);
            case Outcome.Refused refused ->
                    sheet.open(
                            "problems",
                            words.text("problems.title", "file", refused.file().getFileName()),
                            new ProblemsList(words, refused.problems()));
            case Outcome.Failed(var file, var mistake) -> mistake(mistake, file.toString());
        }
    }

    /// A mistake of ours that stopped no run: it is kept, and said once.
    public void sayOurMistake(Throwable mistake) {
        mistake(mistake, "window, at " + shown.at() + " of " + shown.header().title());
    }

    /// Says something that the reader should know, until they close it.
    public void say(Phrase what) {
        notices.say(what);
    }

    void say(Phrase what, Phrase remedy) {
        notices.say(what, remedy);
    }

    void tell(Phrase what) {
        notices.tell(what);
    }

    /// Opens one of the inspector's tabs.
    public void showTab(Inspector.Tab tab) {
        stage.inspector().showTab(tab);
    }

    /// Opens a lesson, or its lab, with a player of somebody's.
    public void take(Lesson lesson, Player player) {
        study.sit(lesson, player);
    }

    @Override
    public void open(Path scenario) {
        if (!live.takes(scenario)) {
            around.opener().open(scenario, this::hear);
        }
    }

    @Override
    public void chooseAndOpen() {
        around.files().whichScenario().ifPresent(this::open);
    }

    @Override
    public void goTo(Place place) {
        switch (place) {
            case HOME -> goHome();
            case LESSONS -> toLessons();
            case RUN -> pages.show(place, stage, stage::takeFocus);
            case SCENARIOS -> pages.showScenarios();
            case LIVE -> live.open(page -> pages.show(place, page, page::requestFocus));
            case SETTINGS -> pages.showSettings();
        }
    }

    private void toLessons() {
        live.lessons().decline();
        study.open();
    }

    void leaveLive() {
        study.leaveLive();
    }

    private void goHome() {
        if (heading.isFirstLight()) {
            pages.show(Place.HOME, stage, stage::takeFocus);
        } else {
            open(around.shelf().firstLight());
        }
    }

    @Override
    public void showPage(Region page, ObservableValue<String> title, Runnable focusing) {
        playback.pause();
        named(title);
        pages.show(Place.LESSONS, page, focusing);
        pages.focusWithin(page);
    }

    @Override
    public void showRun(Beside beside, ObservableValue<String> title) {
        playback.pause();
        named(title);
        stage.setFirstLight(false);
        stage.setBeside(Optional.of(beside));
        pages.show(Place.LESSONS, stage, stage::takeFocus);
        pages.focusWithin(beside.side());
    }

    /// The run of a lesson: what of it is refused is said in the lesson.
    private void becomeLesson(Playback next) {
        notices.begin();
        refusals = Optional.empty();
        speeds.beginLesson();
        playback.become(next);
        pulse();
    }

    @Override
    public void showAbout() {
        sheet.open(
                "about",
                words.text("about.title"),
                new AboutSheet(words, shown.header().simplified()));
    }

    @Override
    public void perform(Shortcut shortcut) {
        performer.perform(shortcut);
    }

    /// A live run, or a recording of one.
    void becomeLive(Playback next, ObservableValue<String> title) {
        clear();
        refusals = Optional.empty();
        named(title);
        playback.become(next);
        playback.play();
        stage.setFirstLight(false);
        pages.show(Place.LIVE, stage, stage::takeFocus);
        pulse();
    }

    /// What is shown is no scenario of the shelf.
    private void named(ObservableValue<String> title) {
        heading.say(title);
        pages.offerRun(false);
    }

    private void clear() {
        sheet.close();
        selection.clear();
        notices.begin();
        study.leave();
        stage.setBeside(Optional.empty());
        speeds.begin();
    }

    Sheet sheet() {
        return sheet;
    }

    void refused(Command command, ApiError error) {
        notices.refused(command, error);
    }

    private void become(Outcome.Opened opened) {
        clear();
        refusals = Optional.of(new Refusals(opened.scenario().sources()));
        var entry = new Entry(opened.file(), opened.scenario().scenario().title());
        heading.say(entry);
        var isFirstLight = heading.isFirstLight();
        playback.become(opened.playback());
        playback.setSpeed(around.chosen().now().speed());
        playback.play();
        stage.setFirstLight(isFirstLight);
        pages.offerRun(!isFirstLight);
        pages.show(isFirstLight ? Place.HOME : Place.RUN, stage, stage::takeFocus);
        pulse();
    }

    private void settle(Settings before, Settings now) {
        words.speak(now.language());
        if (now.speed() != before.speed()) {
            playback.setSpeed(now.speed());
        }
        if (now.reducedMotion() != before.reducedMotion()) {
            stage.setReducedMotion(now.reducedMotion());
        }
        if (now.hasLargeText() != before.hasLargeText()) {
            stage.setLargeText(now.hasLargeText());
        }
        if (root.getScene() != null && !Look.isSame(before, now)) {
            Look.dress(root.getScene(), now);
        }
    }

    private void keepFolding(boolean isFolded) {
        var next = isFolded ? Settings.Folding.FOLDED : Settings.Folding.OPEN;
        around.chosen().change(now -> now.withInspector(next));
    }

    void showWhy(Ref about) {
        selection.choose(about);
        stage.showWhy();
    }

    private void mistake(Throwable mistake, String report) {
        notices.mistake(mistake, report, shown.header().seed());
    }
}
