package ecslab.lesson.play;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Beat;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A lesson walked through by its own model solution.
///
/// @param beats every beat with the time it took
/// @param stuck beats that the model solution doesn't get through; they were skipped
/// @param take the whole run
public record ModelWalk(List<Passage> beats, List<Place> stuck, Take take) {

    /// A beat in the walk.
    ///
    /// @param key of its step
    /// @param commands all that had been given by its end
    public record Passage(
            Place place,
            String key,
            Beat beat,
            SimInstant began,
            SimInstant ended,
            List<TimedCommand> commands) {}

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

    /// The run as the end of a step leaves it, such as for a picture of it: the step's gates are
    /// open, and its acts done.
    ///
    /// @param step from 0
    public Take takeAtEnd(int step) {
        var last =
                beats.reversed().stream()
                        .filter(one -> one.place().step() == step)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("there is no step " + step));
        return new Take(1, take.scenario(), last.commands(), last.ended());
    }

    private static final class Walker {

        private final Rehearsal rehearsal;
        private final Player player;
        private final List<Passage> beats = new ArrayList<>();
        private final List<Place> stuck = new ArrayList<>();

        private Walker(Player player, Function<Scenario, Run> runs) {
            this.player = player;
            rehearsal = new Rehearsal(player, runs);
        }

        private ModelWalk walk() {
            while (true) {
                var state = rehearsal.state();
                var began = player.journey().present().visit().began();
                pass(state.beat());
                if (!rehearsal.state().canGoOn()) {
                    stuck.add(state.place());
                    player.skip();
                }
                note(state, began);
                if (rehearsal.state().isFinished()) {
                    var end = player.journey().present();
                    return new ModelWalk(
                            beats,
                            stuck,
                            new Take(1, state.take().scenario(), end.commands(), end.at()));
                }
                player.next();
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

        private void answer() {
            rehearsal.play();
            player.commit(player.modelAnswer());
            rehearsal.play();
        }

        private void note(PlayerState state, SimInstant began) {
            var end = player.journey().present();
            beats.add(
                    new Passage(
                            state.place(),
                            state.step().key(),
                            state.beat(),
                            began,
                            end.at(),
                            end.commands()));
        }
    }
}
