package ecslab.lesson.play;

import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.StateFold;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// One act of a lesson that is being done with real containers, judged by the predicates that judge
/// it in the simulation. What is seen first of the live run is where the act begins.
final class LiveTry {

    private final Watching watching;
    private Optional<RunView> first = Optional.empty();
    private Optional<RunView> newest = Optional.empty();
    private SortedSet<Integer> wrong = new TreeSet<>();
    private boolean isReached;

    /// @param attempt stands in the `do` beat
    LiveTry(List<Step> steps, Attempt attempt, Scenario scenario, Function<Scenario, Run> runs) {
        watching = new Watching(steps, attempt, scenario, runs);
    }

    Watching watching() {
        return watching;
    }

    /// Once reached, it stays so: a real task may be killed while the learner reads on.
    boolean isReached() {
        return isReached;
    }

    void follow(RunView view, Attempt attempt) {
        first = first.or(() -> Optional.of(view));
        newest = Optional.of(view);
        if (isReached) {
            return;
        }
        var live = seenLive(attempt);
        watching.follow(view, live);
        wrong = watching.recognised(live.visit()).wrong();
        isReached = watching.isReached();
    }

    /// The attempt as it is to be shown: what was said about it live, and the rest as it was.
    Attempt shown(Attempt attempt) {
        return attempt.withVisit(attempt.place(), withWrong(attempt.visit()));
    }

    /// The attempt on the live run's clock: all of the step has begun with it.
    private Attempt seenLive(Attempt attempt) {
        var began = first.map(RunView::at).orElse(SimInstant.START);
        var before = first.map(one -> one.commands().size()).orElse(0);
        var place = attempt.place();
        var next = attempt;
        for (var entry : attempt.visits().tailMap(new Place(place.step(), 0)).entrySet()) {
            var visit = entry.getValue().withBeginning(began, before);
            var isHere = entry.getKey().equals(place);
            next = next.withVisit(entry.getKey(), isHere ? withWrong(visit) : visit);
        }
        return next;
    }

    private Visit withWrong(Visit visit) {
        var next = visit;
        for (int path : wrong) {
            next = next.withWrong(path);
        }
        return next;
    }

    /// What the learner did in it, in a form that means the same in another run.
    List<Command> done() {
        var before = first.map(one -> one.commands().size()).orElse(0);
        return newest.map(view -> named(view).subList(before, view.commands().size())).stream()
                .flatMap(List::stream)
                .map(TimedCommand::command)
                .toList();
    }

    /// The commands of a run, with its tasks called by their names.
    static List<TimedCommand> named(RunView view) {
        var fold = new StateFold(ClusterState.EMPTY);
        view.events().forEach(fold::apply);
        var state = fold.snapshot();
        return view.commands().stream()
                .map(one -> new TimedCommand(one.at(), TaskNames.in(one.command(), state)))
                .toList();
    }
}
