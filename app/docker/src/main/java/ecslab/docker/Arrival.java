package ecslab.docker;

import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Volume;
import ecslab.engine.Disturbance;
import ecslab.engine.Observation;
import ecslab.engine.PullFailure;
import ecslab.engine.PullGrant;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What comes before a task's first container: its images, its volumes, and the container that
/// holds its network.
final class Arrival {

    /// An image that is there only has to be looked up.
    private static final Duration LOOK_UP = Duration.ofMillis(100);

    private static final Disturbance.Answers EVERYBODY = Disturbance.Answers.EVERYBODY;

    /// How registries answer that somebody has broken, or mended.
    final Map<String, Disturbance.Answers> registries = new ConcurrentHashMap<>();

    private final Bench bench;
    private final Containers containers;
    private final Consumer<Seat> clear;

    /// @param clear removes, on a worker, all that was made for a task
    Arrival(Bench bench, Containers containers, Consumer<Seat> clear) {
        this.bench = bench;
        this.containers = containers;
        this.clear = clear;
    }

    void begin(Seat seat) {
        bench.line().work(() -> prepare(seat));
    }

    /// On a worker.
    private void prepare(Seat seat) {
        var unwanted = Reach.refuses(seat.definition(), bench.info().architecture());
        if (unwanted.isPresent()) {
            failed(seat, Containers.CANNOT_CREATE + unwanted.get());
            return;
        }
        for (var container : seat.definition().containerDefinitions()) {
            var name = container.name();
            var grant = Objects.requireNonNull(seat.grants.get(name));
            var failure = pull(seat, name, container.image(), grant);
            if (failure.isPresent()) {
                bench.tell(new Observation.PullFailed(seat.task, name, failure.get()));
                return;
            }
        }
        try {
            var owner = bench.owner();
            for (var volume : seat.definition().volumes()) {
                bench.engine()
                        .createVolume(
                                Blueprint.volume(owner, seat.task, volume),
                                labels(owner, seat, volume));
            }
            if (seat.hasOwnNetwork()) {
                hold(seat);
            } else {
                bench.inbox().accept(() -> prepared(seat));
            }
        } catch (EngineRefused refused) {
            failed(seat, Containers.CANNOT_CREATE, refused);
        }
    }

    private static Map<String, String> labels(Owner owner, Seat seat, Volume volume) {
        return Blueprint.isOwn(volume) ? Labels.of(owner, seat.task.hex()) : Labels.of(owner);
    }

    private void failed(Seat seat, String phase, EngineRefused refused) {
        failed(seat, phase + Containers.DAEMON + refused.words());
    }

    private void failed(Seat seat, String words) {
        var first = seat.definition().containerDefinitions().getFirst().name();
        bench.tell(new Observation.ContainerNotStarted(seat.task, first, words, true));
    }

    /// Starts the container whose network all others of the task share.
    private void hold(Seat seat) {
        var engine = bench.engine();
        var name = Blueprint.name(seat, "internalecspause");
        engine.look(name).ifPresent(left -> engine.remove(left.id()));
        var id = engine.create(bench.shelf().pause(), given -> Blueprint.pause(given, bench, seat));
        try {
            engine.start(id);
        } catch (EngineRefused refused) {
            engine.remove(id);
            failed(seat, Containers.CANNOT_START, refused);
            return;
        }
        var ports = engine.look(id).map(Look::ports).orElse(Map.of());
        bench.inbox()
                .accept(() -> {
                    seat.pause = id;
                    seat.ports = ports;
                    prepared(seat);
                });
    }

    private void prepared(Seat seat) {
        seat.prepared = true;
        if (seat.stopping) {
            bench.line().work(() -> clear.accept(seat));
        } else {
            containers.startReady(seat);
        }
    }

    private Optional<PullFailure> pull(Seat seat, String container, String image, PullGrant grant) {
        var host = ImageName.parse(image).host();
        var broken = broken(host);
        if (broken.isPresent()) {
            return broken;
        }
        if (grant instanceof PullGrant.Denied(var role, var action, var resource)) {
            return Optional.of(new PullFailure.AccessDenied(role, action, resource));
        }
        var found = bench.shelf().find(image);
        if (found.isEmpty() && !bench.shelf().isElsewhere(image)) {
            return Optional.of(new PullFailure.NotFound());
        }
        bench.tell(
                new Observation.PullStarted(
                        seat.task,
                        container,
                        found.map(LocalImage::sizeMib).orElse(1),
                        found.map(LocalImage::layers).orElse(1),
                        LOOK_UP));
        if (found.isEmpty()) {
            try {
                bench.engine().pull(image);
                found = bench.shelf().find(image);
            } catch (EngineRefused refused) {
                return Optional.of(bench.shelf().failure(refused));
            }
        }
        if (found.isEmpty()) {
            return Optional.of(new PullFailure.NotFound());
        }
        var pulled = found.get();
        bench.inbox().accept(() -> seat.cell(container).image = pulled.reference());
        bench.tell(new Observation.PullFinished(seat.task, container, pulled.digest()));
        return Optional.empty();
    }

    private Optional<PullFailure> broken(String host) {
        var everywhere = registries.getOrDefault(Disturbance.EVERYWHERE, EVERYBODY);
        return switch (registries.getOrDefault(host, everywhere)) {
            case EVERYBODY -> Optional.empty();
            case NOTHING -> Optional.of(new PullFailure.NoAnswer());
            case TOO_MANY_REQUESTS -> Optional.of(new PullFailure.TooManyRequests());
        };
    }
}
