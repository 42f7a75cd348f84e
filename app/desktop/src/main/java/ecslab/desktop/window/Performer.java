package ecslab.desktop.window;

import ecslab.desktop.home.Settings;
import ecslab.ecs.Phrase;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.words.Words;

/// Does what a shortcut asks for.
final class Performer {

    private final MainWindow window;
    private final Words words;
    private final Chosen chosen;
    private final StagePage stage;
    private final Acting acting;
    private final Speeds speeds;

    Performer(
            MainWindow window,
            Words words,
            Chosen chosen,
            StagePage stage,
            Acting acting,
            Speeds speeds) {
        this.window = window;
        this.words = words;
        this.chosen = chosen;
        this.stage = stage;
        this.acting = acting;
        this.speeds = speeds;
    }

    void perform(Shortcut shortcut) {
        var playback = window.playback();
        var shown = window.shown();
        switch (shortcut) {
            case PLAY_PAUSE -> playback.toggle();
            case STEP_ON -> playback.step(1);
            case STEP_BACK -> playback.step(-1);
            case TO_START -> playback.seek(SimInstant.START);
            case TO_END -> playback.seek(newest());
            case SLOWER -> speeds.change(shown, -1);
            case FASTER -> speeds.change(shown, 1);
            case STOP_TASK -> stopChosen();
            case WHY -> stage.firstLightWhy(shown).or(acting::whyAbout).ifPresent(window::showWhy);
            case UNDO -> undo();
            case COMPOSE -> stage.toggleBench();
            case SEARCH -> stage.search();
            case UP -> window.selection().clear();
            case OPEN -> window.chooseAndOpen();
            case TEXT_LARGER -> changeText(Settings.TEXT_PERCENT_STEP);
            case TEXT_SMALLER -> changeText(-Settings.TEXT_PERCENT_STEP);
            case TEXT_NORMAL -> changeText(Settings.TEXT_PERCENT_MIN - Settings.TEXT_PERCENT_MAX);
            case INSPECTOR -> stage.toggleInspector();
            case KEYS ->
                    window.sheet().open("keys", words.text("keys.title"), new KeysSheet(words));
        }
    }

    /// Where the run has got; from there, the run's end.
    private SimInstant newest() {
        var shown = window.shown();
        return shown.isInThePast() ? shown.frontier() : shown.header().until();
    }

    private void stopChosen() {
        acting.chosenTask()
                .or(stage::firstLightTask)
                .ifPresentOrElse(
                        task -> acting.stop(task.id()),
                        () ->
                                window.say(
                                        Phrase.of("notice.noTask"),
                                        Phrase.of("notice.noTask.remedy")));
    }

    private void undo() {
        if (window.shown().commands().isEmpty()) {
            window.say(Phrase.of("notice.nothingToUndo"));
        } else {
            window.playback().undo();
        }
    }

    private void changeText(int percent) {
        chosen.change(now -> now.withTextPercent(now.textPercent() + percent));
    }
}
