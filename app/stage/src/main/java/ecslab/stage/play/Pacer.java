package ecslab.stage.play;

import ecslab.ecs.Answer;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Plays a run by the computer's clock, on a thread of its own that owns the run.
///
/// Whoever wants something puts a wish into the inbox and goes on. What came of it is published as
/// a [Frame], about 60 times a second while something changes. This is the one place where the
/// run's time is tied to the wall's: nothing that is computed depends on it.
public final class Pacer implements Playback {

    private static final long FRAME_NANOS = 16_666_667;

    private final BlockingQueue<Wish> inbox = new LinkedBlockingQueue<>();
    private final AtomicReference<Frame> newest;
    private final AtomicReference<Optional<RunFailure>> failure =
            new AtomicReference<>(Optional.empty());
    private final Reel reel;
    private final Executor answers;
    private final LongSupplier nanoTime;
    private final Thread thread;

    private Pacer(Run run, Executor answers, LongSupplier nanoTime) {
        this.reel = new Reel(run);
        this.newest = new AtomicReference<>(reel.frame());
        this.answers = answers;
        this.nanoTime = nanoTime;
        this.thread = Thread.ofPlatform().name("pacer").daemon().unstarted(this::work);
    }

    /// Takes a run over, paused where it stands. Nobody else may touch it from now on.
    ///
    /// @param answers where answers are heard, such as `Platform::runLater`
    public static Pacer start(Run run, Executor answers) {
        return start(run, answers, System::nanoTime);
    }

    static Pacer start(Run run, Executor answers, LongSupplier nanoTime) {
        var pacer = new Pacer(run, answers, nanoTime);
        pacer.thread.start();
        return pacer;
    }

    @Override
    public Frame frame() {
        return newest.get();
    }

    @Override
    public Optional<RunFailure> failure() {
        return failure.get();
    }

    @Override
    public void play() {
        inbox.add(new Wish.Play());
    }

    @Override
    public void pause() {
        inbox.add(new Wish.Pause());
    }

    @Override
    public void setSpeed(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a run plays on, so its speed isn't " + speed);
        }
        inbox.add(new Wish.Speed(speed));
    }

    @Override
    public void seek(SimInstant instant) {
        inbox.add(new Wish.Seek(instant));
    }

    @Override
    public void holdAt(SimInstant limit) {
        inbox.add(new Wish.HoldAt(limit));
    }

    @Override
    public void step(int direction) {
        inbox.add(new Wish.Step(direction));
    }

    @Override
    public void submit(Command command, Consumer<Answer> answered) {
        inbox.add(new Wish.Submit(command, answered));
    }

    @Override
    public void undo() {
        inbox.add(new Wish.Undo());
    }

    @Override
    public void switchTo(String branch) {
        inbox.add(new Wish.SwitchTo(branch));
    }

    /// Ends the thread once it has done what it was asked before.
    @Override
    public void close() {
        inbox.add(new Wish.Close());
    }

    private void work() {
        var last = nanoTime.getAsLong();
        while (true) {
            var wishes = awaitWishes(last + FRAME_NANOS);
            var now = nanoTime.getAsLong();
            var gone = Duration.ofNanos(now - last);
            last = now;
            if (!workOff(wishes, gone)) {
                return;
            }
        }
    }

    /// @return whether to go on
    private boolean workOff(List<Wish> wishes, Duration gone) {
        try {
            reel.tick(gone);
            for (var wish : wishes) {
                if (!carryOut(wish)) {
                    return false;
                }
            }
            newest.set(reel.frame());
        } catch (RuntimeException | Error ours) {
            stopFor(ours, reel.commands());
        }
        return true;
    }

    /// While a scrubber is dragged seeks come faster than they can be shown: all that has come by
    /// now is carried out before the next frame is made.
    private List<Wish> awaitWishes(long nextFrameAt) {
        var wishes = new ArrayList<Wish>();
        try {
            if (reel.isPlaying()) {
                var left = Math.max(0, nextFrameAt - nanoTime.getAsLong());
                Optional.ofNullable(inbox.poll(left, TimeUnit.NANOSECONDS)).ifPresent(wishes::add);
            } else {
                wishes.add(inbox.take());
            }
        } catch (InterruptedException told) {
            wishes.add(new Wish.Close());
        }
        inbox.drainTo(wishes);
        return wishes;
    }

    /// @return whether to go on
    private boolean carryOut(Wish wish) {
        switch (wish) {
            case Wish.Play() -> reel.play();
            case Wish.Pause() -> reel.pause();
            case Wish.Speed(double speed) -> reel.setSpeed(speed);
            case Wish.Seek(var to) -> reel.seek(to);
            case Wish.HoldAt(var limit) -> reel.holdAt(limit);
            case Wish.Step(int direction) -> reel.step(direction);
            case Wish.Submit(var command, var answered) -> {
                var answer = submit(command);
                answer.ifPresent(said -> answers.execute(() -> answered.accept(said)));
            }
            case Wish.Undo() -> reel.undo();
            case Wish.SwitchTo(var branch) -> reel.switchTo(branch);
            case Wish.Close() -> {
                return false;
            }
        }
        return true;
    }

    /// A command that breaks the run isn't among its commands yet, and is what matters most.
    private Optional<Answer> submit(Command command) {
        try {
            return Optional.of(reel.submit(command));
        } catch (RuntimeException | Error ours) {
            var all = new ArrayList<>(reel.commands());
            all.add(new TimedCommand(reel.now(), command));
            stopFor(ours, all);
            return Optional.empty();
        }
    }

    private void stopFor(Throwable ours, List<TimedCommand> commands) {
        reel.pause();
        var shown = frame();
        failure.set(
                Optional.of(
                        new RunFailure(shown.header(), reel.now(), List.copyOf(commands), ours)));
        newest.set(shown.withPlaying(false));
    }
}
