package ecslab.learn;

import ecslab.ecs.Answer;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Focus;
import ecslab.lesson.play.Player;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.RunView;
import ecslab.lesson.play.Take;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Pacer;
import ecslab.stage.play.Playback;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Ties a player to the run on the screen: opens the runs that the player asks for, holds them at
/// its limits, lets them play when it says so, and tells it what has been seen.
///
/// For the FX thread. Whoever shows the run is given each new playback by [#onPlayback(Consumer)]
/// and calls [#pulse()] once a frame.
public final class LessonSession {

    private final Player player;
    private final Function<Scenario, Run> runs;
    private final Executor background;
    private final ReadOnlyObjectWrapper<PlayerState> state;
    private final ObjectProperty<Optional<Focus>> pointed =
            new SimpleObjectProperty<>(this, "pointed", Optional.empty());
    private Consumer<Playback> shown = _ -> {};
    private Optional<Opened> opened = Optional.empty();
    private int asked;

    /// A run that was opened for a take.
    private record Opened(Take take, Pacer pacer) {}

    /// Opens nothing until [#start()].
    ///
    /// @param runs starts a run of a scenario, on any thread
    /// @param background computes runs up to where they are shown, which may take a while
    public LessonSession(Player player, Function<Scenario, Run> runs, Executor background) {
        this.player = player;
        this.runs = runs;
        this.background = background;
        state = new ReadOnlyObjectWrapper<>(this, "state", player.state());
    }

    /// Hears each run that is to be shown from now on. Whoever hears it closes the one before.
    public void onPlayback(Consumer<Playback> listener) {
        shown = listener;
    }

    /// Opens the run and follows the player.
    public void start() {
        player.listen(this::follow);
    }

    /// What the player says at the moment.
    public ReadOnlyObjectProperty<PlayerState> state() {
        return state.getReadOnlyProperty();
    }

    public PlayerState now() {
        return state.get();
    }

    /// What a view within the beat looks at, such as one of several blanks; goes before the beat's
    /// own focus.
    public ObjectProperty<Optional<Focus>> pointed() {
        return pointed;
    }

    /// The one thing to look at.
    public Focus focus() {
        return pointed.get().orElseGet(() -> now().focus());
    }

    /// All that a learner can ask of the lesson.
    public Player player() {
        return player;
    }

    /// What is shown at the moment; empty while the first run is being opened.
    public Optional<Frame> frame() {
        return opened.map(run -> run.pacer().frame());
    }

    /// Carries a command out in the run that is shown; while another is being opened, nothing.
    ///
    /// @param answered hears the answer on the FX thread
    public void submit(Command command, Consumer<Answer> answered) {
        opened.filter(run -> run.take().number() == asked)
                .ifPresent(run -> run.pacer().submit(command, answered));
    }

    /// Tells the player what can be seen now; to be called once a frame.
    public void pulse() {
        opened.ifPresent(run -> {
            var frame = run.pacer().frame();
            player.saw(
                    new RunView(
                            run.take().number(),
                            frame.header(),
                            frame.at(),
                            frame.events(),
                            frame.position(),
                            frame.commands()));
        });
    }

    private void follow(PlayerState next) {
        var before = state.get();
        state.set(next);
        if (next.take().number() != asked) {
            open(next.take());
        } else {
            opened.ifPresent(run -> steer(run.pacer(), before, next));
        }
    }

    private static void steer(Pacer pacer, PlayerState before, PlayerState next) {
        if (!next.limit().equals(before.limit())) {
            pacer.holdAt(next.limit());
        }
        if (next.plays() && !before.plays()) {
            play(pacer, next);
        }
    }

    private static void play(Pacer pacer, PlayerState state) {
        pacer.setSpeed(state.speed());
        pacer.play();
    }

    private void open(Take take) {
        asked = take.number();
        background.execute(() -> {
            var run = take.open(runs);
            Platform.runLater(() -> become(take, run));
        });
    }

    /// A run that came too late, since the player asked for another one meanwhile, is left alone.
    private void become(Take take, Run run) {
        if (take.number() != asked) {
            return;
        }
        var pacer = Pacer.start(run, Platform::runLater);
        opened = Optional.of(new Opened(take, pacer));
        pacer.holdAt(now().limit());
        shown.accept(pacer);
        if (now().plays()) {
            play(pacer, now());
        }
    }
}
