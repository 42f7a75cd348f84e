package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.home.LiveLimits;
import ecslab.desktop.live.LiveState;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a learner brings into a live run: a file that is dropped, an image by a form, the value of
/// a secret, a command in a container, and how much all may take.
@ExtendWith(ApplicationExtension.class)
class OwnThingsLiveTest {

    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:db";
    private static final String VALUE = "n0b0dy-sees-th1s";

    @TempDir private Path folder;
    private TestWindow it;

    @Start
    void open(Stage stage) {
        it = new TestWindow(stage, folder.resolve("home"));
    }

    @AfterEach
    void close() {
        it.live().close();
        it.close();
    }

    @Test
    void fileThatIsNothingSaysWhatCanBeOpened() throws IOException {
        drop("photo.png", "no picture");
        it.until(() ->
                it.texts().stream()
                        .anyMatch(text -> text.contains("neither a scenario nor a recording")));
    }

    @Test
    void dropImageSecretAndCommand() throws IOException {
        begin();
        drop(
                "broken.json",
                "{\"family\": \"own\", \"containerDefinitions\": [{\"imgae\": \"x\"}]}");
        it.until(() -> it.texts().contains("Write \"image\"."));
        closeSheet();

        drop("own.json", definition(ECR + "nosuch:1", ""));
        var unpulled = ended("own#1");
        assertTrue(
                unpulled.containers().getFirst().reason().startsWith("CannotPullContainerError"),
                unpulled::toString);

        var secrets = "\"secrets\": [{\"name\": \"DB\", \"valueFrom\": \"" + SECRET + "\"}],";
        drop("own.json", definition(ECR + "web:v1", secrets));
        assertTrue(ended("own#2").toString().contains("ResourceInitializationError"));
        it.choose("live-add", "secrets");
        write("live-secret-name", SECRET);
        write("live-secret-value", VALUE);
        press("live-secret-keep");
        assertEquals("", text("live-secret-value"));
        closeSheet();
        drop("own.json", definition(ECR + "web:v1", secrets));
        var running = runs("own#3");

        it.onFx(() -> {
            it.selection().choose(Ref.task(running.id()));
            return true;
        });
        it.until(() -> !it.node("live-enter").isDisabled());
        press("live-enter");
        it.until(() -> it.has("live-log-text") && it.has("live-shell"));
        it.until(() -> text("live-log-text").contains("listens on port"));
        assertTrue(text("live-shell").startsWith("docker exec -it "));
        write("live-command", "/server nonsense");
        press("live-command-run");
        it.until(() -> it.node("live-answer").isVisible());
        closeSheet();

        runImage();
        nothingIsKept();
    }

    @Test
    void countOfContainersIsCappedWithAReasonAndClosingKeepsTheRun() throws IOException {
        it.onFx(() -> {
            it.chosen.change(now -> now.withLive(new LiveLimits(10, 10, 512)));
            return true;
        });
        begin();
        assertTrue(it.live().limits().containers() == 10);
        for (var i = 1; i <= 8; i++) {
            drop("many" + i + ".json", definition(ECR + "web:v1", ""));
        }
        it.until(() ->
                it.shown().state().tasks().values().stream()
                        .anyMatch(task -> task.toString().contains("runs at most 10 containers")));

        it.live().close();
        try (var files = Files.list(folder.resolve("home/live"))) {
            assertEquals(1, files.filter(file -> file.toString().endsWith(".ecslab")).count());
        }
    }

    private static final String ECR = "111122223333.dkr.ecr.us-east-1.amazonaws.com/";

    private static String definition(String image, String more) {
        return """
        {"family": "own", "networkMode": "bridge", "requiresCompatibilities": ["EC2"],
         "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
         "containerDefinitions": [{"name": "own", %s "image": "%s", "memory": 64}]}
        """
                .formatted(more, image);
    }

    private void runImage() {
        it.choose("live-add", "image");
        it.until(() -> it.has("live-image-run"));
        it.onFx(() -> {
            @SuppressWarnings("unchecked")
            var image = (ComboBox<String>) it.node("live-image");
            assertTrue(image.getItems().contains(ECR + "worker:v1"));
            image.getEditor().setText(ECR + "worker:v1");
            return true;
        });
        write("live-image-memory", "lots");
        press("live-image-run");
        it.until(() -> it.texts().stream().anyMatch(text -> text.startsWith("The memory limit")));
        write("live-image-memory", "32");
        press("live-image-run");
        runs("own-worker#1");
    }

    private void nothingIsKept() throws IOException {
        press("live-end");
        it.until(() -> it.live().state().get() instanceof LiveState.Ready);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                assertFalse(
                        new String(bytes, StandardCharsets.ISO_8859_1).contains(VALUE),
                        file::toString);
            }
        }
    }

    private void begin() {
        it.found = LivePictures.engine();
        it.onFx(() -> {
            it.window.goTo(Actions.Place.LIVE);
            return true;
        });
        it.until(() -> !it.node("live-start").isDisabled());
        press("live-start");
        it.until(() -> it.shown().header().isLive());
        it.threeRun();
    }

    private Task ended(String name) {
        it.until(() -> find(name).filter(Task::isStopped).isPresent());
        return find(name).orElseThrow();
    }

    private Task runs(String name) {
        it.until(
                () -> find(name).filter(one -> one.lastStatus() == TaskStatus.RUNNING).isPresent());
        return find(name).orElseThrow();
    }

    private Optional<Task> find(String name) {
        var state = it.shown().state();
        return state.tasks().values().stream()
                .filter(task -> name.equals(state.taskNames().get(task.id())))
                .findFirst();
    }

    /// Opens a file as a drop on the window does.
    private void drop(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, content);
        it.onFx(() -> {
            it.window.open(file);
            return true;
        });
    }

    private void press(String id) {
        it.until(() -> it.has(id) && !it.node(id).isDisabled());
        it.onFx(() -> {
            ((Button) it.node(id)).fire();
            return true;
        });
    }

    private void write(String id, String text) {
        it.until(() -> it.has(id));
        it.onFx(() -> {
            ((TextInputControl) it.node(id)).setText(text);
            return true;
        });
    }

    private String text(String id) {
        return it.onFx(() -> ((TextInputControl) it.node(id)).getText());
    }

    private void closeSheet() {
        it.onFx(() -> {
            it.window.sheet().close();
            return true;
        });
    }
}
