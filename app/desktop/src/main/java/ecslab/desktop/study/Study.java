package ecslab.desktop.study;

import ecslab.desktop.study.LessonShelf.Found;
import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.learn.LabPanel;
import ecslab.learn.LessonPanel;
import ecslab.learn.home.LessonsHome;
import ecslab.learn.prose.LessonWords;
import ecslab.learn.quiz.QuizView;
import ecslab.learn.quiz.QuizView.Asked;
import ecslab.lesson.Lab;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.Notice;
import ecslab.lesson.play.Player;
import ecslab.lesson.quiz.QuizItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// Everything about lessons that the window shows: their list, the one that is being taken, labs,
/// questions and reviews.
///
/// For the FX thread.
public final class Study {

    private final Around around;
    private final Function<Scenario, Run> start;
    private final LessonShelf shelf;
    private final Bookmarks bookmarks;
    private final Host host;
    private final LessonsHome home;
    private Optional<List<Found>> found = Optional.empty();
    private Optional<Sitting> sitting = Optional.empty();
    private Optional<Page> page = Optional.empty();

    /// Questions, or the choice of a lab's level.
    private record Page(Region region, ObservableValue<String> title, Runnable takeFocus) {}

    /// Where it is shown.
    public interface Host {

        /// Shows a page in the run's place.
        ///
        /// @param takeFocus puts the keyboard's focus where the reader goes on
        void showPage(Region page, ObservableValue<String> title, Runnable takeFocus);

        /// Shows the run with something beside it.
        ///
        /// @param title what is being taken
        void showRun(Beside beside, ObservableValue<String> title);
    }

    /// Nothing is shown yet.
    ///
    /// @param start starts a run of a scenario
    public Study(
            Around around,
            Function<Scenario, Run> start,
            LessonShelf shelf,
            Bookmarks bookmarks,
            Host host) {
        this.around = around;
        this.start = start;
        this.shelf = shelf;
        this.bookmarks = bookmarks;
        this.host = host;
        home =
                new LessonsHome(
                        around.words(),
                        new LessonsHome.Leads(
                                lesson -> take(lesson, new Part.Steps()),
                                lesson -> takeAnew(lesson, new Part.Steps()),
                                this::showQuiz,
                                this::showLab,
                                this::showReview));
    }

    /// Goes on with what is being taken, or shows which lessons there are.
    public void open() {
        sitting.ifPresentOrElse(this::show, () -> page.ifPresentOrElse(this::show, this::showHome));
    }

    /// Shows which lessons there are, and how far the learner is in each.
    public void showHome() {
        leave();
        var entries = found().stream().map(this::entry).toList();
        home.show(shelf.folder().toString(), entries, reviews().size());
        host.showPage(home, around.words().text("learn.home.title"), home::focus);
    }

    /// Another run is going to be shown: what is being taken can be gone on with later.
    public void leave() {
        keep();
        sitting.ifPresent(_ -> around.left().run());
        sitting = Optional.empty();
        page = Optional.empty();
    }

    /// The act that is being done with real containers goes on simulated.
    public void leaveLive() {
        sitting.ifPresent(one -> one.player().leaveShow());
    }

    /// Notes how far the learner is; called at each pulse of the screen.
    public void keep() {
        sitting.ifPresent(one -> keep(one));
    }

    /// Takes a part of a lesson, from where the learner is in it.
    public void take(Lesson lesson, Part part) {
        var journey = bookmarks.progress().journey(lesson, part);
        sit(
                lesson,
                journey.map(kept -> Player.resume(lesson, kept, start))
                        .orElseGet(() -> Player.begin(lesson, part, start)));
    }

    private void takeAnew(Lesson lesson, Part part) {
        sit(lesson, Player.begin(lesson, part, start));
    }

    /// Takes a lesson with a player of one's own.
    public void sit(Lesson lesson, Player player) {
        leave();
        var leads =
                new LessonPanel.Leads(
                        this::showHome, () -> showQuiz(lesson), () -> showLab(lesson));
        var next = new Sitting(lesson, player, around, leads);
        sitting = Optional.of(next);
        around.selection().clear();
        show(next);
        next.start();
    }

    private void show(Sitting now) {
        var words = new LessonWords(now.lesson(), around.words());
        var title =
                switch (now.part()) {
                    case Part.Steps() -> words.text(Lesson.TITLE);
                    case Part.LabAt _ -> words.text(Lab.TITLE);
                };
        host.showRun(now, titled(now.lesson(), title));
    }

