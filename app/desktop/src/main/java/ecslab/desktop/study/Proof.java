package ecslab.desktop.study;

import ecslab.ecs.Run;
import ecslab.ecs.model.Ref;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.state.ClusterState;
import ecslab.learn.LessonSession;
import ecslab.learn.ProofPanel;
import ecslab.learn.quiz.QuizView.Asked;
import ecslab.lesson.Focus;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Notice;
import ecslab.lesson.play.Player;
import ecslab.stage.picture.Mark;
import ecslab.stage.play.Frame;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.Region;

/// A run that proves what a question's answer says.
final class Proof implements Beside {

    private final LessonSession session;
    private final ProofPanel panel;

    Proof(
            Asked asked,
            Notice notice,
            Function<Scenario, Run> start,
            Around around,
            Runnable leave) {
        var player = Player.begin(asked.lesson(), new Part.Steps(), start);
        player.show(notice);
        session = new LessonSession(player, around.runs());
        session.onPlayback(around.playback());
        panel = new ProofPanel(asked.words(), notice.say(), leave);
    }

    void start() {
        session.start();
    }

    @Override
    public Region side() {
        return panel;
    }

    @Override
    public Optional<Region> over() {
        return Optional.empty();
    }

    @Override
    public Focus focus() {
        return session.focus();
    }

    @Override
    public Optional<Ref> thing(ClusterState state) {
        return session.thing(state);
    }

    @Override
    public List<Mark> marks(ClusterState state) {
        return List.of();
    }

    @Override
    public void pulse() {
        session.pulse();
    }

    @Override
    public void show(Frame frame) {}

    @Override
    public void opened(Focus.Part part) {}

    @Override
    public void takeFocus() {
        panel.focus();
    }
}
