package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A cluster: the boundary around services and tasks.
final class ClusterFrame implements Actor {

    private final Region box = Parts.area("cluster-frame");
    private final Lettering lettering;
    private final Label title = Parts.label("area-title");
    private final Label status = Parts.word("cluster-status");
    private final Label counts = Parts.label("area-about");
    private final String name;

    ClusterFrame(String name) {
        this.name = name;
        lettering =
                new Lettering(
                        "cluster", Parts.icon("area-icon"), title, status, Parts.spring(), counts);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Optional<Lettering> lettering() {
        return Optional.of(lettering);
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var cluster = moment.state().clusters().get(name);
        if (cluster == null) {
            return;
        }
        title.setText(moment.say("picture.cluster", "name", name));
        status.setText(cluster.status().name());
        counts.setText(
                moment.say(
                        "picture.cluster.counts",
                        "services",
                        cluster.activeServicesCount(),
                        "running",
                        cluster.runningTasksCount(),
                        "pending",
                        cluster.pendingTasksCount()));
        box.setAccessibleText(title.getText() + ", " + status.getText() + ", " + counts.getText());
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.of(Ref.of(Kind.CLUSTER, name));
    }
}
