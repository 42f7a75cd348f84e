package ecslab.docker;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.Exit;
import ecslab.engine.Disturbance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What somebody breaks on purpose. Killing, pausing and registries work with every image; memory,
/// CPU and health are broken by asking the demo program to.
final class Mischief {

    private static final String TASK = "task/";
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Until it is said again.
    private static final String BURN = "/burn?ms=" + EVERY.toMillis();

    private static final int SECONDS_PER_MINUTE = 60;

    private final Bench bench;
    private final Collection<Seat> seats;
    private final Containers containers;
    private final Arrival arrival;
    private final Environment environment;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /// By image or task: by how much programs grow, and what they are owed.
    private final TreeMap<String, double[]> leaks = new TreeMap<>();

    private final TreeSet<String> sick = new TreeSet<>();
    private final TreeSet<String> burning = new TreeSet<>();
    private final TreeSet<String> fullSubnets = new TreeSet<>();

    Mischief(
            Bench bench,
            Collection<Seat> seats,
            Containers containers,
            Arrival arrival,
            Environment environment) {
        this.bench = bench;
        this.seats = seats;
        this.containers = containers;
        this.arrival = arrival;
        this.environment = environment;
        bench.hands().repeat(EVERY, () -> bench.inbox().accept(this::tick));
    }

    void disturb(Disturbance what) {
        switch (what) {
            case Disturbance.Kill(var task, var container, int exitCode) ->
                    each(seat -> seat.task.equals(task), container, cell -> end(cell, exitCode));
            case Disturbance.Registry(var host, var how) -> arrival.registries.put(host, how);
            case Disturbance.Subnet(var subnet, var full) -> {
                if (full) {
                    fullSubnets.add(subnet);
                } else {
                    fullSubnets.remove(subnet);
                }
            }
            case Disturbance.Leak(var of, int mibPerMinute) -> {
                leaks.remove(of);
                if (mibPerMinute > 0) {
                    leaks.put(of, new double[] {mibPerMinute / (double) SECONDS_PER_MINUTE, 0});
                }
            }
            case Disturbance.Standstill(var task, var frozen) -> pause(task, frozen);
            case Disturbance.Burn(var of, var burns) -> burn(of, burns);
            case Disturbance.Outage _ -> {}
            case Disturbance.SlowStart(var image, var startsIn) ->
                    environment.slowStarts.put(image, startsIn);
            case Disturbance.NormalStart(var image) -> environment.slowStarts.remove(image);
            case Disturbance.Health(var of, var broken) -> health(of, broken);
        }
    }

    /// Whether somebody else has all addresses of a subnet.
    boolean isFull(String subnetId) {
        return fullSubnets.contains(subnetId);
    }

    private void health(String of, boolean broken) {
        if (broken) {
            sick.add(of);
        } else {
            sick.remove(of);
            each(of, (seat, cell) -> ask(seat, cell, "/ok"));
        }
        tick();
    }

    /// What is broken stays broken in containers that were started meanwhile.
    private void tick() {
        leaks.forEach((of, leak) -> {
            leak[1] += leak[0];
            var mib = (int) leak[1];
            leak[1] -= mib;
            if (mib > 0) {
                each(of, (seat, cell) -> ask(seat, cell, "/fill?mib=" + mib));
            }
        });
        sick.forEach(of -> each(of, (seat, cell) -> ask(seat, cell, "/fail")));
        burning.forEach(of -> each(of, (seat, cell) -> ask(seat, cell, BURN)));
    }

    private void burn(String of, boolean burns) {
        if (burns) {
            burning.add(of);
            each(of, (seat, cell) -> ask(seat, cell, BURN));
        } else {
            burning.remove(of);
        }
    }

    private void pause(String of, boolean paused) {
        each(of, (_, cell) -> bench.line().work(() -> pauseNow(cell.id, paused)));
    }

    private void pauseNow(String id, boolean paused) {
        try {
            if (paused) {
                bench.engine().pause(id);
            } else {
                bench.engine().unpause(id);
            }
        } catch (EngineRefused _) {
            // It is so already, or has ended meanwhile.
        }
    }

