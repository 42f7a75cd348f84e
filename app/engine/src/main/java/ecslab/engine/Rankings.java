package ecslab.engine;

import ecslab.ecs.model.ServiceStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The rankings that are kept because they were asked for lately. A copy of the state starts
/// without any, and comes to the same.
final class Rankings {

    private static final int KEPT_MAX = 32;

    private final LinkedHashMap<Ask, Ranking> kept = new LinkedHashMap<>();
    private boolean changed;

    Ranking of(EngineState state, Ask ask) {
        var last = kept.lastEntry();
        var isLast = last != null && last.getKey().equals(ask);
        var ranking = isLast ? last.getValue() : find(state, ask);
        ranking.catchUp();
        return ranking;
    }

    private Ranking find(EngineState state, Ask ask) {
        var ranking = kept.remove(ask);
        if (ranking == null) {
            ranking = new Ranking(state, ask, daemons(state, ask));
            if (kept.size() == KEPT_MAX) {
                kept.pollFirstEntry();
            }
        }
        kept.putLast(ask, ranking);
        return ranking;
    }

    /// Something about a container instance or its tasks is new.
    void touch(String instance) {
        changed = true;
        for (var ranking : kept.values()) {
            ranking.touch(instance);
        }
    }

    /// The daemons have changed, for which every instance keeps room.
    void forget() {
        changed = true;
        kept.clear();
    }

    /// Whether anything that placement looks at is new since this was last asked. No turn ends
    /// before it has been.
    boolean takeChanged() {
        var taken = changed;
        changed = false;
        return taken;
    }

    private static List<Ask> daemons(EngineState state, Ask ask) {
        var daemons = new ArrayList<Ask>();
        if (!ask.daemon()) {
            for (var service : state.services.values()) {
                if (service.scheduling().isDaemon()
                        && service.status() == ServiceStatus.ACTIVE
                        && service.name().cluster().equals(ask.cluster())) {
                    daemons.add(
                            Ask.of(state, ServiceLauncher.order(state, service), "").ofDaemon());
                }
            }
        }
        return daemons;
    }
}
