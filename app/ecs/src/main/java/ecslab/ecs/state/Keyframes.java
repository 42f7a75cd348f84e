package ecslab.ecs.state;

import ecslab.ecs.event.Event;
import java.util.TreeMap;

/// States at some places of an event log, so that looking back costs the way from the nearest
/// earlier keyframe and not the way from the start.
///
/// A snapshot is taken every so many events when the log is first read; one that was asked for
/// somewhere else isn't kept.
public final class Keyframes {

    /// At this distance a snapshot costs a few per cent of the events' own memory, and catching up
    /// takes well under a frame.
    public static final int EVENTS_BETWEEN = 2_000;

    private static final int ROWS_TO_AN_EVENT = 8;

    private final EventLog log;
    private final TreeMap<Integer, ClusterState> frames = new TreeMap<>();
    private StateFold reader = new StateFold(ClusterState.EMPTY);
    private int readerAt;
    private int weightSinceFrame;
    private ClusterState latest = ClusterState.EMPTY;
    private boolean latestIsStale;

    public Keyframes(EventLog log) {
        this.log = log;
        frames.put(0, ClusterState.EMPTY);
    }

    /// A window takes as long to read as its rows, of which an event's worth are many.
    private static int weight(Event event) {
        return event instanceof Event.RequestWindow window
                ? 1 + window.rows().size() / ROWS_TO_AN_EVENT
                : 1;
    }

    /// The state after the first `position` events of the log.
    public ClusterState at(int position) {
        var before = frames.floorEntry(position);
        if (position < readerAt || before.getKey() > readerAt) {
            reader = new StateFold(before.getValue());
            readerAt = before.getKey();
            weightSinceFrame = 0;
            latestIsStale = true;
        }
        while (readerAt < position) {
            var event = log.all().get(readerAt++);
            reader.apply(event);
            latestIsStale = true;
            weightSinceFrame += weight(event);
            if (weightSinceFrame >= EVENTS_BETWEEN) {
                weightSinceFrame = 0;
                frames.putIfAbsent(readerAt, reader.snapshot());
            }
        }
        if (latestIsStale) {
            latest = reader.snapshot();
            latestIsStale = false;
        }
        return latest;
    }
}
