package ecslab.stage.log;

import ecslab.ecs.event.Decision;
import ecslab.wire.text.Texts;

/// Tells a decision: what was asked, and what came out. The rest is the inspector's.
public final class DecisionText {

    private final Texts texts;
    private final EventMemory memory;

    /// A teller in one language.
    public DecisionText(Texts texts, EventMemory memory) {
        this.texts = texts;
        this.memory = memory;
    }

    /// The question that was asked: `How many tasks does web start or stop now?`
    public String question(Decision decision) {
        return texts.of("decision." + decision.kind().word());
    }

    public String outcome(Decision decision) {
        return texts.of(decision.outcome());
    }

    Line line(Decision decision) {
        return new Line(
                Topic.DECISION,
                Tone.MUTED,
                EventText.nameOf(memory, decision.about()),
                outcome(decision),
                EventText.joined(question(decision), decision.arithmetic()));
    }
}
