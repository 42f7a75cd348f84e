package ecslab.desktop.shot;

import ecslab.ecs.Run;
import ecslab.ecs.model.Ref;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Lesson;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.Take;
import ecslab.stage.panel.Inspector;
import ecslab.stage.play.Frame;
import ecslab.wire.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// What a picture is taken of.
///
/// @param lesson where a learner is in a lesson; empty for a scenario by itself
/// @param chosen what the reader would have clicked
public record Sight(
        Path path,
        ScenarioFile scenario,
        Frame frame,
        Optional<InLesson> lesson,
        Optional<Ref> chosen,
        Optional<Inspector.Tab> tab) {

    /// Where a learner is.
    ///
    /// @param journey with all that they have done
    /// @param at the moment of the run that is looked at; not after where the journey is
    public record InLesson(Lesson lesson, Journey journey, SimInstant at) {

        /// The learner's run.
        public Run run(Function<Scenario, Run> runs) {
            var commands = journey.present().commands();
            return new Take(1, lesson.scenario(), commands, at).open(runs);
        }
    }
}
