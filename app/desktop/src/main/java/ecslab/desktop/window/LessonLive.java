package ecslab.desktop.window;

import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.live.LivePlan;
import ecslab.desktop.live.LiveState;
import ecslab.ecs.Phrase;
import ecslab.learn.LessonSession;
import ecslab.lesson.play.Take;
import ecslab.stage.play.Pacer;
import ecslab.stage.play.Playback;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Opens the runs of lessons, and a live cluster where an act is to be done with real containers:
/// asks the learner once, starts it, hands its run over, and removes it when the lesson goes on
/// without.
final class LessonLive implements LessonSession.Runs {

    private final LessonSession.Runs simulated;
    private final LiveDesk desk;
    private final Host host;
    private Optional<Wanted> wanted = Optional.empty();
    private boolean startsWhenReady;

    /// @param opened hears the run
    private record Wanted(LivePlan plan, Consumer<Playback> opened) {}

    /// What it asks of the window.
    interface Host {

        /// Shows what was found, what will be done, and asks for consent.
        void askForConsent();

        /// Shows the lesson, where the run is shown now.
        void showLesson();

        /// The act is not done live any more.
        void leaveLive();

        void say(Phrase what);
    }

    LessonLive(LessonSession.Runs simulated, LiveDesk desk, Host host) {
        this.simulated = simulated;
        this.desk = desk;
        this.host = host;
        desk.state().addListener((_, _, now) -> follow(now));
    }

    @Override
    public boolean goesLive() {
        return desk.isThere();
    }

    /// What is waited for, if an act is to be done live.
    Optional<LivePlan> plan() {
        return wanted.map(Wanted::plan);
    }

    @Override
    public void open(Take take, Consumer<Playback> opened) {
        release();
        if (!take.isLive()) {
            simulated.open(take, opened);
            return;
        }
        wanted = Optional.of(new Wanted(LivePlan.of(take), opened));
        startsWhenReady = desk.isAllowed() && !(desk.state().get() instanceof LiveState.Running);
        if (!startsWhenReady) {
            host.askForConsent();
        }
        desk.look();
    }

    /// The learner lets it start, and lets another live run end for it.
    void start() {
        startsWhenReady = true;
        switch (desk.state().get()) {
            case LiveState.Running _ -> desk.end((_, file) -> host.say(saved(file)));
            case LiveState.Ready _ -> startOnEngine();
            case LiveState.Looking _, LiveState.Failed _ -> desk.look();
            case LiveState.Starting _, LiveState.Ending _ -> {}
        }
    }

    private void startOnEngine() {
        startsWhenReady = false;
        var plan = plan();
        desk.usable()
                .filter(_ -> plan.isPresent())
                .ifPresentOrElse(
                        engine -> desk.start(engine, plan.orElseThrow()), host::askForConsent);
    }

    private void follow(LiveState now) {
        if (wanted.isEmpty()) {
            return;
        }
        switch (now) {
            case LiveState.Ready _ when startsWhenReady -> startOnEngine();
            case LiveState.Running(_, var run, _, var plan)
                    when plan().filter(plan::equals).isPresent() -> {
                host.showLesson();
                wanted.get().opened().accept(Pacer.start(run, Platform::runLater));
            }
            case LiveState.Ending() when !startsWhenReady -> {
                wanted = Optional.empty();
                host.leaveLive();
            }
            case LiveState.Failed _ -> host.askForConsent();
            case LiveState _ -> {}
        }
    }

    /// The learner has turned away from the page that asks.
    void decline() {
        var isComing =
                switch (desk.state().get()) {
                    case LiveState.Starting _ -> true;
                    case LiveState.Running(_, _, _, var plan) -> plan.isLesson();
                    case LiveState _ -> false;
                };
        if (wanted.isPresent() && !isComing && !startsWhenReady) {
            wanted = Optional.empty();
            host.leaveLive();
        }
    }

    /// From now on the run is nobody's act any more.
    void letGo() {
        wanted = Optional.empty();
    }

    /// The lesson goes on without: what was started for it is removed.
    void release() {
        if (wanted.isEmpty()) {
            return;
        }
        wanted = Optional.empty();
        startsWhenReady = false;
        desk.forgo();
        if (desk.state().get() instanceof LiveState.Running running && running.plan().isLesson()) {
            desk.end((_, file) -> host.say(saved(file)));
        }
    }

    private static Phrase saved(java.nio.file.Path file) {
        return Phrase.of("live.saved", "file", file);
    }
}
