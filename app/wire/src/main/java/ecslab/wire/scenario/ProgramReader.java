package ecslab.wire.scenario;

import ecslab.ecs.model.Exit;
import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.MemoryUse;
import ecslab.ecs.scenario.OnSigterm;
import ecslab.ecs.scenario.ProgramEnd;
import ecslab.wire.json.Fields;
import java.time.Duration;

/// Reads how the program of an image ends, grows, feels and takes SIGTERM.
final class ProgramReader {

    /// A program that doesn't handle SIGTERM ends at once.
    static final OnSigterm ON_SIGTERM_DEFAULT =
            new OnSigterm(false, Duration.ZERO, Exit.TERMINATED);

    private static final int EXIT_CODE_MAX = 255;
    private static final int MEMORY_MIB_MAX = 1_000_000;
    private static final String ERROR =
            "\"exec: \\\"serve\\\": executable file not found in $PATH\"";

    private ProgramReader() {}

    static OnSigterm onSigterm(Fields fields) {
        var ignores = fields.flag("ignores", false);
        var drainsFor = fields.span("drainsFor", Duration.ZERO);
        var code = (int) fields.whole("exitCode", 0, EXIT_CODE_MAX, Exit.TERMINATED);
        if (ignores && fields.names().size() > 1) {
            fields.wrong("ignores", "leaves nothing else to say", "false");
        }
        fields.refuseOthers();
        return new OnSigterm(ignores, drainsFor, code);
    }

    static ProgramEnd end(Fields image) {
        var error = image.text("cannotStart", "");
        var exits = image.inside("exits", "exits").map(ProgramReader::exits);
        if (!error.isEmpty() && exits.isPresent()) {
            image.wrong("cannotStart", "leaves nothing to exit", ERROR);
        }
        var hangs = image.flag("hangsAtStart", false);
        if (hangs && !(error.isEmpty() && exits.isEmpty())) {
            image.wrong("hangsAtStart", "leaves nothing else to happen", "false");
        }
        if (hangs) {
            return new ProgramEnd.HangsAtStart();
        }
        return error.isEmpty() ? exits.orElse(ProgramEnd.NEVER) : new ProgramEnd.CannotStart(error);
    }

    private static ProgramEnd exits(Fields fields) {
        var after = fields.needSpan("after", "\"30s\"");
        var code = (int) fields.whole("exitCode", 0, EXIT_CODE_MAX, 0);
        fields.refuseOthers();
        return new ProgramEnd.After(after, code);
    }

    static MemoryUse memory(Fields fields) {
        var starts = (int) fields.whole("startsAtMib", 0, MEMORY_MIB_MAX, 0);
        var grows = (int) fields.whole("growsMibPerMinute", 0, MEMORY_MIB_MAX, 0);
        fields.refuseOthers();
        return new MemoryUse(starts, grows);
    }

    static HealthAnswers health(Fields fields, Duration startsIn) {
        var passes = fields.span("passesAfter", startsIn);
        var fails = fields.span("failsAfter", HealthAnswers.NEVER);
        var takes = fields.span("takes", Duration.ZERO);
        fields.refuseOthers();
        return new HealthAnswers(passes, fails, takes);
    }
}
