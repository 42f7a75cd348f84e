package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A revision: the blueprint, not something that runs.
final class TaskDefinitionCard implements Actor {

    private final Label name = Parts.name("card-title");
    private final HBox box = Parts.row(Parts.icon("task-definition-icon"), name);
    private final String id;

    /// @param id `family:revision`
    TaskDefinitionCard(String id) {
        this.id = id;
        name.setText(id);
        box.getStyleClass().addAll("card", "task-definition-card");
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        box.setAccessibleText(moment.say("picture.taskDefinition.spoken", "name", id));
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.of(Ref.of(Kind.TASK_DEFINITION, id));
    }
}
