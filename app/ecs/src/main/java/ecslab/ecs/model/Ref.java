package ecslab.ecs.model;

/// What something is about: the things a learner can point at.
///
/// @param id what is unique within the kind: a name, `family:revision`, an ARN's last part
public record Ref(Kind kind, String id) implements Comparable<Ref> {

    /// Named as selectors write them.
    public enum Kind {
        CLUSTER("cluster"),
        TASK_DEFINITION("taskDefinition"),
        SERVICE("service"),
        TASK("task"),
        LOAD_BALANCER("loadBalancer"),
        TARGET_GROUP("targetGroup"),
        ROLE("role"),
        IMAGE("image"),
        SUBNET("subnet"),
        VPC("vpc"),
        /// A registry, by its host; `*` for all of them.
        REGISTRY("registry"),
        /// An EC2 instance, by its `i-…`: it is there before its agent registers it, and after.
        INSTANCE("instance"),
        AUTO_SCALING_GROUP("autoScalingGroup"),
        CAPACITY_PROVIDER("capacityProvider"),
        TRAFFIC("traffic"),
        REQUEST("request");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static Ref task(TaskId id) {
        return new Ref(Kind.TASK, id.hex());
    }

    public static Ref service(ServiceName name) {
        return new Ref(Kind.SERVICE, name.toString());
    }

    public static Ref of(Kind kind, String id) {
        return new Ref(kind, id);
    }

    @Override
    public String toString() {
        return kind.word() + "/" + id;
    }

    @Override
    public int compareTo(Ref other) {
        var byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
