package ecslab.lesson.play;

import ecslab.ecs.Run;
import ecslab.ecs.RunHeader;
import ecslab.ecs.command.Command;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.state.StateFold;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Beat;
import ecslab.lesson.Goal;
import ecslab.lesson.Question;
import ecslab.lesson.Step;
import ecslab.lesson.WrongPath;
import ecslab.lesson.predicate.Judge;
import ecslab.lesson.predicate.Mark;
import ecslab.lesson.predicate.Predicate;
import ecslab.lesson.predicate.Query;
import ecslab.lesson.predicate.Value;
import ecslab.lesson.predicate.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Follows the run in one beat: which goals are reached, which wrong paths taken, and what the run
/// says to a question.
final class Watching {

    private final Beat beat;
    private final Attempt began;
    private final Scenario scenario;
    private final Function<Scenario, Run> runs;
    private final List<Goal> goals;
    private final List<WrongPath> wrong;
    private List<Verdict> verdicts;
    private Optional<Judge> judge = Optional.empty();
    private Optional<RunView> seen = Optional.empty();
    private Optional<List<String>> foretold = Optional.empty();

    /// @param attempt as it is when the following begins
    Watching(List<Step> steps, Attempt attempt, Scenario scenario, Function<Scenario, Run> runs) {
        var place = attempt.place();
        var beats = steps.get(place.step()).beats();
        beat = beats.get(place.beat());
        began = attempt;
        this.scenario = scenario;
        this.runs = runs;
        goals = goals(beats, place.beat());
        wrong = beat instanceof Beat.Do act ? act.wrong() : List.of();
        var verdict = attempt.visit().standing().isOver(beat) ? Verdict.HOLDS : Verdict.NOT_YET;
        verdicts = Collections.nCopies(goals.size(), verdict);
    }

    /// What a `do` leads to is said by the check that follows.
    private static List<Goal> goals(List<Beat> beats, int index) {
        if (beats.get(index) instanceof Beat.Check check) {
            return check.all();
        }
        var leads = beats.get(index) instanceof Beat.Do && index + 1 < beats.size();
        return leads && beats.get(index + 1) instanceof Beat.Check check ? check.all() : List.of();
    }

    List<GoalState> goals() {
        var states = new ArrayList<GoalState>();
        for (var i = 0; i < goals.size(); i++) {
            states.add(new GoalState(goals.get(i).say(), verdicts.get(i)));
        }
        return states;
    }

