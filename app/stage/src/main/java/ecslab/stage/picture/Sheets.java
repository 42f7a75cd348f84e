package ecslab.stage.picture;

import java.util.List;

/// The style sheets of the stage: one for what all share, and one beside each actor.
final class Sheets {

    static final List<String> ALL =
            List.of(
                    Parts.sheet(StageView.class, "stage-view.css"),
                    Parts.sheet(Area.class, "area.css"),
                    Parts.sheet(ServiceFrame.class, "service-frame.css"),
                    Parts.sheet(InstanceFrame.class, "instance-frame.css"),
                    Parts.sheet(EmptyPlace.class, "empty-place.css"),
                    Parts.sheet(UsersRow.class, "users-row.css"),
                    Parts.sheet(BalancerCard.class, "balancer-card.css"),
                    Parts.sheet(ImageCard.class, "image-card.css"),
                    Parts.sheet(RoleBadge.class, "role-badge.css"),
                    Parts.sheet(TaskCard.class, "task-card.css"),
                    Parts.sheet(ContainerChip.class, "containers.css"),
                    Parts.sheet(Flights.class, "flights.css"),
                    Parts.sheet(Spotlight.class, "spotlight.css"),
                    Parts.sheet(Marks.class, "marks.css"),
                    Parts.sheet(FaultTags.class, "faults.css"));

    private Sheets() {}
}
