package ecslab.docker;

import java.util.Collection;
import java.util.Optional;

/// How much of the computer is taken, and whether more may be.
final class Tally {

    private final Caps caps;
    private final Collection<Seat> seats;

    Tally(Caps caps, Collection<Seat> seats) {
        this.caps = caps;
        this.seats = seats;
    }

    /// Why a container may not be made, in words that are shown as its reason; empty if it may.
    Optional<String> refuses(Seat seat, Cell cell) {
        if (containers() >= caps.containers()) {
            return Optional.of(
                    "ECS Lab runs at most " + caps.containers() + " containers on this computer");
        }
        var wanted = memoryMib() + Blueprint.memoryMib(seat, cell);
        if (wanted > caps.memoryMib()) {
            return Optional.of(
                    "ECS Lab takes at most "
                            + caps.memoryMib()
                            + " MiB of this computer's memory, and this container would make it "
                            + wanted);
        }
        return Optional.empty();
    }

    private long containers() {
        return seats.stream().mapToLong(seat -> live(seat) + (seat.pause.isEmpty() ? 0 : 1)).sum();
    }

    private static long live(Seat seat) {
        return seat.cells.values().stream().filter(Tally::isLive).count();
    }

    private static boolean isLive(Cell cell) {
        return !cell.waits() && !cell.hasEnded();
    }

    private long memoryMib() {
        return seats.stream()
                .mapToLong(seat ->
                        seat.cells.values().stream()
                                .filter(Tally::isLive)
                                .mapToLong(cell -> Blueprint.memoryMib(seat, cell))
                                .sum())
                .sum();
    }
}
