package ecslab.desktop.window;

import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Task;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.play.Pacer;
import ecslab.wire.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;

/// The window as live mode sees it.
final class LiveHost implements LiveStage.Host {

    private final MainWindow window;

    LiveHost(MainWindow window) {
        this.window = window;
    }

    @Override
    public void play(Run run, ObservableValue<String> title) {
        window.becomeLive(Pacer.start(run, Platform::runLater), title);
    }

    @Override
    public void askForConsent() {
        window.goTo(Actions.Place.LIVE);
    }

    @Override
    public void showLesson() {
        window.goTo(Actions.Place.LESSONS);
    }

    @Override
    public void leaveLive() {
        window.leaveLive();
    }

    @Override
    public void submit(Command command, Consumer<Answer> answered) {
        window.playback().submit(command, answered);
    }

    @Override
    public void sheet(String id, ObservableValue<String> title, Region content) {
        window.sheet().open(id, title, content);
    }

    @Override
    public void closeSheet() {
        window.sheet().close();
    }

    @Override
    public ClusterState state() {
        return window.shown().state();
    }

    @Override
    public String name(Task task) {
        return state().taskNames().getOrDefault(task.id(), task.id().hex());
    }

    @Override
    public void chooseFile() {
        window.chooseAndOpen();
    }

    @Override
    public void tell(Phrase what) {
        window.tell(what);
    }

    @Override
    public void say(Phrase what) {
        window.say(what);
    }

    @Override
    public void refused(Command command, ApiError error) {
        window.refused(command, error);
    }

    @Override
    public void problems(Path file, BadInput bad) {
        window.hear(new Opener.Outcome.Refused(file, bad.problems()));
    }

    /// Where the platform has no browser to open, the address is said, and can be pasted.
    @Override
    public void browse(String url) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var opener =
                system.contains("windows")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler")
                        : List.of(system.contains("mac") ? "open" : "xdg-open");
        var words = new ArrayList<>(opener);
        words.add(url);
        Thread.ofVirtual()
                .start(() -> {
                    if (!opens(words)) {
                        Platform.runLater(() -> sayAddress(url));
                    }
                });
    }

    private static boolean opens(List<String> words) {
        try {
            return new ProcessBuilder(words)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void sayAddress(String url) {
        var content = new ClipboardContent();
        content.putString(url);
        Clipboard.getSystemClipboard().setContent(content);
        window.say(Phrase.of("live.address", "url", url));
    }
}
