package ecslab.desktop.window;

import ecslab.desktop.home.ErrorLog;
import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.stage.words.Words;
import ecslab.wire.Problem;
import ecslab.wire.text.Texts;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/// Puts into the reader's language what the window has to say: refusals, and mistakes of ours.
final class Notices {

    private final Words words;
    private final NoticeBar bar;
    private final ErrorLog errors;
    private boolean isMistakeSaid;

    Notices(Words words, NoticeBar bar, ErrorLog errors) {
        this.words = words;
        this.bar = bar;
        this.errors = errors;
    }

    /// Forgets what was said of the run before.
    void begin() {
        bar.clear();
        isMistakeSaid = false;
    }

    void say(Phrase what) {
        if (!what.equals(Phrase.NOTHING)) {
            bar.say(words.texts().map(texts -> texts.of(what)));
        }
    }

    /// What went well; it goes by itself.
    void tell(Phrase what) {
        bar.tell(said(what));
    }

    void say(Phrase what, Phrase remedy) {
        bar.say(said(what), said(remedy));
    }

    /// The learner's command wasn't done.
    void refused(Command command, ApiError error) {
        var what =
                Phrase.of(
                        "notice.refused",
                        "action",
                        command.action(),
                        "code",
                        error.code(),
                        "message",
                        error.message());
        bar.say(said(what), said(error.remedy()));
    }

    /// A command of the scenario wasn't done.
    ///
    /// @param problem says where it is written, in a language
    void refused(Function<Texts, Problem> problem, ApiError error) {
        bar.say(
                words.texts().map(texts -> where(problem.apply(texts), texts)),
                said(error.remedy()));
    }

    private static String where(Problem problem, Texts texts) {
        return problem.file()
                + " · "
                + texts.of("problems.line", "line", problem.line())
                + " · "
                + problem.what();
    }

    /// A mistake of ours: it is kept with its trace, and said once a run.
    ///
    /// @param report what meets the mistake again
    void mistake(Throwable mistake, String report, long seed) {
        if (isMistakeSaid) {
            return;
        }
        isMistakeSaid = true;
        var trace = errors.write(report, mistake);
        var remedy =
                trace.map(file -> Phrase.of("notice.failed.remedy", "seed", seed, "file", file))
                        .orElseGet(() -> Phrase.of("notice.failed.remedy.noFile", "seed", seed));
        say(Phrase.of("notice.failed", "what", mistake), remedy);
    }

    private ObservableValue<String> said(Phrase phrase) {
        return words.texts().map(texts -> texts.of(phrase));
    }
}