    private static ObservableValue<String> titled(Lesson lesson, ObservableValue<String> title) {
        return title.map(text -> lesson.id() + " · " + text);
    }

    private void keep(Sitting now) {
        var journey = now.player().journey();
        var isWorthIt = !journey.equals(Journey.beginning(journey.part()));
        if (isWorthIt) {
            bookmarks.keep(now.lesson(), journey);
        }
        var isNews = !bookmarks.progress().of(now.lesson()).isFinished(now.part());
        if (now.player().state().isFinished() && isNews) {
            bookmarks.finished(now.lesson(), now.part());
        }
    }

    private void showLab(Lesson lesson) {
        leave();
        var passed =
                Stream.of(Lab.Level.values())
                        .filter(level ->
                                bookmarks.progress().of(lesson).isFinished(new Part.LabAt(level)))
                        .toList();
        var panel =
                new LabPanel(
                        new LessonWords(lesson, around.words()),
                        lesson.lab(),
                        passed,
                        level -> takeLab(lesson, new Part.LabAt(level)));
        open(
                new Page(
                        panel,
                        titled(lesson, new LessonWords(lesson, around.words()).text(Lab.TITLE)),
                        panel::focus));
    }

    /// A lab that was done begins anew.
    private void takeLab(Lesson lesson, Part part) {
        if (bookmarks.progress().of(lesson).isFinished(part)) {
            takeAnew(lesson, part);
        } else {
            take(lesson, part);
        }
    }

    private void showQuiz(Lesson lesson) {
        var title = new LessonWords(lesson, around.words()).text(Lesson.TITLE);
        var items = lesson.quiz().stream().map(item -> asked(lesson, item)).toList();
        ask(items, titled(lesson, title));
    }

    private void showReview() {
        ask(reviews(), around.words().text("learn.home.review"));
    }

    /// The questions that are due today, the longest due first.
    private List<Asked> reviews() {
        return bookmarks.progress().missed().due(bookmarks.today()).stream()
                .flatMap(id -> lessons().flatMap(lesson -> item(lesson, id)))
                .toList();
    }

    private Stream<Lesson> lessons() {
        return found().stream()
                .filter(Found.Good.class::isInstance)
                .map(one -> ((Found.Good) one).lesson());
    }

    /// Lessons are read when they are first asked for, and once.
    private List<Found> found() {
        var all = found.orElseGet(shelf::found);
        found = Optional.of(all);
        return all;
    }

    private LessonsHome.Entry entry(Found one) {
        return switch (one) {
            case Found.Good(var lesson) -> new LessonsHome.Entry.Ready(lesson, progress(lesson));
            case Found.Bad(var name, var problems) -> new LessonsHome.Entry.Broken(name, problems);
        };
    }

    private LessonsHome.Progress progress(Lesson lesson) {
        var part = new Part.Steps();
        var isFinished = bookmarks.progress().of(lesson).isFinished(part);
        if (isFinished) {
            return new LessonsHome.Progress(lesson.steps().size(), 0, true);
        }
        return bookmarks
                .progress()
                .journey(lesson, part)
                .map(Journey::present)
                .map(now ->
                        new LessonsHome.Progress(
                                now.visits().lastKey().step(), now.place().step() + 1, false))
                .orElse(LessonsHome.Progress.NONE);
    }

    private Stream<Asked> item(Lesson lesson, String id) {
        return lesson.quiz().stream()
                .filter(item -> item.tags().id().equals(id))
                .map(item -> asked(lesson, item));
    }

    private Asked asked(Lesson lesson, QuizItem item) {
        var words = new LessonWords(lesson, around.words());
        return new Asked(lesson, item, words, bookmarks.today().toEpochDay());
    }

    private void ask(List<Asked> items, ObservableValue<String> title) {
        leave();
        var quiz =
                new QuizView(
                        around.words(),
                        items,
                        new QuizView.Leads(
                                (asked, isRight) ->
                                        bookmarks.answered(asked.lesson(), asked.item(), isRight),
                                this::prove,
                                this::showHome));
        open(new Page(quiz, title, quiz::focus));
    }

    private void open(Page next) {
        page = Optional.of(next);
        show(next);
    }

    private void show(Page now) {
        host.showPage(now.region(), now.title(), now.takeFocus());
    }

    private void prove(Asked asked, Notice notice) {
        var back = page;
        var proof = new Proof(asked, notice, start, around, () -> back.ifPresent(this::show));
        around.selection().clear();
        host.showRun(proof, titled(asked.lesson(), asked.words().text(Lesson.TITLE)));
        proof.start();
    }
}
