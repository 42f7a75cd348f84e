package ecslab.desktop.study;

import ecslab.ecs.model.Ref;
import ecslab.ecs.state.ClusterState;
import ecslab.learn.LessonPanel;
import ecslab.learn.LessonSession;
import ecslab.learn.prose.LessonWords;
import ecslab.lesson.Focus;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Player;
import ecslab.stage.picture.Mark;
import ecslab.stage.play.Frame;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/// A lesson, or its lab, that is being taken: its panel beside the picture, and the session that
/// plays it.
final class Sitting implements Beside {

    private final Lesson lesson;
    private final LessonSession session;
    private final LessonPanel panel;

    Sitting(Lesson lesson, Player player, Around around, LessonPanel.Leads leads) {
        this.lesson = lesson;
        session = new LessonSession(player, around.runs());
        session.onPlayback(around.playback());
        var words = new LessonWords(lesson, around.words());
        panel = new LessonPanel(words, lesson, session, around.selection(), leads);
        panel.map().setVisible(false);
    }

    void start() {
        session.start();
    }

    Lesson lesson() {
        return lesson;
    }

    Player player() {
        return session.player();
    }

    Part part() {
        return session.now().part();
    }

    @Override
    public Region side() {
        return panel;
    }

    @Override
    public Optional<Region> over() {
        return Optional.of(panel.map());
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
        return session.marks(state);
    }

    @Override
    public void pulse() {
        session.pulse();
        panel.map().setVisible(panel.isMapShown());
    }

    @Override
    public void show(Frame frame) {
        panel.show(frame);
    }

    @Override
    public void opened(Focus.Part part) {
        session.player().opened(part);
    }

    @Override
    public void takeFocus() {
        panel.focus();
    }
}
