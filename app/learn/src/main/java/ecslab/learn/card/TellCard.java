package ecslab.learn.card;

import ecslab.learn.part.Parts;
import ecslab.learn.prose.ProseView;
import ecslab.lesson.Beat;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.Standing;
import ecslab.stage.play.Frame;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A beat that asks for nothing: what is to be watched, or that something is done.
public final class TellCard extends VBox implements BeatCard {

    private final HBox standing = Parts.row("standing");
    private final boolean isWatch;

    public TellCard(Beat beat, Around around) {
        isWatch = beat instanceof Beat.Watch;
        var words = around.say().words();
        var card = new VBox(new Kicker(beat.kind(), words.around()));
        card.getStyleClass().addAll("beat-card", "kind-" + beat.kind().word());
        if (!beat.say().isEmpty()) {
            card.getChildren().add(new ProseView(words.text(beat.say()), around.openTerm()));
        }
        var watching = Parts.prose(words.around().text("learn.watch.playing"), "aside");
        standing.getChildren().setAll(Parts.icon("playing-icon"), watching);
        card.getChildren().add(standing);
        getStyleClass().add("tell-card");
        getChildren().setAll(card, around.goals());
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(PlayerState state) {
        Parts.present(standing, isWatch && state.standing() instanceof Standing.Open);
    }

    @Override
    public void show(Frame frame) {}

    @Override
    public boolean focus() {
        return false;
    }
}
