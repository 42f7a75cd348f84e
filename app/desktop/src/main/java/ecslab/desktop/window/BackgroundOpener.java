package ecslab.desktop.window;

import ecslab.desktop.scenario.ScenarioInput;
import ecslab.ecs.scenario.Scenario;
import ecslab.stage.play.Playback;
import ecslab.wire.BadInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/// Opens scenarios on a thread of its own. One can be begun before JavaFX is there, so that reading
/// it costs the first picture no time.
public final class BackgroundOpener implements Opener {

    private final Function<Scenario, Playback> start;
    private final Executor background;
    private final AtomicReference<Optional<Early>> early = new AtomicReference<>(Optional.empty());

    private record Early(Path file, CompletableFuture<Outcome> outcome) {}

    public BackgroundOpener(Function<Scenario, Playback> start, Executor background) {
        this.start = start;
        this.background = background;
    }

    /// Begins to open a file that somebody will soon ask for.
    public void begin(Path scenario) {
        early.set(Optional.of(new Early(scenario, outcome(scenario))));
    }

    @Override
    public void open(Path scenario, Consumer<Outcome> heard) {
        var begun =
                early.getAndSet(Optional.empty())
                        .filter(one -> one.file().equals(scenario))
                        .map(Early::outcome)
                        .orElseGet(() -> outcome(scenario));
        var _ = begun.thenAccept(outcome -> Platform.runLater(() -> heard.accept(outcome)));
    }

    private CompletableFuture<Outcome> outcome(Path scenario) {
        return CompletableFuture.supplyAsync(() -> read(scenario), background)
                .exceptionally(mistake -> new Outcome.Failed(scenario, mistake));
    }

    private Outcome read(Path scenario) {
        try {
            var file = ScenarioInput.read(scenario);
            return new Outcome.Opened(scenario, file, start.apply(file.scenario()));
        } catch (BadInput bad) {
            return new Outcome.Refused(scenario, bad.problems());
        }
    }
}
