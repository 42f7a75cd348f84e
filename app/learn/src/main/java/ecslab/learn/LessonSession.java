package ecslab.learn;

import ecslab.ecs.Answer;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.state.ClusterState;
import ecslab.lesson.Focus;
import ecslab.lesson.Things;
import ecslab.lesson.play.Player;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.RunView;
import ecslab.lesson.play.Take;
import ecslab.stage.picture.Mark;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Pacer;
import ecslab.stage.play.Playback;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    private final Runs runs;
    private final ReadOnlyObjectWrapper<PlayerState> state;
    private final ObjectProperty<Optional<Focus>> pointed =
            new SimpleObjectProperty<>(this, "pointed", Optional.empty());
    private final ObjectProperty<List<Focus>> numbered =
            new SimpleObjectProperty<>(this, "numbered", List.of());
    private Consumer<Playback> shown = _ -> {};
    private Optional<Opened> opened = Optional.empty();
    private int asked;

    /// A run that was opened for a take.
    private record Opened(Take take, Playback playback) {}

    /// Opens runs.
    public interface Runs {

        /// Opens the run of a take, as it stands at the take's moment.
        ///
        /// @param opened hears it on the FX thread, at once or later
        void open(Take take, Consumer<Playback> opened);

        /// Whether there is a sign of an engine that live takes can be opened on.
        default boolean goesLive() {
            return false;
        }

        /// Runs that play by the computer's clock.
        ///
        /// @param start starts a run of a scenario, on any thread
        /// @param background computes runs up to where they are shown, which may take a while
        static Runs played(Function<Scenario, Run> start, Executor background) {
            return (take, opened) ->
                    background.execute(() -> {
                        var task = opening(take, start, opened);
                        Platform.runLater(task);
                    });
        }

        /// What breaks while a run is computed is met on the FX thread, where mistakes are told.
        private static Runnable opening(
                Take take, Function<Scenario, Run> start, Consumer<Playback> opened) {
            try {
                var run = take.open(start);
                return () -> opened.accept(Pacer.start(run, Platform::runLater));
            } catch (RuntimeException mistake) {
                return () -> {
                    throw mistake;
                };
            }
        }
    }

    /// Opens nothing until [#start()].
    public LessonSession(Player player, Runs runs) {
        this.player = player;
        this.runs = runs;
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

    /// What is numbered in the picture, in the order of the numbers.
    public ObjectProperty<List<Focus>> numbered() {
        return numbered;
    }

    /// The numbers beside the things that are there.
    public List<Mark> marks(ClusterState found) {
        var all = numbered.get();
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(i ->
                        thing(found, all.get(i))
                                .map(ref -> new Mark(ref, String.valueOf(i + 1)))
                                .stream())
                .toList();
    }

    /// The thing of the run that [#focus()] means; empty if it means another or none is there.
    public Optional<Ref> thing(ClusterState found) {
        return thing(found, focus());
    }

    private Optional<Ref> thing(ClusterState found, Focus about) {
        return switch (about) {
            case Focus.Thing(var selector) -> Things.find(found, now().take().scenario(), selector);
            case Focus.Panel _ -> Optional.empty();
        };
    }

    /// All that a learner can ask of the lesson.
    public Player player() {
        return player;
    }

    /// Whether acts can be done with real containers.
    public boolean goesLive() {
        return runs.goesLive();
    }

    /// What is shown at the moment; empty while the first run is being opened.
    public Optional<Frame> frame() {
        return opened.map(run -> run.playback().frame());
    }

    /// Carries a command out in the run that is shown; while another is being opened, nothing.
    ///
    /// @param answered hears the answer on the FX thread
    public void submit(Command command, Consumer<Answer> answered) {
        opened.filter(run -> run.take().number() == asked)
                .ifPresent(run -> run.playback().submit(command, answered));
    }

    /// Tells the player what can be seen now; to be called once a frame.
    public void pulse() {
        opened.ifPresent(run -> {
            var frame = run.playback().frame();
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
            opened.ifPresent(run -> steer(run.playback(), before, next));
        }
    }

    private static void steer(Playback playback, PlayerState before, PlayerState next) {
        if (!next.limit().equals(before.limit())) {
            playback.holdAt(next.limit());
        }
        if (next.plays() && !before.plays()) {
            play(playback, next);
        }
    }

    private static void play(Playback playback, PlayerState state) {
        playback.setSpeed(state.speed());
        playback.play();
    }

    private void open(Take take) {
        asked = take.number();
        runs.open(take, playback -> become(take, playback));
    }

    /// A run that came too late, since the player asked for another one meanwhile, isn't shown.
    private void become(Take take, Playback playback) {
        if (take.number() != asked) {
            playback.close();
            return;
        }
        opened = Optional.of(new Opened(take, playback));
        playback.holdAt(now().limit());
        shown.accept(playback);
        if (now().plays()) {
            play(playback, now());
        }
    }
}
