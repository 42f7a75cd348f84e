package ecslab.ecs.model;

/// A wish of placement: among the container instances that may have the task, which is better.
///
/// @param field what to spread over, or what to pack; empty for `random`
public record PlacementStrategy(Type type, String field) {

    /// What `spread` calls a container instance; ECS keeps `host` for it as well.
    public static final String INSTANCE_ID = "instanceId";

    /// What `spread` calls an Availability Zone.
    public static final String ZONE = "attribute:" + ContainerInstance.AVAILABILITY_ZONE;

    /// ECS's three types.
    public enum Type {
        SPREAD("spread"),
        BINPACK("binpack"),
        RANDOM("random");

        private final String printed;

        Type(String printed) {
            this.printed = printed;
        }

        public String printed() {
            return printed;
        }
    }

    public static PlacementStrategy spread(String field) {
        return new PlacementStrategy(Type.SPREAD, field);
    }

    /// The least remaining first.
    ///
    /// @param field `cpu` or `memory`
    public static PlacementStrategy binpack(String field) {
        return new PlacementStrategy(Type.BINPACK, field);
    }

    public static PlacementStrategy random() {
        return new PlacementStrategy(Type.RANDOM, "");
    }

    /// Whether it is AZ spread, after which alone a service may be rebalanced.
    public boolean isZoneSpread() {
        return type == Type.SPREAD && field.equals(ZONE);
    }

    /// Such as `spread(attribute:ecs.availability-zone)`.
    @Override
    public String toString() {
        return field.isEmpty() ? type.printed() : type.printed() + "(" + field + ")";
    }
}
