package ecslab.desktop.command;

import ecslab.ecs.event.Event.ApiRefusal;
import ecslab.wire.Problem;
import ecslab.wire.scenario.Sources;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.util.List;

/// Says which of the scenario's commands was refused: the field's file and line, AWS's words, and
/// how to mend it. The run goes on, as AWS would.
final class Refused {

    private static final List<String> REMEDIES = List.of("ecslab/stage/explain");

    private final Sources sources;
    private final Terminal terminal;

    Refused(Sources sources, Terminal terminal) {
        this.sources = sources;
        this.terminal = terminal;
    }

    void say(ApiRefusal refusal) {
        var texts = Texts.load(Language.ENGLISH, REMEDIES);
        var error = refusal.error();
        var line =
                sources.problem(refusal, texts)
                        .map(Problem::said)
                        .orElseGet(() -> error.code() + ": " + error.message());
        terminal.err().line(line);
    }
}
