package ecslab.learn.card;

import ecslab.learn.answer.NoticeBox;
import ecslab.learn.compose.Composer;
import ecslab.learn.part.Parts;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.Act;
import ecslab.lesson.Beat;
import ecslab.lesson.play.Notice;
import ecslab.lesson.play.PlayerState;
import ecslab.stage.play.Frame;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The learner acts: what is to be reached, the hints asked for, what was said about ways that
/// don't lead there, and the composer. Acting in the picture counts as well.
public final class DoCard extends VBox implements BeatCard {

    private final Around around;
    private final VBox hints = new VBox();
    private final VBox notices = new VBox();
    private final Composer composer;
    private final LiveOffer live;
    private List<String> hinted = List.of();
    private List<Notice> noticed = List.of();

    public DoCard(Beat.Do beat, Around around) {
        this.around = around;
        var words = around.say().words();
        composer = around.composer();
        live = new LiveOffer(words.around(), around.live());
        getStyleClass().addAll("beat-card", "do-card");
        hints.getStyleClass().add("hints");
        notices.getStyleClass().add("notices");
        getChildren()
                .setAll(
                        new Kicker(beat.kind(), words.around()),
                        new ProseView(words.text(beat.say()), around.openTerm()),
                        around.goals(),
                        live,
                        hints,
                        notices,
                        composer);
        Parts.present(composer, isCallNeeded(beat));
        beat.drafts().forEach(draft -> composer.offer(draft.call(), draft.with()));
        settle();
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(PlayerState state) {
        live.show(state);
        if (!state.hints().equals(hinted)) {
            hinted = state.hints();
            hints.getChildren().setAll(hinted.stream().map(this::hint).toList());
        }
        if (!state.notices().equals(noticed)) {
            noticed = state.notices();
            notices.getChildren().setAll(noticed.stream().map(this::notice).toList());
        }
        settle();
    }

    @Override
    public void show(Frame frame) {
        composer.show(frame);
    }

    @Override
    public boolean focus() {
        if (composer.isVisible()) {
            composer.focus();
        }
        return composer.isVisible();
    }

    /// Some beats are done without a call: by opening or copying something.
    private static boolean isCallNeeded(Beat.Do beat) {
        return beat.solution().isEmpty()
                || beat.solution().stream().anyMatch(Act.Call.class::isInstance);
    }

    private void settle() {
        Parts.present(hints, !hints.getChildren().isEmpty());
        Parts.present(notices, !notices.getChildren().isEmpty());
    }

    private Node hint(String key) {
        var text = new ProseView(around.say().words().text(key), around.openTerm());
        HBox.setHgrow(text, Priority.ALWAYS);
        return Parts.row("hint", Parts.icon("hint-icon"), text);
    }

    private Node notice(Notice notice) {
        return new NoticeBox(notice, around.say());
    }
}
