package ecslab.desktop.window;

import ecslab.desktop.home.Settings;
import ecslab.desktop.window.Opener.Outcome;
import ecslab.desktop.window.ScenarioShelf.Entry;
import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.event.Event.ApiRefusal;
import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
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
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The window: a bar above, the rail at the left, one page, and now and then a sheet over all.
///
/// It shows the newest frame of its playback whenever [#pulse()] is called; it never waits for one.
public final class MainWindow implements Actions {

    private final Surroundings around;
    private final Words words;
    private final Selection selection = new Selection();
    private final CurrentPlayback playback = new CurrentPlayback();
    private final Acting acting;
    private Optional<Refusals> refusals = Optional.empty();
    private final TopBar topBar;
    private final Rail rail;
    private final StagePage stage;
    private final Notices notices;
    private final Sheet sheet;
    private final BorderPane shell = new BorderPane();
    private final StackPane root;
    private Optional<ScenariosPage> scenarios = Optional.empty();
    private Optional<SettingsPage> settings = Optional.empty();
    private Optional<Entry> open = Optional.empty();
    private Frame shown = Still.NOTHING;
    private double lastSpeed;

    public MainWindow(Surroundings around, Words words) {
        this.around = around;
        this.words = words;
        var chosen = around.chosen();
        acting = new Acting(playback, selection, this::refused);
        topBar = new TopBar(words, chosen, this);
        rail = new Rail(words, this);
        stage = new StagePage(words, selection, playback, acting::stop, this::showWhy);
        notices = new Notices(words, stage.notices(), around.errors());
        sheet = new Sheet(words, this::focusOnPage);
        shell.setTop(topBar);
        shell.setLeft(rail);
        root = new StackPane(shell, sheet);
        root.getStyleClass().add("window");
        root.addEventHandler(KeyEvent.KEY_PRESSED, new Keys(this)::pressed);
        root.addEventFilter(KeyEvent.KEY_PRESSED, new Keys(this)::pressedAnywhere);
        root.addEventFilter(
                MouseEvent.MOUSE_RELEASED, _ -> Platform.runLater(this::takeFocusFromButton));
        new Dropping(this::open).on(root);
        stage.setReducedMotion(chosen.now().reducedMotion());
        stage.setLargeText(chosen.now().hasLargeText());
        chosen.onComplaint(this::say);
        chosen.settings().addListener((_, before, now) -> settle(before, now));
        words.texts().addListener(_ -> retitle());
        goTo(Place.HOME);
    }

