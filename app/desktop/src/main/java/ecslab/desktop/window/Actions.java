package ecslab.desktop.window;

import java.nio.file.Path;

/// What the parts of the window can ask the window to do.
public interface Actions {

    void perform(Shortcut shortcut);

    void goTo(Place place);

    /// Reads a scenario and plays it. If it can't be read, the run before stays.
    void open(Path scenario);

    /// Asks which file to open.
    void chooseAndOpen();

    void showAbout();

    /// The pages of the window.
    enum Place {
        /// The scenario that the first launch shows.
        HOME("home"),
        /// The run of any other scenario.
        RUN("run"),
        LESSONS("lessons"),
        SCENARIOS("scenarios"),
        /// The learner's own Docker engine.
        LIVE("live"),
        SETTINGS("settings");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        String key() {
            return "rail." + word;
        }
    }
}
