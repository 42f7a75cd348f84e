package ecslab.learn.home;

import ecslab.learn.part.Parts;
import ecslab.learn.prose.LessonWords;
import ecslab.lesson.Lesson;
import ecslab.stage.words.Words;
import ecslab.wire.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lessons of a folder, how far the learner is in each, and what is due again today.
public final class LessonsHome extends ScrollPane {

    private final Words words;
    private final Leads leads;
    private final VBox page = new VBox();

    /// Something found in the folder.
    public sealed interface Entry {

        /// A lesson that can be taken.
        record Ready(Lesson lesson, Progress progress) implements Entry {}

        /// A lesson that somebody is still writing.
        ///
        /// @param folder its name
        record Broken(String folder, List<Problem> problems) implements Entry {}
    }

    /// How far a learner is.
    ///
    /// @param done how many steps are gone through
    /// @param step where the learner is, from 1; 0 if the lesson hasn't been begun
    public record Progress(int done, int step, boolean finished) {
        public static final Progress NONE = new Progress(0, 0, false);
    }

    /// Where one can go from here.
    ///
    /// @param resume goes on where the learner is, or begins
    /// @param again begins at the beginning
    public record Leads(
            Consumer<Lesson> resume,
            Consumer<Lesson> again,
            Consumer<Lesson> quiz,
            Consumer<Lesson> lab,
            Runnable review) {}

    /// An empty page until [#show] is called.
    public LessonsHome(Words words, Leads leads) {
        this.words = words;
        this.leads = leads;
        getStyleClass().addAll("lessons-home", "lesson-scroll");
        Parts.dress(this, LessonsHome.class, "lessons-home.css");
        page.getStyleClass().add("page");
        setContent(page);
        setFitToWidth(true);
        setFocusTraversable(false);
        addEventHandler(KeyEvent.KEY_PRESSED, LessonsHome::fireByEnter);
    }

    /// Shows what there is.
    ///
    /// @param folder where it was looked for
    /// @param due how many questions are due today
    public void show(String folder, List<Entry> entries, int due) {
        page.getChildren()
                .setAll(
                        Parts.prose(words.text("learn.home.title"), "page-title"),
                        Parts.prose(words.text("learn.home.line"), "aside"),
                        reviews(due));
        entries.forEach(entry -> page.getChildren().add(node(entry)));
        if (entries.isEmpty()) {
            page.getChildren().add(emptiness(folder));
        }
    }

    /// Puts the keyboard's focus on what is due, or else on the first lesson.
    public void focus() {
        lookupAll(".button").stream()
                .filter(node -> node.getStyleClass().contains("accent"))
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, this::requestFocus);
    }

    private Node reviews(int due) {
        var row = Parts.row("reviews", Parts.icon("review-icon"));
        if (due == 0) {
            row.getChildren().add(Parts.prose(words.text("learn.home.noneDue"), "aside"));
            return row;
        }
        var review = Parts.button(words.text("learn.home.review"), leads.review(), "accent");
        review.setId("home-review");
        row.getChildren().addAll(Parts.prose(words.text("learn.home.due", "count", due)), review);
        row.getStyleClass().add("due");
        return row;
    }

    private Node emptiness(String folder) {
        var box =
                new VBox(
                        Parts.prose(words.text("learn.home.empty"), "card-title"),
                        Parts.prose(words.text("learn.home.emptyWhy", "folder", folder), "aside"));
        box.getStyleClass().add("lesson-card");
        return box;
    }

    private Node node(Entry entry) {
        return switch (entry) {
            case Entry.Ready(var lesson, var progress) -> card(lesson, progress);
            case Entry.Broken(var folder, var problems) -> broken(folder, problems);
        };
    }

    private Node card(Lesson lesson, Progress progress) {
        var said = new LessonWords(lesson, words);
        var id = Parts.word("mono", "lesson-id");
        id.setText(lesson.id());
        var title = Parts.prose(said.text(Lesson.TITLE), "card-title");
        var body = new VBox(Parts.row("head", id, title), chips(lesson, progress));
        body.getChildren().add(new StepBar(lesson.steps().size(), progress));
        body.getStyleClass().add("body");
        HBox.setHgrow(body, Priority.ALWAYS);
        var card = new VBox(body, actions(lesson, progress));
        card.getStyleClass().add("lesson-card");
        card.setId("lesson-card-" + lesson.id());
        return card;
    }

    private HBox chips(Lesson lesson, Progress progress) {
        var minutes =
                Parts.word(words.text("learn.home.minutes", "minutes", lesson.minutes()), "aside");
        var steps =
                Parts.word(
                        words.text(
                                "learn.home.steps",
                                "done",
                                progress.done(),
                                "steps",
                                lesson.steps().size()),
                        "aside");
        var row = Parts.row("chips", Parts.icon("time-icon"), minutes, steps);
        for (var exam : lesson.exams()) {
            var chip = Parts.word("chip", "mono");
            chip.setText(exam);
            row.getChildren().add(chip);
        }
        if (progress.finished()) {
            var done = Parts.word(words.text("learn.home.finished"), "chip", "chip-done");
            done.setGraphic(Parts.icon("done-icon"));
            row.getChildren().add(done);
        }
        return row;
    }

    private Node actions(Lesson lesson, Progress progress) {
        var isBegun = progress.step() > 0 && !progress.finished();
        var go =
                Parts.button(
                        isBegun
                                ? words.text("learn.home.resume", "step", progress.step())
                                : words.text(
                                        progress.finished()
                                                ? "learn.home.again"
                                                : "learn.home.begin"),
                        () -> (progress.finished() ? leads.again() : leads.resume()).accept(lesson),
                        "accent");
        go.setId("home-go-" + lesson.id());
        go.setGraphic(Parts.icon("go-icon"));
        var row = Parts.row("actions", go);
        if (isBegun) {
            row.getChildren()
                    .add(
                            Parts.button(
                                    words.text("learn.home.again"),
                                    () -> leads.again().accept(lesson),
                                    "flat"));
        }
        var quiz = Parts.button(words.text("learn.home.quiz"), () -> leads.quiz().accept(lesson));
        quiz.setId("home-quiz-" + lesson.id());
        var lab = Parts.button(words.text("learn.home.lab"), () -> leads.lab().accept(lesson));
        lab.setId("home-lab-" + lesson.id());
        row.getChildren().addAll(Parts.spring(), quiz, lab);
        return row;
    }

    private Node broken(String folder, List<Problem> problems) {
        var box =
                new VBox(
                        Parts.prose(
                                words.text("learn.home.broken", "folder", folder), "card-title"),
                        Parts.prose(
                                words.text("learn.home.problems", "count", problems.size()),
                                "aside"));
        for (var problem : problems) {
            var line = Parts.prose("mono", "problem");
            line.setText(problem.said());
            box.getChildren().add(line);
        }
        box.getStyleClass().addAll("lesson-card", "broken");
        return box;
    }

    private static void fireByEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
            button.fire();
            event.consume();
        }
    }
}