    /// All that a window says, beginning with one language.
    public static Words words(Language first) {
        var bases = new ArrayList<>(Words.STAGE_BASES);
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
        playback.failure().ifPresent(failure -> mistake(failure.cause(), failure.report()));
        var frame = playback.frame();
        if (frame == shown) {
            return;
        }
        shown = frame;
        stage.show(frame);
        keepSpeed(frame);
        refusals.ifPresent(all -> all.newIn(frame).forEach(one -> tell(all, one)));
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

    /// Opens one of the inspector's tabs.
    public void showTab(Inspector.Tab tab) {
        stage.inspector().showTab(tab);
    }

    @Override
    public void open(Path scenario) {
        around.opener().open(scenario, this::hear);
    }

    @Override
    public void chooseAndOpen() {
        around.files().whichScenario().ifPresent(this::open);
    }

    @Override
    public void goTo(Place place) {
        if (place == Place.HOME && open.filter(one -> !isFirstLight(one)).isPresent()) {
            open(around.shelf().firstLight());
            return;
        }
        rail.show(place);
        shell.setCenter(page(place));
        focusOnPage();
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
        switch (shortcut) {
            case PLAY_PAUSE -> playback.toggle();
            case STEP_ON -> playback.step(1);
            case STEP_BACK -> playback.step(-1);
            case TO_START -> playback.seek(SimInstant.START);
            case TO_END -> playback.seek(newest());
            case SLOWER -> setSpeed(nextSpeed(-1));
            case FASTER -> setSpeed(nextSpeed(1));
            case STOP_TASK -> stopChosen();
            case WHY -> stage.firstLightWhy(shown).or(acting::whyAbout).ifPresent(this::showWhy);
            case UNDO -> undo();
            case UP -> selection.clear();
            case OPEN -> chooseAndOpen();
            case TEXT_LARGER -> changeText(Settings.TEXT_PERCENT_STEP);
            case TEXT_SMALLER -> changeText(-Settings.TEXT_PERCENT_STEP);
            case TEXT_NORMAL -> changeText(Settings.TEXT_PERCENT_MIN - Settings.TEXT_PERCENT_MAX);
            case KEYS -> sheet.open("keys", words.text("keys.title"), new KeysSheet(words));
        }
    }

    /// The transport bar sets the speed, too; it holds for the next run and the next launch.
    private void keepSpeed(Frame frame) {
        if (frame.speed() != lastSpeed && lastSpeed > 0) {
            setSpeed(frame.speed());
        }
        lastSpeed = frame.speed();
    }

    private Node page(Place place) {
        return switch (place) {
            case HOME, RUN -> stage;
            case SCENARIOS -> scenariosPage();
            case SETTINGS -> settingsPage();
        };
    }

    /// Pages are built when they are first asked for: the first picture needn't wait for them.
    private ScenariosPage scenariosPage() {
        var page = scenarios.orElseGet(() -> new ScenariosPage(words, this));
        scenarios = Optional.of(page);
        page.show(around.shelf().entries());
        return page;
    }

    private SettingsPage settingsPage() {
        var page =
                settings.orElseGet(
                        () -> new SettingsPage(words, around.chosen(), around.settingsFile()));
        settings = Optional.of(page);
        return page;
    }

    private void become(Outcome.Opened opened) {
        sheet.close();
        selection.clear();
        notices.begin();
        refusals = Optional.of(new Refusals(opened.scenario().sources()));
        var entry = new Entry(opened.file(), opened.scenario().scenario().title());
        open = Optional.of(entry);
        lastSpeed = 0;
        playback.become(opened.playback());
        playback.setSpeed(around.chosen().now().speed());
        playback.play();
        stage.setFirstLight(isFirstLight(entry));
        retitle();
        rail.offerRun(!isFirstLight(entry));
        rail.show(isFirstLight(entry) ? Place.HOME : Place.RUN);
        shell.setCenter(stage);
        focusOnPage();
        pulse();
    }

    private void retitle() {
        topBar.title().set(open.map(one -> Titles.of(words, one)).orElse(""));
    }

    private void settle(Settings before, Settings now) {
        words.speak(now.language());
        if (now.speed() != before.speed()) {
            playback.setSpeed(now.speed());
        }
        stage.setReducedMotion(now.reducedMotion());
        if (now.hasLargeText() != before.hasLargeText()) {
            stage.setLargeText(now.hasLargeText());
        }
        if (root.getScene() != null) {
            Look.dress(root.getScene(), now);
        }
    }

    private void setSpeed(double speed) {
        around.chosen().change(now -> now.withSpeed(speed));
    }

    private double nextSpeed(int direction) {
        var speeds = Playback.SPEEDS;
        var nearest = speeds.indexOf(shown.speed());
        return speeds.get(Math.clamp(nearest + direction, 0, speeds.size() - 1));
    }

    private void changeText(int percent) {
        around.chosen().change(now -> now.withTextPercent(now.textPercent() + percent));
    }

    /// Where the run has got; from there, the run's end.
    private SimInstant newest() {
        return shown.isInThePast() ? shown.frontier() : shown.header().until();
    }

    private void stopChosen() {
        acting.chosenTask()
                .or(stage::firstLightTask)
                .ifPresentOrElse(
                        task -> acting.stop(task.id()),
                        () ->
                                notices.say(
                                        Phrase.of("notice.noTask"),
                                        Phrase.of("notice.noTask.remedy")));
    }

    private void undo() {
        if (shown.commands().isEmpty()) {
            say(Phrase.of("notice.nothingToUndo"));
        } else {
            playback.undo();
        }
    }

    private void showWhy(Ref about) {
        selection.choose(about);
        stage.inspector().showWhy();
    }

    private void refused(Command command, ApiError error) {
        notices.refused(command, error);
    }

    private void tell(Refusals all, ApiRefusal refusal) {
        all.problem(refusal, words.now())
                .ifPresentOrElse(
                        problem -> notices.refused(problem, refusal.error()),
                        () -> notices.refused(refusal.command(), refusal.error()));
    }

    private void mistake(Throwable mistake, String report) {
        notices.mistake(mistake, report, shown.header().seed());
    }

    private void focusOnPage() {
        if (shell.getCenter() == stage) {
            stage.focusOnPicture();
        } else {
            shell.getCenter().requestFocus();
        }
    }

    /// A button that was clicked gives the focus back, so that Space goes on to mean play and
    /// pause. One that was reached by keyboard keeps it: there Space presses the button.
    private void takeFocusFromButton() {
        var owner = root.getScene().getFocusOwner();
        var isButton = owner instanceof ButtonBase && !(owner instanceof MenuButton);
        if (isButton && !owner.isFocusVisible() && !sheet.isOpen()) {
            focusOnPage();
        }
    }

    private static boolean isFirstLight(Entry entry) {
        return ScenarioShelf.isFirstLight(entry.file());
    }
}
