package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import javafx.scene.layout.Region;

/// One thing on the stage. It builds its nodes once and is told again and again what to show.
sealed interface Actor
        permits Area,
                BalancerCard,
                ClusterFrame,
                CrowdField,
                EmptyPlace,
                FleetField,
                GroupFrame,
                ImageCard,
                InstanceFrame,
                MoreCard,
                RoleBadge,
                ServiceFrame,
                TaskCard,
                TaskDefinitionCard,
                UsersRow {

    Region node();

    void show(Moment moment, Spot spot);

    /// What is written at the top of a frame; empty for what is no frame.
    default Optional<Lettering> lettering() {
        return Optional.empty();
    }

    /// What is chosen by choosing this; empty if it can't be chosen.
    Optional<Ref> chooses();
}
