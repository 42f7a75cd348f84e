package ecslab.desktop.window;

import ecslab.desktop.window.ScenarioShelf.Entry;
import ecslab.stage.words.Words;

/// What scenarios are called. Those that come with the program have a title in every language; any
/// other is called what its file says.
final class Titles {

    private Titles() {}

    static String of(Words words, Entry entry) {
        var key = "bundled." + entry.name() + ".title";
        return words.now().has(key) ? words.now(key) : entry.title();
    }

    /// One sentence on what is to be seen; empty if nobody wrote one.
    static String about(Words words, Entry entry) {
        var key = "bundled." + entry.name() + ".about";
        return words.now().has(key) ? words.now(key) : "";
    }
}
