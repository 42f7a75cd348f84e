package ecslab.ecs.state;

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

    private final EventLog log;
    private final TreeMap<Integer, ClusterState> frames = new TreeMap<>();
    private StateFold reader = new StateFold(ClusterState.EMPTY);
    private int readerAt;
    private ClusterState latest = ClusterState.EMPTY;
    private boolean latestIsStale;

    public Keyframes(EventLog log) {
        this.log = log;
        frames.put(0, ClusterState.EMPTY);
    }

    /// The state after the first `position` events of the log.
    public ClusterState at(int position) {
        var before = frames.floorEntry(position);
        if (position < readerAt || before.getKey() > readerAt) {
            reader = new StateFold(before.getValue());
            readerAt = before.getKey();
            latestIsStale = true;
        }
        while (readerAt < position) {
            reader.apply(log.all().get(readerAt++));
            latestIsStale = true;
            if (readerAt % EVENTS_BETWEEN == 0) {
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
