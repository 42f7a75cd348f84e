package ecslab.lesson.predicate;

import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.StateFold;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.predicate.Predicate.Over;
import ecslab.wire.command.CommandJson;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Follows a run and says how predicates stand.
///
/// A state lasts from the last event of one moment to the first of the next, so looking once after
/// each moment at which something happened is exact. Only predicates that read what was touched are
/// asked again.
public final class Judge {

    private final RunHeader run;
    private final List<Predicate> predicates;
    private final Mark step;
    private final Mark lab;

    private final List<Tally> tallies = new ArrayList<>();
    private final Map<String, String> deployments = new HashMap<>();
    private Documents documents;
    private StateFold fold = new StateFold(ClusterState.EMPTY);
    private int position;
    private SimInstant at = SimInstant.START;
    private final Set<Section> touched = EnumSet.noneOf(Section.class);
    private List<String> opened = List.of();
    private List<String> copied = List.of();

    /// Begins to judge.
    ///
    /// @param step where the step began
    /// @param lab where the lab began
    public Judge(RunHeader run, List<Predicate> predicates, Mark step, Mark lab) {
        this.run = run;
        this.predicates = predicates;
        this.step = step;
        this.lab = lab;
        documents = new Documents(run);
        restart();
    }

    private void restart() {
        tallies.clear();
        predicates.forEach(one -> tallies.add(new Tally(one)));
        deployments.clear();
        documents = new Documents(run);
        fold = new StateFold(ClusterState.EMPTY);
        position = 0;
        at = SimInstant.START;
        touched.clear();
        beginWhatBeginsHere();
    }

    /// Reads on to a place in the run. One that has been passed begins again from the start.
    ///
    /// @param events everything that has happened, in order; may go further
    public void follow(List<Event> events, Mark to) {
        if (to.position() < position || to.at().isBefore(at)) {
            restart();
        }
        while (position < to.position()) {
            var event = events.get(position);
            if (event.at().isAfter(at)) {
                passTo(event.at());
            }
            apply(event);
            position++;
            beginWhatBeginsHere();
        }
        passTo(to.at());
        settle();
    }

    /// Tells what the learner has opened and copied since the step began.
    public void acted(List<String> newlyOpened, List<String> newlyCopied) {
        opened = List.copyOf(newlyOpened);
        copied = List.copyOf(newlyCopied);
        tallies.forEach(tally -> tally.touch(EnumSet.of(Section.LEARNER)));
        settle();
    }

    /// What is known at the place that was read to.
    public ClusterState state() {
        return fold.snapshot();
    }

    /// How each predicate stands, in the order given.
    public List<Verdict> verdicts() {
        return tallies.stream().map(Tally::verdict).toList();
    }

    /// Nothing more happens at the present moment: what is known then lasts until `next`.
    private void passTo(SimInstant next) {
        if (next.isAfter(at)) {
            settle();
            tallies.forEach(tally -> tally.count(next));
            at = next;
        }
    }

    private void apply(Event event) {
        fold.apply(event);
        var sections = Section.touchedBy(event);
        touched.addAll(sections);
        switch (event) {
            case Event.ApiCall(_, _, Origin origin, var command) when origin == Origin.LEARNER ->
                    tallies.forEach(t -> t.act(t.acts().withCall(CommandJson.call(command))));
            case Event.ApiRefusal(_, _, Origin origin, var command, _)
                    when origin == Origin.LEARNER ->
                    tallies.forEach(t -> t.act(t.acts().withRefused(CommandJson.call(command))));
            case Event.ServiceChange(_, var service) -> followDeployment(service);
            case Event _ -> {}
        }
    }

    private void beginWhatBeginsHere() {
        for (var tally : tallies) {
            switch (tally.predicate().over()) {
                case Over.Step() -> beginIfHere(tally, step);
                case Over.Lab() -> beginIfHere(tally, lab);
                case Over.Deployment _ -> {}
            }
        }
    }

    private void beginIfHere(Tally tally, Mark mark) {
        if (position == mark.position()) {
            tally.begin(mark.at(), fold.snapshot().requests());
        }
    }

    private void followDeployment(Service service) {
        var name = service.name().service();
        var newest = service.deployments().isEmpty() ? "" : service.deployments().getFirst().id();
        var isNew = !newest.equals(deployments.put(name, newest));
        for (var tally : tallies) {
            if (!(tally.predicate().over() instanceof Over.Deployment(var wanted))
                    || !wanted.equals(name)) {
                continue;
            }
            if (isNew) {
                tally.begin(at, fold.snapshot().requests());
            } else if (isCompleted(service)) {
                tally.end();
            }
        }
    }

    private static boolean isCompleted(Service service) {
        return Optional.of(service.deployments())
                .filter(all -> !all.isEmpty())
                .map(all -> all.getFirst().rolloutState() == RolloutState.COMPLETED)
                .orElse(false);
    }

    /// Asks again what may read otherwise at the present moment.
    private void settle() {
        documents.touch(touched);
        tallies.forEach(tally -> tally.touch(touched));
        touched.clear();
        if (tallies.stream().noneMatch(Tally::mustLook)) {
            return;
        }
        var state = fold.snapshot();
        for (var tally : tallies) {
            if (tally.mustLook()) {
                tally.look(documents.document(tally.asked(), state, tally.before(), acts(tally)));
            }
        }
    }

    private LearnerActs acts(Tally tally) {
        var calls = tally.acts();
        return new LearnerActs(calls.calls(), calls.refused(), opened, copied);
    }
}
