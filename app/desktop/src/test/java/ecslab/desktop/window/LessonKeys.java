package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.learn.LessonPanel;
import ecslab.lesson.Act;
import ecslab.lesson.Answer;
import ecslab.lesson.Beat;
import ecslab.lesson.Focus;
import ecslab.lesson.Option;
import ecslab.lesson.Question;
import ecslab.lesson.play.Grading;
import ecslab.lesson.play.Place;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.QuizGrading;
import ecslab.lesson.play.Standing;
import ecslab.lesson.quiz.QuizItem;
import ecslab.wire.command.CommandJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// A learner who has no mouse and does what the model solution says.
final class LessonKeys {

    private static final int STEPS_MAX = 80;

    private final TestWindow it;
    private final QuickKeys keys;

    LessonKeys(TestWindow it, FxRobot robot) {
        this.it = it;
        keys = new QuickKeys(it, robot);
    }

    /// Goes through everything that is left, up to the card that says so.
    void walk() {
        walkTo(new Place(Integer.MAX_VALUE, 0));
        keys.type(KeyCode.ENTER);
        awaitFocus("lesson-quiz");
    }

    /// Goes on until a beat begins, or until everything is done.
    void walkTo(Place end) {
        while (state().place().compareTo(end) < 0) {
            pass(state());
            await(() -> state().canGoOn());
            awaitFocus("lesson-next");
            assertEquals(List.of(), it.texts().stream().filter(t -> t.contains("⟦")).toList());
            if (state().isFinished()) {
                return;
            }
            var place = state().place();
            keys.type(KeyCode.ENTER);
            it.until(() -> !state().place().equals(place));
        }
    }

    /// Answers all questions of a quiz rightly.
    void answer(List<QuizItem> items, long seed) {
        for (var item : items) {
            awaitCard();
            type(
                    QuizGrading.offer(item, seed).items(),
                    QuizGrading.offer(item, seed).places(),
                    rightOf(item));
            keys.type(KeyCode.ENTER);
            awaitFocus("quiz-next");
            keys.type(KeyCode.ENTER);
        }
    }

    /// Chooses an option that isn't right.
    void answerWrongly(QuizItem item, long seed) {
        var offered = QuizGrading.offer(item, seed).items();
        var right = ((Answer.Chosen) rightOf(item)).keys();
        awaitCard();
        press(offered.indexOf(right.getFirst()) == 0 ? 2 : 1);
        keys.type(KeyCode.ENTER);
        awaitFocus("quiz-next");
    }

    private static Answer rightOf(QuizItem item) {
        return switch (item) {
            case QuizItem.Single(_, _, var options) -> Grading.rightOf(options);
            case QuizItem.Multiple(_, _, var options) -> Grading.rightOf(options);
            case QuizItem.Ordering(_, _, var order, _, _) -> new Answer.Ordered(order);
            case QuizItem.Matching(_, _, var pairs, _) ->
                    Grading.pairs(pairs, Beat.Pair::left, Beat.Pair::right);
        };
    }

    private void pass(PlayerState now) {
        switch (now.beat()) {
            case Beat.Watch _, Beat.Check _ -> {}
            case Beat.Do act -> act.solution().forEach(this::act);
            case Beat.Predict predict -> predict(now, predict.question());
            case Beat.Sort _, Beat.Match _, Beat.Order _, Beat.Label _ -> {
                awaitCard();
                var right = Grading.right(now.beat(), List.of());
                type(now.offered().items(), now.offered().places(), right);
                keys.type(KeyCode.ENTER);
            }
            case Beat.Schedule _ -> throw new AssertionError("nobody has walked one yet");
        }
    }

    private void predict(PlayerState now, Question question) {
        awaitCard();
        switch (question) {
            case Question.Choose(var options) -> {
                var right =
                        options.stream()
                                .filter(Option.Right.class::isInstance)
                                .findFirst()
                                .orElseThrow();
                press(now.offered().items().indexOf(right.key()) + 1);
            }
            case Question.Generate _ -> keys.type(KeyCode.DIGIT3);
        }
        keys.type(KeyCode.ENTER);
        it.until(() -> !(state().standing() instanceof Standing.Open));
    }

    private void act(Act act) {
        switch (act) {
            case Act.Call(var after, var command) -> {
                awaitTime(after);
                call(CommandJson.call(command), CommandJson.compact(command));
            }
            case Act.Copy _ -> {
                tabTo("lesson-copy");
                keys.type(KeyCode.SPACE);
            }
            case Act.Open(var part) -> {
                tabTo("lesson-cli");
                if (part == Focus.Part.JSON) {
                    keys.type(KeyCode.RIGHT);
                    awaitFocus("lesson-json");
                }
                keys.type(KeyCode.SPACE);
            }
        }
    }

