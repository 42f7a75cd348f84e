package ecslab.stage.picture;

import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.Task;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How many containers a task has, where none of them has room: with the icon of the one that is
/// worst off, how many are like it.
final class ContainerTally {

    private final Label number = Parts.word("container-state");
    private final HBox box = Parts.row(Parts.icon("container-icon"), number);
    private final Tooltip tip = new Tooltip();
    private boolean saysMore;

    ContainerTally() {
        box.getStyleClass().addAll("container-look", "container-tally");
        Tooltip.install(box, tip);
    }

    Region node() {
        return box;
    }

    /// Whether it tells anything that the task's own state doesn't.
    boolean saysMore() {
        return saysMore;
    }

    void say(Moment moment, Task task) {
        var all = task.containers();
        saysMore = all.size() > 1 || all.stream().anyMatch(one -> !isAsItsTask(one, task));
        all.stream()
                .max(Comparator.comparingInt(ContainerTally::trouble))
                .ifPresent(worst -> {
                    ContainerLooks.status(box, worst);
                    number.setText(counted(all, trouble(worst)));
                });
        var each =
                all.stream()
                        .map(container -> ContainerChip.spoken(moment, container))
                        .collect(Collectors.joining("\n"));
        tip.setText(each);
        var counted = moment.say("picture.containers", "count", all.size());
        box.setAccessibleText(counted + ": " + each.replace("\n", ", "));
    }

    /// How many are as the icon says, of all of them.
    private static String counted(List<Container> all, int trouble) {
        var like = all.stream().filter(one -> trouble(one) == trouble).count();
        return like == all.size() ? String.valueOf(like) : like + "/" + all.size();
    }

    /// How a task that leaves has ended is on its card already.
    private static boolean isAsItsTask(Container container, Task task) {
        return switch (task.lastStatus()) {
            case PROVISIONING, PENDING, ACTIVATING ->
                    container.lastStatus() != ContainerStatus.STOPPED;
            case RUNNING ->
                    container.lastStatus() == ContainerStatus.RUNNING
                            && container.healthStatus() != HealthStatus.UNHEALTHY;
            case DEACTIVATING, STOPPING, DEPROVISIONING, STOPPED -> true;
        };
    }

    /// A check mark says that all of them run, so even one that ended as it should counts.
    private static int trouble(Container container) {
        if (ContainerLooks.hasFailed(container)) {
            return 3;
        }
        return switch (container.lastStatus()) {
            case PENDING -> 2;
            case STOPPED -> 1;
            case RUNNING -> 0;
        };
    }
}
