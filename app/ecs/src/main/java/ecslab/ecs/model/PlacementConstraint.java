package ecslab.ecs.model;

/// A hard rule of placement: a container instance that breaks it never gets the task.
///
/// @param expression in the cluster query language; empty for `distinctInstance`
public record PlacementConstraint(Type type, String expression) {

    /// ECS's two types.
    public enum Type {
        DISTINCT_INSTANCE("distinctInstance"),
        MEMBER_OF("memberOf");

        private final String printed;

        Type(String printed) {
            this.printed = printed;
        }

        public String printed() {
            return printed;
        }
    }

    public static PlacementConstraint distinctInstance() {
        return new PlacementConstraint(Type.DISTINCT_INSTANCE, "");
    }

    public static PlacementConstraint memberOf(String expression) {
        return new PlacementConstraint(Type.MEMBER_OF, expression);
    }
}
