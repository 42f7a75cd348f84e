package ecslab.desktop.window;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.stage.Selection;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The first launch's one sentence and one button, below the picture. Once something was stopped, a
/// second, quiet button opens why.
///
/// Which task the button means is chosen in the picture as soon as three run, unless the reader has
/// chosen something already.
final class FirstLightBar extends VBox {

    private static final double LINE_EMS = 44;

    private final Words words;
    private final Selection selection;
    private final ObjectProperty<Optional<FirstLight>> story =
            new SimpleObjectProperty<>(this, "story", Optional.empty());
    private final SimpleStringProperty sentence = new SimpleStringProperty(this, "sentence", "");
    private final SimpleStringProperty target = new SimpleStringProperty(this, "target", "");
    private final Button stop;
    private final Button why;
    private final HBox line = new HBox();
    private final HBox buttons = new HBox();
    private boolean isPointed;

    FirstLightBar(
            Words words, Selection selection, Consumer<TaskId> stopTask, Consumer<Ref> showWhy) {
        this.words = words;
        this.selection = selection;
        getStyleClass().add("first-light");
        setId("first-light");
        setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("first-light-line");
        buttons.getStyleClass().add("first-light-line");
        stop =
                Said.button(
                        words,
                        "firstLight.stop",
                        Material2OutlinedMZ.STOP_CIRCLE,
                        () -> stoppable().ifPresent(task -> stopTask.accept(task.id())));
        stop.setId("stop-this-task");
        stop.getStyleClass().add("accent");
        why =
                Said.button(
                        words,
                        "firstLight.why",
                        Material2OutlinedAL.HELP_OUTLINE,
                        () -> story.get().flatMap(FirstLight::about).ifPresent(showWhy));
        why.setId("first-light-why");
        why.getStyleClass().add("flat");
        var says = Said.paragraph(sentence, "first-light-says");
        says.setId("first-light-sentence");
        HBox.setHgrow(says, Priority.ALWAYS);
        says.setMaxWidth(Double.MAX_VALUE);
        var name = Said.label(target, "first-light-target");
        for (var whole : List.of(why, name, stop)) {
            whole.setMinWidth(Region.USE_PREF_SIZE);
        }
        buttons.getChildren().addAll(why, name, stop);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        line.getChildren().addAll(says, buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        widthProperty().subscribe(() -> breakLine(says.getFont().getSize()));
        says.fontProperty().subscribe(font -> breakLine(font.getSize()));
        words.texts().addListener(_ -> say());
    }

    /// Where sentence and buttons don't fit beside each other the buttons stand below.
    private void breakLine(double em) {
        var isNarrow = getWidth() < LINE_EMS * em;
        var isBroken = getChildren().contains(buttons);
        if (isNarrow && !isBroken) {
            line.getChildren().remove(buttons);
            getChildren().add(buttons);
        } else if (!isNarrow && isBroken) {
            getChildren().remove(buttons);
            line.getChildren().add(buttons);
        }
    }

    void show(Frame frame) {
        var next = FirstLight.of(frame, selection.now());
        if (!story.get().equals(Optional.of(next))) {
            story.set(Optional.of(next));
            target.set(
                    next.stoppable()
                            .map(task -> frame.state().taskNames().getOrDefault(task.id(), ""))
                            .orElse(""));
            say();
            pointOnce(next);
        }
    }

    private void pointOnce(FirstLight now) {
        if (!isPointed && now.chapter() == FirstLight.Chapter.STEADY) {
            isPointed = true;
            if (selection.now().isEmpty()) {
                now.stoppable().map(task -> Ref.task(task.id())).ifPresent(selection::choose);
            }
        }
    }

    /// Begins the story anew, with another run.
    void begin() {
        isPointed = false;
        story.set(Optional.empty());
    }

    /// What "why?" is about once a task was stopped: the service, unless the reader has chosen
    /// another thing than the task that goes.
    Optional<Ref> why(Frame frame) {
        var isOther = selection.now().filter(ref -> !isLeaving(frame, ref)).isPresent();
        return isOther
                ? Optional.empty()
                : story.get().filter(FirstLight::isAfterStop).flatMap(FirstLight::about);
    }

    private static boolean isLeaving(Frame frame, Ref ref) {
        return frame.state().tasks().values().stream()
                .anyMatch(task -> task.isLeaving() && Ref.task(task.id()).equals(ref));
    }

    private void say() {
        story.get().ifPresent(this::say);
    }

    private void say(FirstLight now) {
        sentence.set(words.now().of(now.sentence()));
        stop.setDisable(now.stoppable().isEmpty());
        var isStopped = now.isAfterStop() && now.about().isPresent();
        why.setVisible(isStopped);
        why.setManaged(isStopped);
    }

    Optional<Task> stoppable() {
        return story.get().flatMap(FirstLight::stoppable);
    }
}
