package ecslab.simulator;

import ecslab.ecs.model.Latencies;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.RequestLoad;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.PriorityQueue;

/// A container's program at work on requests: first come, first served. Each takes its CPU time in
/// turn, and then the time in which the program waits for others.
///
/// What one vCPU or less gives is a single server, slower by as much; several vCPUs are as many
/// servers. So a program that is asked for more than its CPU gives has a queue, and latencies grow.
final class Station {

    private static final int UNITS_PER_CPU = 1_024;

    final int number;
    final TaskId task;
    final String container;

    /// Of one vCPU, for each server.
    private final double speed;

    /// By server: when it is free, in microseconds.
    private final long[] freeAt;

    /// With a concurrency limit: when each of the places is free.
    private final PriorityQueue<Long> places = new PriorityQueue<>();

    /// When those begin that wait for a place, in order.
    private final ArrayDeque<Long> waiting = new ArrayDeque<>();

    private int placesTaken;

    /// CPU time that was ordered since the last report, in microseconds of one vCPU.
    private double ordered;

    /// CPU time that was ordered before the last report and came after it.
    private double carried;

    /// Requests that it has answered since the last report.
    long answered;

    /// Latencies since the last report.
    final int[] latencies = Latencies.empty();

    Station(int number, TaskId task, String container, int cpuUnits) {
        this.number = number;
        this.task = task;
        this.container = container;
        var cpus = (double) Math.max(1, cpuUnits) / UNITS_PER_CPU;
        var servers = (int) Math.max(1, StrictMath.ceil(cpus));
        freeAt = new long[servers];
        speed = cpus / servers;
    }

    private Station(Station from) {
        number = from.number;
        task = from.task;
        container = from.container;
        speed = from.speed;
        freeAt = from.freeAt.clone();
        places.addAll(from.places);
        waiting.addAll(from.waiting);
        placesTaken = from.placesTaken;
        ordered = from.ordered;
        carried = from.carried;
        answered = from.answered;
        System.arraycopy(from.latencies, 0, latencies, 0, latencies.length);
    }

    Station copy() {
        return new Station(this);
    }

    /// Whether a connection more is taken.
    boolean hasRoom(long now, RequestLoad load) {
        while (!waiting.isEmpty() && waiting.peekFirst() <= now) {
            waiting.removeFirst();
        }
        return load.concurrency() == 0 || waiting.size() < load.queue() || hasPlace(now, load);
    }

    private boolean hasPlace(long now, RequestLoad load) {
        var soonest = places.peek();
        return placesTaken < load.concurrency() || (soonest != null && soonest <= now);
    }

    /// Takes a request on, and says when it will be done.
    ///
    /// @param cpu of one vCPU, in microseconds
    /// @param time how long it takes when nothing else is going on
    long take(long now, RequestLoad load, long cpu, long time) {
        var begin = load.concurrency() == 0 ? now : placeAt(now, load);
        var server = 0;
        for (var i = 1; i < freeAt.length; i++) {
            if (freeAt[i] < freeAt[server]) {
                server = i;
            }
        }
        var onCpu = (long) (cpu / speed);
        var cpuEnd = Math.max(begin, freeAt[server]) + onCpu;
        freeAt[server] = cpuEnd;
        ordered += cpu;
        var end = cpuEnd + Math.max(0, time - onCpu);
        if (load.concurrency() > 0) {
            places.add(end);
            if (begin > now) {
                waiting.addLast(begin);
            }
        }
        return end;
    }

    private long placeAt(long now, RequestLoad load) {
        if (placesTaken < load.concurrency()) {
            placesTaken++;
            return now;
        }
        return Math.max(now, places.remove());
    }

    /// CPU time that was used since the last report, in microseconds of one vCPU.
    double used(long now) {
        return Math.max(0, ordered + carried - later(now));
    }

    private double later(long now) {
        var later = 0.0;
        for (var free : freeAt) {
            later += Math.max(0, free - now) * speed;
        }
        return later;
    }

    /// Begins anew to count.
    void report(long now) {
        ordered = 0;
        carried = later(now);
        answered = 0;
        Arrays.fill(latencies, 0);
    }

    /// How many wait for their CPU, or are on it: reckoned from what is ordered.
    int inside(long now) {
        return waiting.size() + (backlog(now) > 0 ? 1 : 0);
    }

    /// How long a request would wait for its CPU.
    long backlog(long now) {
        var soonest = freeAt[0];
        for (var free : freeAt) {
            soonest = Math.min(soonest, free);
        }
        return Math.max(0, soonest - now);
    }

    /// The program has ended, and what it was working on with it.
    void clear(long now) {
        Arrays.fill(freeAt, now);
        places.clear();
        waiting.clear();
        placesTaken = 0;
        ordered = 0;
        carried = 0;
    }
}
