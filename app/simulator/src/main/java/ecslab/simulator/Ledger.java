package ecslab.simulator;

import java.util.Arrays;

/// What has become of a traffic's requests in the window that is under way: a number for each
/// request, which are sorted into rows when the window ends.
final class Ledger {

    /// Failures that are told one by one, at most, in each window.
    static final int FAILURES_TOLD_MAX = 100;

    private static final int ROOM_FIRST = 16;

    long sent;
    int failuresTold;
    private long[] cells = new long[ROOM_FIRST];
    private int used;

    Ledger copy() {
        var copy = new Ledger();
        copy.sent = sent;
        copy.failuresTold = failuresTold;
        copy.cells = cells.clone();
        copy.used = used;
        return copy;
    }

    void add(long cell) {
        if (used == cells.length) {
            cells = Arrays.copyOf(cells, 2 * used);
        }
        cells[used++] = cell;
    }

    boolean isEmpty() {
        return sent == 0 && used == 0;
    }

    /// The cells in order; the ledger is empty afterwards.
    long[] take() {
        var taken = Arrays.copyOf(cells, used);
        Arrays.sort(taken);
        used = 0;
        sent = 0;
        failuresTold = 0;
        return taken;
    }
}
