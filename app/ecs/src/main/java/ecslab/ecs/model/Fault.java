package ecslab.ecs.model;

/// Something that somebody has broken on purpose and can mend again.
///
/// @param about an image, a task, a subnet by its name, a registry by its host, a route as
///   `lab:CloseRoute` names it, or a capacity provider
/// @param detail such as `60 MiB/min`; may be empty
public record Fault(Kind kind, String about, String detail) {

    /// The text `fault.WORD` says it.
    public enum Kind {
        REGISTRY_DOWN("registryDown"),
        REGISTRY_THROTTLES("registryThrottles"),
        SUBNET_FULL("subnetFull"),
        MEMORY_LEAK("memoryLeak"),
        SLOW_START("slowStart"),
        BROKEN_HEALTH("brokenHealth"),
        SLOW("slow"),
        CONNECTIONS_EXHAUSTED("connectionsExhausted"),
        ROUTE_DROPPED("routeDropped"),
        FROZEN("frozen"),
        CPU_BURN("cpuBurn"),
        ZONE_OUTAGE("zoneOutage"),
        CLOSED_ROUTE("closedRoute"),
        SPOT_INTERRUPTED("spotInterrupted");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// There is one of a kind about a thing.
    public String key() {
        return kind.word() + " " + about;
    }
}