    /// Some acts need that others have had their effect.
    private void awaitTime(Duration after) {
        if (after.isPositive()) {
            var from = it.shown().commands().getLast().at();
            it.until(() -> !it.shown().at().isBefore(from.plus(after)));
        }
    }

    private void call(String call, String json) {
        var name = call.substring(call.indexOf(':') + 1);
        if (it.has("compose-run") && !it.texts().contains(name)) {
            keys.type(KeyCode.ESCAPE);
        }
        if (!it.has("compose-run")) {
            awaitFocus("compose-filter");
            keys.write(name.toLowerCase(Locale.ROOT));
            keys.type(KeyCode.ENTER);
            it.until(() -> it.has("compose-run"));
        }
        if (!focus().equals("compose-json")) {
            lookAtJson();
        }
        tabTo("compose-json");
        keys.held(KeyCode.SHORTCUT, KeyCode.A);
        it.onFx(() ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, json)));
        keys.held(KeyCode.SHORTCUT, KeyCode.V);
        var commands = it.shown().commands().size();
        keys.held(KeyCode.SHORTCUT, KeyCode.ENTER);
        it.until(() -> it.shown().commands().size() > commands);
    }

    /// The form has the focus; what shows it as JSON stands before it.
    private void lookAtJson() {
        move("compose-view-form", () -> keys.held(KeyCode.SHIFT, KeyCode.TAB));
        keys.type(KeyCode.RIGHT);
        awaitFocus("compose-view-json");
        keys.type(KeyCode.SPACE);
    }

    private void type(List<String> items, List<String> places, Answer right) {
        switch (right) {
            case Answer.Chosen(var keys) -> keys.forEach(key -> press(items.indexOf(key) + 1));
            case Answer.Paired(var pairs) -> {
                for (var item : items) {
                    var place = pairs.get(item);
                    press(places.indexOf(place) + 1);
                    keys.type(KeyCode.DOWN);
                }
            }
            case Answer.Ordered(var wanted) -> order(items, wanted);
            case Answer.Written(var value) -> keys.write(value);
        }
    }

    /// Takes each thing to its place by that place's digit.
    private void order(List<String> offered, List<String> wanted) {
        var now = new ArrayList<>(offered);
        for (var to = 0; to < wanted.size(); to++) {
            var from = now.indexOf(wanted.get(to));
            wanted.forEach(_ -> keys.type(KeyCode.UP));
            for (var i = 0; i < from; i++) {
                keys.type(KeyCode.DOWN);
            }
            press(to + 1);
            now.add(to, now.remove(from));
        }
    }

    private void press(int digit) {
        assertTrue(digit >= 1 && digit <= 10, "no digit chooses the answer " + digit);
        keys.type(KeyCode.getKeyCode(String.valueOf(digit % 10)));
    }

    void tabTo(String id) {
        move(id, () -> keys.type(KeyCode.TAB));
    }

    private void move(String id, Runnable step) {
        var passed = new ArrayList<String>();
        while (!focus().equals(id)) {
            passed.add(focus());
            assertTrue(passed.size() < STEPS_MAX, () -> "no way to " + id + " by " + passed);
            step.run();
        }
    }

    /// Waits until the keyboard's focus is somewhere.
    void awaitFocus(String id) {
        try {
            it.until(() -> focus().equals(id));
        } catch (AssertionError late) {
            throw new AssertionError("not on " + id + " but on " + focused(), late);
        }
    }

    /// Waits until the keyboard's focus is in the card that asks: keys pressed before are lost.
    private void awaitCard() {
        it.until(() ->
                it.onFx(() ->
                        Stream.iterate(
                                        it.window.root().getScene().getFocusOwner(),
                                        Objects::nonNull,
                                        Node::getParent)
                                .anyMatch(node -> node.getStyleClass().contains("ask-card"))));
    }

    private void await(Callable<Boolean> isTrue) {
        try {
            it.until(isTrue);
        } catch (AssertionError late) {
            var frame = it.shown();
            throw new AssertionError(
                    state().place()
                            + " "
                            + state().standing()
                            + " at "
                            + frame.at()
                            + (frame.playing() ? ", playing" : ", still")
                            + ", focus on "
                            + focused(),
                    late);
        }
    }

    private String focused() {
        return it.onFx(() -> String.valueOf(it.window.root().getScene().getFocusOwner()));
    }

    PlayerState state() {
        return it.onFx(() -> panel().orElseThrow().session().now());
    }

    private Optional<LessonPanel> panel() {
        return Optional.ofNullable((LessonPanel) it.window.root().lookup(".lesson-panel"));
    }

    /// The id of what has the keyboard's focus; empty if it has none.
    String focus() {
        return it.onFx(() ->
                Optional.ofNullable(it.window.root().getScene().getFocusOwner())
                        .map(Node::getId)
                        .orElse(""));
    }
}
