package ecslab.learn;

import ecslab.learn.answer.AnswerBoard;
import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.Lab;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A lab before it begins: what is to be done, and with how much help. It is played in a
/// [LessonPanel] afterwards.
public final class LabPanel extends VBox {

    private final LessonWords words;
    private final Consumer<Lab.Level> begin;
    private final Collection<Lab.Level> passed;
    private final List<Button> levels = new ArrayList<>();

    /// A panel that offers the three levels.
    ///
    /// @param passed the levels that the learner has done
    /// @param begin hears the level chosen
    public LabPanel(
            LessonWords words, Lab lab, Collection<Lab.Level> passed, Consumer<Lab.Level> begin) {
        this.words = words;
        this.passed = passed;
        this.begin = begin;
        getStyleClass().add("lab-panel");
        Parts.dress(this, LabPanel.class, "lesson-panel.css");
        Parts.dress(this, AnswerBoard.class, "cards.css");
        var around = words.around();
        var goals = new VBox();
        goals.getStyleClass().add("goal-list");
        goals.getChildren().add(Parts.word(around.text("learn.goals.title"), "kicker-text"));
        lab.goals().forEach(goal -> goals.getChildren().add(goal(goal.say())));
        getChildren()
                .setAll(
                        Parts.prose(words.text(Lab.TITLE), "title"),
                        ProseView.of(words.text(lab.ask())),
                        goals,
                        Parts.prose(around.text("learn.lab.choose"), "question"));
        for (var level : Lab.Level.values()) {
            var button = button(level);
            levels.add(button);
            getChildren().add(button);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public void focus() {
        levels.getFirst().requestFocus();
    }

    private Node goal(String key) {
        var text = ProseView.of(words.text(key));
        HBox.setHgrow(text, Priority.ALWAYS);
        return Parts.row("goal", Parts.icon("goal-icon", "goal-not_yet"), text);
    }

    private Button button(Lab.Level level) {
        var around = words.around();
        var name = Parts.prose(around.text("learn.lab." + level.word()), "level-name");
        var line = Parts.prose(around.text("learn.lab." + level.word() + "Line"), "aside");
        var text = new VBox(name, line);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = Parts.row("level-row", Parts.icon("level-icon", "level-" + level.word()), text);
        if (passed.contains(level)) {
            var done = Parts.word(around.text("learn.lab.passed"), "chip", "chip-done");
            done.setGraphic(Parts.icon("done-icon"));
            row.getChildren().add(done);
        }
        var button = new Button();
        button.setId("lab-" + level.word());
        button.setGraphic(row);
        button.getStyleClass().add("level");
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(around.text("learn.lab." + level.word()));
        button.setOnAction(_ -> begin.accept(level));
        row.prefWidthProperty().bind(button.widthProperty().subtract(LEVEL_PADDING));
        return button;
    }

    private static final double LEVEL_PADDING = 34;

    private void pressed(KeyEvent event) {
        var at = levels.stream().filter(Button::isFocused).map(levels::indexOf).findFirst();
        if (at.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> levels.get(Math.max(0, at.get() - 1)).requestFocus();
            case DOWN -> levels.get(Math.min(levels.size() - 1, at.get() + 1)).requestFocus();
            case ENTER -> levels.get(at.get()).fire();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
