package ecslab.lesson.play;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Answer;
import ecslab.lesson.Beat;
import ecslab.lesson.Focus;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Walks a learner through a lesson, or through its lab. Not for use by more than one thread.
///
/// Whoever shows the run does what the state says: opens its take when the take's number is new,
/// never lets the run pass the limit, lets it play when `plays` turns true, and tells what was seen
/// by [#saw(RunView)]. The learner's commands go to the run, not to the player, which reads them in
/// what was seen.
public final class Player {

    private final Lesson lesson;
    private final Function<Scenario, Run> runs;
    private final List<Step> steps;
    private final Beats beats;
    private final Scenario scenario;
    private final Screen screen;
    private final List<Consumer<PlayerState>> listeners = new ArrayList<>();

    private Journey journey;
    private Watching watching;
    private Optional<RunView> seen = Optional.empty();
    private PlayerState state;

    private Player(Lesson lesson, Function<Scenario, Run> runs, Journey journey) {
        this.lesson = lesson;
        this.runs = runs;
        this.journey = journey;
        steps = lesson.steps(journey.part());
        beats = new Beats(steps);
        scenario = lesson.scenario(journey.part());
        screen = new Screen(lesson, journey.part(), runs, journey.present());
        watching = watchingHere();
        state = describe();
    }

    /// Begins at the beginning.
    ///
    /// @param runs starts a run of a scenario; the player uses it to find out what the model does
    public static Player begin(Lesson lesson, Part part, Function<Scenario, Run> runs) {
        return new Player(lesson, runs, Journey.beginning(part));
    }

    /// Goes on exactly where a learner has stopped.
    public static Player resume(Lesson lesson, Journey journey, Function<Scenario, Run> runs) {
        return new Player(lesson, runs, journey);
    }

    public PlayerState state() {
        return state;
    }

    /// All that is needed to go on here later: to be kept in the progress file.
    public Journey journey() {
        return journey;
    }

    /// Hears every new state, and first the present one.
    public void listen(Consumer<PlayerState> listener) {
        listeners.add(listener);
        listener.accept(state);
    }

    /// Tells what has been seen of the run. A view of another take than the newest is ignored.
    public PlayerState saw(RunView view) {
        seen = Optional.of(view);
        look();
        return tell();
    }

    /// Looks again at what has been seen last.
    private void look() {
        seen.filter(screen::shows)
                .ifPresent(view ->
                        screen.live()
                                .ifPresentOrElse(
                                        act -> screen.follow(act, view, present()),
                                        () -> follow(view)));
    }

    private void follow(RunView view) {
        if (!screen.isOwnRun()) {
            return;
        }
        followCommands(view);
        if (!view.at().isBefore(present().at())) {
            journey = journey.with(present().withAt(view.at()));
            settle(view);
        }
    }

    /// Tells that the learner opened a part of the window.
    public PlayerState opened(Focus.Part part) {
        put(present().visit().withOpened(part.word()));
        look();
        return tell();
    }

    /// Tells that the learner copied what a part of the window shows.
    public PlayerState copied(Focus.Part part) {
        put(present().visit().withCopied(part.word()));
        look();
        return tell();
    }

    /// Commits to an answer. What is right may still have to be seen in the run.
    public PlayerState commit(Answer answer) {
        if (!state.canCommit()) {
            return state;
        }
        put(present().visit().withStanding(new Standing.Committed(answer)));
        if (!Timing.outcome(beat(), present().visit().began()).isAfter(present().at())) {
            reveal(watching.truth());
        }
        return tell();
    }

    /// Begins the next beat, or goes on to one that was begun before. Who goes on has read the
    /// cards of the step's terms.
    public PlayerState next() {
        if (!state.canGoOn() || state.isFinished()) {
            return state;
        }
        for (var term : state.terms()) {
            journey = journey.withPutAway(term);
        }
        var live = screen.live();
        if (live.isPresent()) {
            return goOnFromLive(live.get());
        }
        var next = beats.after(present().place());
        if (present().hasBegun(next)) {
            return lookAt(next);
        }
        begin(next);
        look();
        return tell();
    }

    /// Goes to the beat before, and back in time with it. Nothing is lost: acting there makes a new
    /// attempt.
    public PlayerState back() {
        var earlier = present().visits().headMap(present().place());
        return earlier.isEmpty() ? state : lookAt(earlier.lastKey());
    }

    /// Goes to a step that has been begun, and back in time with it.
    public PlayerState goTo(int step) {
        var first = new Place(step, 0);
        return present().hasBegun(first) ? lookAt(first) : state;
    }

    /// Begins the step again. What was done in it is kept as an attempt.
    public PlayerState replay() {
        var first = new Place(present().place().step(), 0);
        var again = present().cutBefore(first);
        journey =
                present().hasWorkSince(first)
                        ? journey.keepAndGoOnWith(again)
                        : journey.with(again);
        open(again.at());
        return tell();
    }

    /// Has the beat done by the model solution, and marks it as skipped. After a prediction was
    /// committed to, only the waiting is skipped.
    public PlayerState skip() {
        if (present().looksBack() || state.canGoOn() || !screen.isOwnRun()) {
            return state;
        }
        var end = new Shortcut(() -> rehearsal(present())).past(beat());
        journey = journey.with(present().withCommands(end.commands()).withAt(end.at()));
        var isWaiting = present().visit().standing() instanceof Standing.Committed;
        put(isWaiting ? end.visit() : present().visit().withStanding(new Standing.Skipped()));
        if (beat() instanceof Beat.Do) {
            passCheck(new Standing.Skipped());
        }
        open(present().at());
        return tell();
    }

