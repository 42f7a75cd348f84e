package ecslab.lesson;

import ecslab.ecs.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A task to be done alone, from a partial or empty cluster, at three levels from one scenario.
///
/// @param ask key of the whole task
/// @param parts how it is done step by step
/// @param goals what must hold in the end
/// @param accepted other ways that are known to be right
public record Lab(
        String file,
        Scenario scenario,
        Focus focus,
        String ask,
        List<GuidedPart> parts,
        List<String> hints,
        List<Goal> goals,
        List<List<Act>> accepted,
        List<WrongPath> wrong,
        Duration within) {

    /// The key under which the lab's title is written.
    public static final String TITLE = "lab";

    /// How much help there is.
    public enum Level {
        GUIDED("guided"),
        HINTS("hints"),
        BLANK("blank");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// One step of the guided way.
    ///
    /// @param say key of what to do
    public record GuidedPart(Focus focus, String say, List<Goal> goals, List<Act> solution) {}

    /// The whole model solution.
    public List<Act> solution() {
        return parts.stream().flatMap(part -> part.solution().stream()).toList();
    }

    /// The lab as steps that a player can play.
    public List<Step> steps(Level level) {
        return switch (level) {
            case GUIDED -> List.of(step(guided()));
            case HINTS -> List.of(step(alone(hints)));
            case BLANK -> List.of(step(alone(List.of())));
        };
    }

    private static Step step(List<Beat> beats) {
        return new Step(TITLE, List.of(), List.of(), beats);
    }

    private List<Beat> guided() {
        var beats = new ArrayList<Beat>();
        for (var part : parts) {
            beats.add(
                    new Beat.Do(
                            part.focus(),
                            part.say(),
                            List.of(),
                            List.of(),
                            part.solution(),
                            List.of(),
                            wrong,
                            within,
                            false));
            beats.add(new Beat.Check(part.focus(), "", part.goals()));
        }
        beats.add(
                new Beat.Do(
                        focus, ask, List.of(), List.of(), List.of(), List.of(), wrong, within,
                        false));
        beats.add(new Beat.Check(focus, "", goals));
        return beats;
    }

    private List<Beat> alone(List<String> help) {
        return List.of(
                new Beat.Do(
                        focus, ask, help, List.of(), solution(), accepted, wrong, within, false),
                new Beat.Check(focus, "", goals));
    }
}
