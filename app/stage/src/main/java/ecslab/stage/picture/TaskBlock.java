package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// All tasks of a service, an Availability Zone and a state, counted.
final class TaskBlock implements Actor {

    private final Label state = Parts.label("task-state");
    private final Label count = Parts.word("block-count");
    private final HBox box = Parts.row(Parts.icon("task-icon"), state, Parts.spring(), count);
    private final String band;
    private final String zone;
    private final TaskStatus status;

    private TaskBlock(String band, String zone, TaskStatus status) {
        this.band = band;
        this.zone = zone;
        this.status = status;
        box.getStyleClass().addAll("card", "task-look", "task-block");
        TaskLooks.status(box, status);
        state.setText(status.name());
    }

    /// @param id `BAND|ZONE|STATUS`
    static TaskBlock of(String id) {
        var parts = id.split("\\|", 3);
        return new TaskBlock(parts[0], parts[1], TaskStatus.valueOf(parts[2]));
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var all = moment.counts().of(band, zone, status);
        box.setVisible(all > 0);
        count.setText(Integer.toString(all));
        box.setAccessibleText(status + " " + all + ", " + zone);
    }

    /// The band that a task stands in.
    static String bandOf(Task task) {
        return task.service()
                .map(name -> new ServiceName(task.cluster(), name).toString())
                .orElse(task.cluster() + "/");
    }

    @Override
    public Optional<Ref> chooses() {
        return band.endsWith("/") ? Optional.empty() : Optional.of(new Ref(Ref.Kind.SERVICE, band));
    }
}
