package ecslab.stage.layout;

/// The name of a box: what stands there.
///
/// @param id unique within the part; empty where there is only one
public record Place(Part part, String id) {

    /// What can stand on the stage. Frames hold other parts; the rest never overlap.
    public enum Part {
        USERS,
        REGION,
        /// Where a load balancer would stand.
        NO_BALANCER,
        BALANCER,
        SHELF,
        IMAGE,
        IMAGES_MORE,
        TASK_DEFINITIONS,
        TASK_DEFINITION,
        TASK_DEFINITIONS_MORE,
        /// Where a cluster would stand.
        NO_CLUSTER,
        CLUSTER,
        VPC,
        ZONE,
        FARGATE,
        /// A service, or all tasks of a cluster that no service keeps.
        BAND,
        BANDS_MORE,
        /// An Auto Scaling group, around its instances.
        GROUP,
        /// Many instances of a group and a zone, as a square each.
        FLEET,
        /// An EC2 instance, around the tasks on it.
        INSTANCE,
        /// Where tasks stand that no instance has room for.
        WAITING,
        /// Where a cluster's services and tasks would stand.
        NO_TASKS,
        TASK,
        /// All tasks of a band and a zone, each as a mark, where chips would be too small.
        CROWD,
        ROLES,
        ROLE,
        ROLES_MORE;

        public boolean isFrame() {
            return switch (this) {
                case REGION, SHELF, TASK_DEFINITIONS, ROLES -> true;
                case CLUSTER, VPC, ZONE, FARGATE, BAND, GROUP, INSTANCE, WAITING -> true;
                case USERS, NO_BALANCER, BALANCER, IMAGE, IMAGES_MORE -> false;
                case TASK_DEFINITION, TASK_DEFINITIONS_MORE, NO_CLUSTER, BANDS_MORE -> false;
                case NO_TASKS, TASK, CROWD, FLEET, ROLE, ROLES_MORE -> false;
            };
        }
    }

    public static Place of(Part part) {
        return new Place(part, "");
    }

    public static Place of(Part part, String id) {
        return new Place(part, id);
    }
}
