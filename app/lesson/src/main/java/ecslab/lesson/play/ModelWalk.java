package ecslab.lesson.play;

import ecslab.ecs.Run;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Answer;
import ecslab.lesson.Beat;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A lesson walked through by its own model solution.
///
/// @param beats every beat with the time it took
/// @param stuck beats that the model solution doesn't get through; they were skipped
/// @param idle `do` beats that were over before anything was done
/// @param take the whole run
public record ModelWalk(List<Passage> beats, List<Stuck> stuck, List<Place> idle, Take take) {

    /// A beat that the model solution doesn't get through.
    ///
    /// @param goals as they stood when it gave up
    public record Stuck(Place place, List<GoalState> goals) {}

    /// A beat in the walk.
    ///
    /// @param key of its step
    /// @param before the journey when it began
    /// @param after the journey when it was over
    public record Passage(
            Place place,
            String key,
            Beat beat,
            SimInstant began,
            SimInstant ended,
            Journey before,
            Journey after) {

        /// What was right; empty if the beat asked for no answer.
        public Optional<Answer> outcome() {
            return after.present().visit(place).standing()
                            instanceof Standing.Answered(_, var outcome, _)
                    ? Optional.of(outcome)
                    : Optional.empty();
        }

        List<TimedCommand> commands() {
            return after.present().commands();
        }

        /// How many of the run's events had happened when the beat began.
        public int position(List<Event> events) {
            return Watching.mark(events, before.present().visit()).position();
        }
    }

    /// Where a step ends.
    public record End(SimInstant at, List<TimedCommand> commands) {}

    public static ModelWalk of(Lesson lesson, Part part, Function<Scenario, Run> runs) {
        return new Walker(Player.begin(lesson, part, runs), runs).walk();
    }

    /// The end of a step.
    ///
    /// @param key the step's
    public End end(String key) {
        var last = beats.reversed().stream().filter(one -> one.key().equals(key)).findFirst();
        return last.map(one -> new End(one.ended(), one.commands()))
                .orElseThrow(() -> new IllegalArgumentException("there is no step " + key));
    }

    private static final class Walker {

        private final Rehearsal rehearsal;
        private final Player player;
        private final List<Passage> beats = new ArrayList<>();
        private final List<Stuck> stuck = new ArrayList<>();
        private final List<Place> idle = new ArrayList<>();

        private Walker(Player player, Function<Scenario, Run> runs) {
            this.player = player;
            rehearsal = new Rehearsal(player, runs);
        }

        private ModelWalk walk() {
            noteIdle(rehearsal.state(), -1);
            while (true) {
                var state = rehearsal.state();
                var before = player.journey();
                pass(state.beat());
                if (!rehearsal.state().canGoOn()) {
                    stuck.add(new Stuck(state.place(), rehearsal.state().goals()));
                    player.skip();
                }
                note(state, before);
                if (rehearsal.state().isFinished()) {
                    var end = player.journey().present();
                    return new ModelWalk(
                            beats,
                            stuck,
                            idle,
                            new Take(1, state.take().scenario(), end.commands(), end.at()));
                }
                goOn(rehearsal.state());
            }
        }

        /// Where there is nothing to do, the player goes on to the check at once.
        private void goOn(PlayerState from) {
            player.next();
            rehearsal.look();
            var to = rehearsal.state();
            noteIdle(to, to.step().equals(from.step()) ? from.place().beat() : -1);
        }

        private void noteIdle(PlayerState to, int last) {
            if (to.place().beat() - last > 1 && hasSolution(to)) {
                idle.add(new Place(to.place().step(), to.place().beat() - 1));
            }
        }

        private void pass(Beat beat) {
            switch (beat) {
                case Beat.Watch _ -> rehearsal.play();
                case Beat.Do act -> {
                    rehearsal.act(act.solution());
                    rehearsal.play();
                }
                case Beat.Check _ -> {}
                case Beat.Predict _, Beat.Sort _, Beat.Match _, Beat.Order _ -> answer();
                case Beat.Label _, Beat.Schedule _ -> answer();
            }
        }

        private static boolean hasSolution(PlayerState checked) {
            var before = checked.step().beats().get(checked.place().beat() - 1);
            return before instanceof Beat.Do act && !act.solution().isEmpty();
        }

        private void answer() {
            rehearsal.play();
            player.commit(player.modelAnswer());
            rehearsal.play();
        }

        private void note(PlayerState state, Journey before) {
            var end = player.journey().present();
            beats.add(
                    new Passage(
                            state.place(),
                            state.step().key(),
                            state.beat(),
                            before.present().visit().began(),
                            end.at(),
                            before,
                            player.journey()));
        }
    }
}
