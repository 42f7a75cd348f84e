package ecslab.simulator;

import ecslab.ecs.event.Event.RequestCause;
import java.util.Comparator;

/// A request that is under way, and how it will end unless something happens to it before.
///
/// @param at when, in microseconds
/// @param order what was sent first goes first
/// @param crowd the number of its traffic; [#BY_HAND] for somebody at the screen
/// @param path the number of its path, or of the one that was asked for by hand
/// @param user which of the traffic's users
/// @param attempt 0 for the first
/// @param lane the target's; [#NOWHERE] if it has none
/// @param station where it is worked on; [#NOWHERE] if nobody does
/// @param status [#RESEND] isn't an end, but a user who is about to try again
record Flight(
        long at,
        long order,
        long request,
        int crowd,
        int path,
        int user,
        int attempt,
        long sentAt,
        boolean isTold,
        int lane,
        int station,
        int status,
        RequestCause cause)
        implements Comparable<Flight> {

    static final int NOWHERE = -1;
    static final int BY_HAND = -1;

    /// The status of a request that isn't sent yet.
    static final int RESEND = -1;

    private static final Comparator<Flight> ORDER =
            Comparator.comparingLong(Flight::at).thenComparingLong(Flight::order);

    /// A request that nobody listens to: it ends as it begins.
    static Flight unheard(
            long now, long request, int crowd, int path, int user, int attempt, boolean isTold) {
        return new Flight(
                now,
                0,
                request,
                crowd,
                path,
                user,
                attempt,
                now,
                isTold,
                NOWHERE,
                NOWHERE,
                0,
                RequestCause.NO_LISTENER);
    }

    @Override
    public int compareTo(Flight other) {
        return ORDER.compare(this, other);
    }

    boolean waitsToBeSent() {
        return status == RESEND;
    }

    /// The user is about to try once more.
    Flight again(long when, long nextOrder) {
        return new Flight(
                when,
                nextOrder,
                request,
                crowd,
                path,
                user,
                attempt + 1,
                when,
                isTold,
                NOWHERE,
                NOWHERE,
                RESEND,
                cause);
    }

    /// The same, but ended in another way.
    Flight ending(long when, long nextOrder, int nextStatus, RequestCause nextCause) {
        return new Flight(
                when,
                nextOrder,
                request,
                crowd,
                path,
                user,
                attempt,
                sentAt,
                isTold,
                lane,
                station,
                nextStatus,
                nextCause);
    }
}
