package ecslab.docker;

import ecslab.ecs.model.Exit;
import ecslab.engine.Disturbance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What somebody breaks on purpose. Killing, pausing and registries work with every image; memory,
/// CPU and health are broken by asking the demo program to.
final class Mischief {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
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
    }

    /// Keeps a CPU busy in every container of a task that the demo program runs in.
    void burn(String task, Duration span) {
        each("task/" + task, (seat, cell) -> ask(seat, cell, "/burn?ms=" + span.toMillis()));
    }

    void pause(String task, boolean paused) {
        each(
                seat -> seat.task.hex().equals(task),
                "",
                cell ->
                        bench.line()
                                .work(() -> {
                                    if (paused) {
                                        bench.engine().pause(cell.id);
                                    } else {
                                        bench.engine().unpause(cell.id);
                                    }
                                }));
    }

    /// A program ends with a code of its own only if it is asked to; else it is killed.
    private void end(Cell cell, int exitCode) {
        var seat = seats.stream().filter(one -> one.cells.containsValue(cell)).findFirst();
        var asked =
                exitCode != Exit.KILLED
                        && seat.isPresent()
                        && ask(seat.get(), cell, "/exit?code=" + exitCode);
        if (!asked) {
            containers.kill(cell);
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
                        of.equals("task/" + seat.task.hex()) || of.equals(cell.definition.image());
                if (cell.isUp() && isMeant) {
                    act.accept(seat, cell);
                }
            }
        }
    }

    /// @return whether there is somebody to ask
    private boolean ask(Seat seat, Cell cell, String path) {
        var mappings = cell.definition.portMappings();
        if (!bench.shelf().isDemo(cell.image) || mappings.isEmpty()) {
            return false;
        }
        var inside = mappings.getFirst().containerPort();
        var ports = seat.networkInterface.isPresent() ? seat.ports : cell.ports;
        var port = ports.getOrDefault(inside, 0);
        if (port == 0) {
            return false;
        }
        bench.hands()
                .work(() -> {
                    var request =
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://"
                                                            + Blueprint.LOOPBACK
                                                            + ":"
                                                            + port
                                                            + path))
                                    .timeout(PATIENCE)
                                    .build();
                    try {
                        http.send(request, BodyHandlers.discarding());
                    } catch (IOException _) {
                        // A program that was asked to end can't say that it does.
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
        return true;
    }
}