    /// A program ends with a code of its own only if it is asked to; else it is killed.
    private void end(Cell cell, int exitCode) {
        var seat = seats.stream().filter(one -> one.cells.containsValue(cell)).findFirst();
        if (exitCode == Exit.KILLED || seat.isEmpty() || door(seat.get(), cell).isEmpty()) {
            containers.kill(cell);
        } else {
            bench.line()
                    .work(() -> {
                        pauseNow(cell.id, false);
                        var path = "/exit?code=" + exitCode;
                        bench.inbox().accept(() -> ask(seat.get(), cell, path));
                    });
        }
    }

    private void each(
            Predicate<Seat> which, String container, java.util.function.Consumer<Cell> act) {
        for (var seat : List.copyOf(seats)) {
            if (which.test(seat)) {
                for (var cell : seat.cells.values()) {
                    if (cell.isUp() && (container.isEmpty() || cell.name().equals(container))) {
                        act.accept(cell);
                    }
                }
            }
        }
    }

    private void each(String of, java.util.function.BiConsumer<Seat, Cell> act) {
        for (var seat : List.copyOf(seats)) {
            for (var cell : seat.cells.values()) {
                var isMeant =
                        of.equals(TASK + seat.task.hex()) || of.equals(cell.definition.image());
                if (cell.isUp() && isMeant) {
                    act.accept(seat, cell);
                }
            }
        }
    }

    /// Asks the demo program in a container for something; others aren't asked.
    private void ask(Seat seat, Cell cell, String path) {
        door(seat, cell).ifPresent(port -> bench.hands().work(() -> ask(port, path)));
    }

    /// The computer's port at which the demo program listens to us; empty if there is none.
    private Optional<Integer> door(Seat seat, Cell cell) {
        var mappings = cell.definition.portMappings();
        if (!bench.shelf().isDemo(cell.image) || mappings.isEmpty()) {
            return Optional.empty();
        }
        var inside = mappings.getFirst().containerPort();
        var ports = seat.pause.isEmpty() ? cell.ports : seat.ports;
        return Optional.ofNullable(ports.get(inside));
    }

    private void ask(int port, String path) {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://" + Blueprint.LOOPBACK + ":" + port + path))
                        .timeout(PATIENCE)
                        .build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException _) {
            // A program that was asked to end can't say that it does.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Refuses what can't be done to what really runs.
    void check(Disturbance what) {
        switch (what) {
            case Disturbance.Kill(var task, var name, int exitCode) -> {
                if (exitCode != Exit.KILLED) {
                    needsDemo("/exitCode", seat -> seat.task.equals(task), name);
                }
            }
            case Disturbance.Leak(var of, int rate) -> needsDemo(of, rate > 0);
            case Disturbance.Health(var of, var broken) -> needsDemo(of, broken);
            case Disturbance.Burn(var of, var burns) -> needsDemo(of, burns);
            case Disturbance.SlowStart(var image, _) -> needsDemo(image, true);
            case Disturbance.Standstill _,
                    Disturbance.NormalStart _,
                    Disturbance.Registry _,
                    Disturbance.Subnet _ -> {}
            case Disturbance.Slow _,
                    Disturbance.Connections _,
                    Disturbance.Route _,
                    Disturbance.Zone _ ->
                    throw ApiException.invalidParameter("/of")
                            .because(
                                    "Only a simulated cluster can be broken in this way: these"
                                            + " containers are real.")
                            .remedy(Phrase.of("remedy.live.simulated"));
        }
    }

    private void needsDemo(String of, boolean breaks) {
        if (breaks && of.startsWith(TASK)) {
            needsDemo("/of", seat -> of.equals(TASK + seat.task.hex()), "");
        } else if (breaks && !bench.shelf().holdsDemo(of)) {
            throw notDemo("/of", of);
        }
    }

    private void needsDemo(String field, Predicate<Seat> which, String container) {
        var found = new ArrayList<String>();
        for (var seat : seats) {
            for (var cell : which.test(seat) ? seat.cells.values() : List.<Cell>of()) {
                if (container.isEmpty() || cell.name().equals(container)) {
                    if (door(seat, cell).isPresent()) {
                        return;
                    }
                    found.add(cell.definition.image());
                }
            }
        }
        throw notDemo(field, String.join(", ", found));
    }

    private static ApiException notDemo(String field, String images) {
        return ApiException.invalidParameter(field)
                .because(
                        "Only the demo program can be asked to do that, on a port that its task"
                                + " definition maps; "
                                + (images.isEmpty() ? "nothing" : images)
                                + " runs here.")
                .remedy(Phrase.of("remedy.live.demo"));
    }
}
