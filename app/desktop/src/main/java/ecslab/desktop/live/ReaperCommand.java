package ecslab.desktop.live;

import ecslab.desktop.Launcher;
import java.util.ArrayList;
import java.util.List;

/// How our own launcher is started again to wait for the end of this program.
public final class ReaperCommand {

    /// The hidden sub-command; endpoint and owner follow.
    public static final String NAME = "reap";

    private ReaperCommand() {}

    /// From an app folder its own launcher; else Java, with the class path of this program.
    public static List<String> here() {
        var app = System.getProperty("jpackage.app-path", "");
        if (!app.isEmpty()) {
            return List.of(app, NAME);
        }
        var words = new ArrayList<String>();
        words.add(System.getProperty("java.home") + "/bin/java");
        words.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        var modules = System.getProperty("jdk.module.path", "");
        if (!modules.isEmpty()) {
            words.addAll(List.of("--module-path", modules));
            words.addAll(List.of("--add-modules", "javafx.controls"));
        }
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(Launcher.class.getName(), NAME));
        return List.copyOf(words);
    }
}
