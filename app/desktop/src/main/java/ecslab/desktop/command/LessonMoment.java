package ecslab.desktop.command;

import ecslab.desktop.shot.Sight;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Beat;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.Step;
import ecslab.lesson.play.ModelWalk;
import ecslab.lesson.play.ModelWalk.Passage;
import ecslab.lesson.play.Place;
import ecslab.lesson.read.LessonReader;
import ecslab.simulator.SimulatedRun;
import ecslab.wire.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which moment of a lesson a picture is made of.
final class LessonMoment {

    @Option(
            names = "--step",
            paramLabel = "N",
            converter = Ordinal.class,
            description = "Of a lesson: the end of this step; of step 1 unless said.")
    private Optional<Integer> step = Optional.empty();

    @Option(
            names = "--beat",
            paramLabel = "N",
            converter = Ordinal.class,
            description = "Of a lesson: the end of this beat of the step; of its last unless said.")
    private Optional<Integer> beat = Optional.empty();

    @Option(
            names = "--begun",
            description = "Of a lesson: not the beat's end, but as the learner comes to it.")
    private boolean isBegun;

    boolean isAskedFor() {
        return step.isPresent() || beat.isPresent() || isBegun;
    }

    /// The moment, with all before it done as the model solution does it.
    ///
    /// @throws BadInput with all that is wrong with the lesson
    Sight.InLesson find(Path folder, Optional<SimInstant> at) throws BadInput {
        if (!LessonReader.isLesson(folder)) {
            throw BadUse.of(
                    folder.toString(),
                    "there is no " + LessonReader.FILE + " in this folder",
                    "Name a lesson's folder, such as lessons/L03-anatomy, or a scenario's file.");
        }
        var lesson = LessonReader.read(folder);
        var passage = passage(folder, lesson);
        var journey = isBegun ? passage.before() : passage.after();
        var end = isBegun ? passage.began() : passage.ended();
        checkMoment(folder, at, end);
        return new Sight.InLesson(lesson, journey, at.orElse(end));
    }

    private Passage passage(Path folder, Lesson lesson) {
        var steps = lesson.steps();
        if (steps.isEmpty()) {
            throw BadUse.of(
                    folder.toString(),
                    "this lesson has no steps, only a lab",
                    "Make a picture of its scenario, such as "
                            + folder.resolve(lesson.lab().file())
                            + ".");
        }
        var wanted = inRange(folder, "--step", step.orElse(1), steps.size(), "the lesson");
        var beats = steps.get(wanted - 1).beats().size();
        var last = inRange(folder, "--beat", beat.orElse(beats), beats, "step " + wanted);
        return passages(lesson).stream()
                .filter(one -> comesTo(one, steps.get(wanted - 1), wanted - 1, last - 1))
                .findFirst()
                .orElseThrow(() ->
                        BadUse.of(
                                folder.toString(),
                                "the model solution doesn't come to beat "
                                        + last
                                        + " of step "
                                        + wanted,
                                "See: ecslab lessons check " + folder));
    }

    /// What was done is checked at once: the act's passage ends with its check.
    private static boolean comesTo(Passage passage, Step step, int stepIndex, int beat) {
        var isCheck = step.beats().get(beat) instanceof Beat.Check;
        var isIts = isCheck && passage.place().equals(new Place(stepIndex, beat - 1));
        return isIts || passage.place().equals(new Place(stepIndex, beat));
    }

    private static List<Passage> passages(Lesson lesson) {
        return ModelWalk.of(lesson, new Part.Steps(), SimulatedRun::start).beats();
    }

    private static int inRange(Path folder, String option, int wanted, int count, String whose) {
        if (wanted < 1 || wanted > count) {
            var what = option.substring(2) + (count == 1 ? " 1 only." : "s 1 to " + count + ".");
            throw BadUse.of(
                    folder.toString(),
                    option + " " + wanted + " is not in " + whose,
                    "There " + (count == 1 ? "is " : "are ") + what);
        }
        return wanted;
    }

    private static void checkMoment(Path folder, Optional<SimInstant> at, SimInstant end) {
        if (at.isPresent() && at.get().isAfter(end)) {
            throw BadUse.of(
                    folder.toString(),
                    "--at " + at.get() + " is after what is shown",
                    "That ends at " + end + "; leave out --at, or name an earlier moment.");
        }
    }
}