    boolean isReached() {
        return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict.HOLDS::equals);
    }

    /// Whether the beat is over once the run has come to a moment; one that waits for an answer
    /// isn't.
    boolean endsAt(SimInstant at) {
        return switch (beat) {
            case Beat.Watch watch -> !watch.to().from(began.visit().began()).isAfter(at);
            case Beat.Do _ -> isReached();
            case Beat.Check _ -> true;
            case Beat.Predict _, Beat.Sort _, Beat.Match _, Beat.Order _ -> false;
            case Beat.Label _, Beat.Schedule _ -> false;
        };
    }

    void follow(RunView view, Attempt attempt) {
        seen = Optional.of(view);
        if (!(beat instanceof Beat.Do) || attempt.visit().standing().isOver(beat)) {
            return;
        }
        var follower = judge.orElseGet(() -> begin(view, attempt));
        judge = Optional.of(follower);
        follower.acted(acted(attempt, Visit::opened), acted(attempt, Visit::copied));
        follower.follow(view.events(), new Mark(view.at(), view.position()));
        verdicts = follower.verdicts().subList(0, goals.size());
    }

    private Judge begin(RunView view, Attempt attempt) {
        var asked = new ArrayList<Predicate>();
        goals.forEach(goal -> asked.add(goal.predicate()));
        wrong.forEach(path -> asked.addAll(path.when()));
        var first = attempt.visit(new Place(attempt.place().step(), 0));
        return new Judge(view.header(), asked, mark(view.events(), first), Mark.START);
    }

    /// All that was done in the step, whichever of its beats it was done in.
    private static List<String> acted(Attempt attempt, Function<Visit, List<String>> what) {
        var step = attempt.place().step();
        return attempt.visits().entrySet().stream()
                .filter(entry -> entry.getKey().step() == step)
                .flatMap(entry -> what.apply(entry.getValue()).stream())
                .toList();
    }

    /// Where a beat began: after everything of that moment, but for what the learner did in it.
    static Mark mark(List<Event> events, Visit visit) {
        var calls = 0;
        var position = 0;
        for (var event : events) {
            calls += isByLearner(event) ? 1 : 0;
            if (event.at().isAfter(visit.began()) || calls > visit.commandsBefore()) {
                break;
            }
            position++;
        }
        return new Mark(visit.began(), position);
    }

    private static boolean isByLearner(Event event) {
        return switch (event) {
            case Event.ApiCall(_, _, var origin, _) -> origin == Origin.LEARNER;
            case Event.ApiRefusal(_, _, var origin, _, _) -> origin == Origin.LEARNER;
            case Event _ -> false;
        };
    }

    /// The visit with the wrong paths that have been taken by now.
    Visit recognised(Visit visit) {
        if (judge.isEmpty() || seen.isEmpty() || wrong.isEmpty()) {
            return visit;
        }
        var follower = judge.get();
        var done = callsSince(seen.get(), visit);
        var match = new CallMatch(follower.state());
        var verdict = goals.size();
        var next = visit;
        for (var i = 0; i < wrong.size(); i++) {
            var path = wrong.get(i);
            var held = follower.verdicts().subList(verdict, verdict + path.when().size());
            verdict += path.when().size();
            var isTaken =
                    held.stream().allMatch(Verdict.HOLDS::equals)
                            && path.calls().stream()
                                    .allMatch(call ->
                                            done.stream()
                                                    .anyMatch(one -> match.matches(call, one)));
            next = isTaken && !next.wrong().contains(i) ? next.withWrong(i) : next;
        }
        return next;
    }

    private static List<Command> callsSince(RunView view, Visit visit) {
        var from = mark(view.events(), visit).position();
        var calls = new ArrayList<Command>();
        for (var event : view.events().subList(Math.min(from, view.position()), view.position())) {
            if (event instanceof Event.ApiCall(_, _, var origin, var command)
                    && origin == Origin.LEARNER) {
                calls.add(command);
            }
        }
        return calls;
    }

    /// What the run says to the beat's question; nothing if it asks the run nothing. Before the run
    /// has come so far, the model is run ahead.
    List<String> truth() {
        return switch (beat) {
            case Beat.Predict(_, _, Question.Generate(var that, var at, _, _), _, _, _) ->
                    List.of(ask(that, at.from(began.visit().began())).shown());
            case Beat.Schedule(_, _, var that, var at, _, _) ->
                    ask(that, at.from(began.visit().began())).items();
            case Beat.Predict _, Beat.Watch _, Beat.Do _, Beat.Check _, Beat.Sort _ -> List.of();
            case Beat.Match _, Beat.Order _, Beat.Label _ -> List.of();
        };
    }

    /// The truth as it was foretold when it was first asked for.
    List<String> foretold() {
        var truth = foretold.orElseGet(this::truth);
        foretold = Optional.of(truth);
        return truth;
    }

    private Value ask(Query that, SimInstant at) {
        var view = seen.filter(one -> !one.at().isBefore(at));
        return view.map(one -> Value.of(that, stateAt(one, at), one.header()))
                .orElseGet(() -> askModel(that, at));
    }

    private Value askModel(Query that, SimInstant at) {
        var run = new Take(0, scenario, began.commands(), began.visit().began()).open(runs);
        run.advanceTo(at);
        RunHeader header = run.header();
        return Value.of(that, run.snapshot(), header);
    }

    private static ClusterState stateAt(RunView view, SimInstant at) {
        var fold = new StateFold(ClusterState.EMPTY);
        view.events().subList(0, EventLog.countUpTo(view.events(), at)).forEach(fold::apply);
        return fold.snapshot();
    }
}
