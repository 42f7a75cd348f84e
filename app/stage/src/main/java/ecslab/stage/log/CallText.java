package ecslab.stage.log;

import ecslab.ecs.command.Command;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Origin;
import ecslab.wire.command.CliForm;
import ecslab.wire.text.Texts;

/// Tells who called the API, and what came of it.
final class CallText {

    private static final int TYPED_MAX = 240;

    private final Texts texts;
    private final About about;
    private final EventMemory memory;

    CallText(Texts texts, EventMemory memory) {
        this.texts = texts;
        this.memory = memory;
        this.about = new About(memory);
    }

    Line line(Event.ApiCall call) {
        return new Line(
                Topic.API,
                call.origin() == Origin.LEARNER ? Tone.ACCENT : Tone.MUTED,
                source(call.origin()),
                said(call, call.command()),
                typed(call.command()));
    }

    Line line(Event.ApiRefusal refusal) {
        var error = refusal.error();
        return new Line(
                Topic.API,
                Tone.DANGER,
                source(refusal.origin()),
                said(refusal, refusal.command()) + " → " + error.code() + ": " + error.message(),
                texts.of(error.remedy()));
    }

    /// `ecs:UpdateService web desiredCount=4`
    private String said(Event event, Command command) {
        var text = new StringBuilder(command.api() + ":" + command.action());
        var refs = about.refs(event);
        if (command instanceof TaskDefinitionCommand.RegisterTaskDefinition register) {
            text.append(' ').append(register.family());
        } else if (!refs.isEmpty()) {
            text.append(' ').append(EventText.nameOf(memory, refs.getFirst()));
        }
        if (command instanceof ServiceCommand.UpdateService update) {
            if (update.desiredCount().isGiven()) {
                text.append(" desiredCount=").append(update.desiredCount().orElse(0));
            }
            if (update.taskDefinition().isGiven()) {
                text.append(" taskDefinition=").append(update.taskDefinition().orElse(""));
            }
        }
        return text.toString();
    }

    /// What one would type, or what a call of ours was given; cut where nobody reads on.
    private static String typed(Command command) {
        var form = CliForm.of(command);
        var isOurs = command.api().equals("lab");
        var typed = isOurs ? form.substring(Math.max(0, form.indexOf('{'))) : form;
        return typed.length() > TYPED_MAX ? typed.substring(0, TYPED_MAX) + "…" : typed;
    }

    private String source(Origin origin) {
        return switch (origin) {
            case SETUP -> texts.of("event.origin.setup");
            case SCENARIO -> texts.of("event.origin.scenario");
            case LEARNER -> texts.of("event.origin.learner");
        };
    }
}
