package ecslab.stage.log;

import ecslab.ecs.event.Decision;
import ecslab.ecs.model.Ref;
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

    /// Named as the lines around it name it.
    private String source(Ref about) {
        var name = EventText.nameOf(memory, about);
        return switch (about.kind()) {
            case TASK -> texts.of("event.source.task", "name", name);
            case SERVICE -> texts.of("event.source.service", "name", name);
            case INSTANCE -> texts.of("event.source.instance", "name", name);
            default -> name;
        };
    }

    Line line(Decision decision) {
        return new Line(
                Topic.DECISION,
                Tone.MUTED,
                source(decision.about()),
                outcome(decision),
                EventText.joined(question(decision), decision.arithmetic()));
    }
}