    /// Gives one more hint.
    public PlayerState hint() {
        var visit = present().visit();
        return state.hintsLeft() > 0 ? change(visit.withHints(visit.hints() + 1)) : state;
    }

    /// Puts the card of a term away; it isn't shown again.
    public PlayerState putAway(String term) {
        journey = journey.withPutAway(term);
        return tell();
    }

    /// Shows what proves a notice.
    public PlayerState show(Notice notice) {
        if (!notice.shows().isEmpty()) {
            screen.openProof(notice, present());
        }
        return tell();
    }

    /// Begins to do the beat with real containers; the learner's own run waits.
    public PlayerState goLive() {
        if (state.canGoLive()) {
            var named = seen.map(LiveTry::named).orElse(present().commands());
            var done = named.subList(0, present().visit().commandsBefore());
            screen.openLive(present(), done);
        }
        return tell();
    }

    /// What was done with real containers is done in the simulation, too, which goes on from there.
    private PlayerState goOnFromLive(LiveTry done) {
        var begun = present().cutBefore(present().place());
        var visit = present().visit().withStanding(new Standing.Done());
        var end = new Shortcut(() -> rehearsal(begun)).past(beat(), done.done());
        var isTried = present().commands().size() > begun.commands().size();
        journey = isTried ? journey.keepAndGoOnWith(begun) : journey.with(begun);
        journey = journey.with(present().withCommands(end.commands()).withAt(end.at()));
        put(visit);
        passCheck(new Standing.Done());
        open(present().at());
        return tell();
    }

    private Rehearsal rehearsal(Attempt attempt) {
        return new Rehearsal(resume(lesson, journey.with(attempt), runs), runs);
    }

    /// Goes back to the learner's own run, exactly where it was.
    public PlayerState leaveShow() {
        return screen.isOwnRun() ? state : lookAt(present().place());
    }

    /// Takes up an earlier attempt again; the present one becomes an attempt.
    public PlayerState takeUp(int attempt) {
        journey = journey.takeUp(attempt);
        open(present().at());
        return tell();
    }

    /// What the model solution answers here.
    Answer modelAnswer() {
        return Grading.right(beat(), watching.foretold());
    }

    private Attempt present() {
        return journey.present();
    }

    private Beat beat() {
        return beats.at(present().place());
    }

    private PlayerState change(Visit visit) {
        put(visit);
        return tell();
    }

    private void put(Visit visit) {
        journey = journey.with(present().withVisit(present().place(), visit));
    }

    /// Begins a beat that has not been begun. A watch may bring the run somewhere first.
    private void begin(Place place) {
        var now = present().at();
        var from = beats.at(place) instanceof Beat.Watch watch ? watch.from().from(now) : now;
        var visit = Visit.begun(from, present().commands().size());
        journey = journey.with(present().withVisit(place, visit).withPlace(place).withAt(from));
        if (from.isAfter(now)) {
            open(from);
        }
        watching = watchingHere();
    }

    /// After a `do` comes the check of it, which asks for nothing more.
    private void passCheck(Standing standing) {
        begin(beats.after(present().place()));
        put(present().visit().withStanding(standing));
    }

    /// Stands in a beat that has been begun: where the run was then, or, in the newest, where it
    /// is.
    private PlayerState lookAt(Place place) {
        journey = journey.with(present().withPlace(place));
        open(present().looksBack() ? present().visit().began() : present().at());
        return tell();
    }

    private void open(SimInstant at) {
        screen.openOwnRun(present(), at);
        watching = watchingHere();
    }

    private Watching watchingHere() {
        return new Watching(steps, present(), scenario, runs);
    }

    /// Reads what the learner did.
    private void followCommands(RunView view) {
        var before = journey;
        journey = beats.follow(before, view.commands());
        if (journey.kept().size() != before.kept().size()) {
            watching = watchingHere();
        }
    }

    /// Looks whether what was seen ends the beat.
    private void settle(RunView view) {
        if (present().looksBack()) {
            return;
        }
        watching.follow(view, present());
        var visit = watching.recognised(present().visit());
        journey = journey.with(present().withVisit(present().place(), visit));
        switch (visit.standing()) {
            case Standing.Open() -> settleOpen(view);
            case Standing.Committed _ -> {
                if (!Timing.outcome(beat(), visit.began()).isAfter(view.at())) {
                    reveal(watching.truth());
                }
            }
            case Standing.Answered _, Standing.Done _, Standing.Skipped _ -> {}
        }
    }

    private void settleOpen(RunView view) {
        if (!watching.endsAt(view.at())) {
            return;
        }
        put(present().visit().withStanding(new Standing.Done()));
        if (beat() instanceof Beat.Do) {
            passCheck(new Standing.Done());
            watching = watchingHere();
        }
    }

    private void reveal(List<String> truth) {
        if (present().visit().standing() instanceof Standing.Committed(var answer)) {
            put(present().visit().withStanding(Grading.graded(beat(), answer, truth)));
        }
    }

    private PlayerState tell() {
        var next = describe();
        if (!next.equals(state)) {
            state = next;
            List.copyOf(listeners).forEach(listener -> listener.accept(next));
        }
        return state;
    }

    private PlayerState describe() {
        return screen.state(journey, beat(), watching);
    }
}
