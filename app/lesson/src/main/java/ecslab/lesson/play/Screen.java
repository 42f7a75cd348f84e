package ecslab.lesson.play;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Beat;
import ecslab.lesson.Lesson;
import ecslab.lesson.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is to be on the screen: the learner's own run, a "show me", or an act with real containers.
/// Whatever is opened is a new take.
final class Screen {

    private final Lesson lesson;
    private final List<Step> steps;
    private final Scenario scenario;
    private final Function<Scenario, Run> runs;
    private Take take;
    private Showing showing = new Showing.OwnRun();
    private Optional<LiveTry> live = Optional.empty();
    private SimInstant showLimit = SimInstant.START;

    /// Begins with the learner's own run, where it has got.
    Screen(Lesson lesson, Lesson.Part part, Function<Scenario, Run> runs, Attempt attempt) {
        this.lesson = lesson;
        this.runs = runs;
        steps = lesson.steps(part);
        scenario = lesson.scenario(part);
        take = new Take(1, scenario, attempt.commands(), attempt.at());
    }

    /// Whether a view is of what is on the screen.
    boolean shows(RunView view) {
        return view.take() == take.number();
    }

    boolean isOwnRun() {
        return showing instanceof Showing.OwnRun;
    }

    /// The act with real containers, while it is on the screen.
    Optional<LiveTry> live() {
        return live;
    }

    void openOwnRun(Attempt attempt, SimInstant at) {
        showing = new Showing.OwnRun();
        live = Optional.empty();
        take = new Take(take.number() + 1, scenario, attempt.commands(), at);
    }

    void openProof(Notice notice, Attempt attempt) {
        var show = notice.shows().getFirst();
        var at = attempt.at();
        var found = Shows.of(show, lesson, runs, new Shows(scenario, attempt.commands(), at, at));
        showing = new Showing.Shown(show, notice.say());
        showLimit = found.to();
        take = new Take(take.number() + 1, found.scenario(), found.commands(), found.from());
    }

    /// @param done prepares the live cluster
    void openLive(Attempt attempt, List<TimedCommand> done) {
        live = Optional.of(new LiveTry(steps, attempt, scenario, runs));
        showing = new Showing.Live(false);
        take = new Take(take.number() + 1, scenario, done, attempt.at(), true);
    }

    void follow(LiveTry act, RunView view, Attempt attempt) {
        act.follow(view, attempt);
        showing = new Showing.Live(act.isReached());
    }

    /// What a view is shown.
    PlayerState state(Journey journey, Beat beat, Watching watching) {
        var timing =
                switch (showing) {
                    case Showing.OwnRun() -> Timing.of(beat, journey.present(), scenario.until());
                    case Showing.Shown _ -> new Timing(showLimit, true, 1);
                    case Showing.Live _ -> Timing.LIVE;
                };
        var shown = live.map(one -> journey.with(one.shown(journey.present()))).orElse(journey);
        var watched = live.map(LiveTry::watching).orElse(watching);
        return new StateDescription(lesson, shown, steps, watched).state(take, timing, showing);
    }
}
