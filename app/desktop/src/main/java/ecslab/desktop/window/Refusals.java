package ecslab.desktop.window;

import ecslab.ecs.event.Event.ApiRefusal;
import ecslab.ecs.event.Event.Origin;
import ecslab.stage.play.Frame;
import ecslab.wire.scenario.Sources;
import ecslab.wire.text.Texts;
import java.util.List;

/// Finds the scenario's refused commands as the run comes to them, each once. What the learner is
/// refused is told by the answer.
final class Refusals {

    private final Sources sources;
    private String branch = "";
    private int seen;

    /// @param sources where the scenario's commands are written
    Refusals(Sources sources) {
        this.sources = sources;
    }

    /// Says what is new, and where the refused command is written, if it is the scenario's.
    ///
    /// @param frame of the same playback as those before
    void tellNew(Frame frame, Notices notices, Texts now) {
        for (var refusal : newIn(frame)) {
            sources.problem(refusal, now)
                    .ifPresentOrElse(
                            first ->
                                    notices.refused(
                                            texts -> sources.problem(refusal, texts).orElse(first),
                                            refusal.error()),
                            () -> notices.refused(refusal.command(), refusal.error()));
        }
    }

    private List<ApiRefusal> newIn(Frame frame) {
        if (!frame.header().branch().equals(branch)) {
            branch = frame.header().branch();
            seen = frame.position();
        }
        if (frame.position() <= seen) {
            return List.of();
        }
        var news = frame.events().subList(seen, frame.position());
        seen = frame.position();
        return news.stream()
                .filter(ApiRefusal.class::isInstance)
                .map(ApiRefusal.class::cast)
                .filter(refusal -> refusal.origin() != Origin.LEARNER)
                .toList();
    }
}
