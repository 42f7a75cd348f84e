package ecslab.stage.picture;

import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment.Monitor;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A service's deployments side by side, while there is more than one: what runs of each, how many
/// tasks there may be, and what the circuit breaker has counted.
final class RolloutStrip {

    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    /// Where there is room for the bounds, in words and as a bar.
    private static final double BOUNDS_MIN = 540;

    private static final double WORDS_MIN = 700;

    private final HBox box = new HBox();
    private final List<Label> labels = new ArrayList<>();
    private final Label bounds = Parts.word("rollout-bounds");
    private final BoundsBar bar = new BoundsBar();
    private final Label breaker = Parts.word("rollout-breaker");

    RolloutStrip() {
        box.getStyleClass().addAll("row", "rollout-strip");
    }

    Region node() {
        return box;
    }

    boolean show(Moment moment, Service service, double width) {
        var isOn = service.deployments().size() > 1;
        Parts.present(box, isOn);
        if (!isOn) {
            return false;
        }
        while (labels.size() < service.deployments().size()) {
            labels.add(Parts.word("rollout-one"));
        }
        for (var i = 0; i < service.deployments().size(); i++) {
            say(moment, service, labels.get(i), service.deployments().get(i), width >= WORDS_MIN);
        }
        bar.show(service);
        bounds.setText(
                moment.say(
                        "picture.rollout.bounds",
                        "least",
                        service.deploymentConfiguration().least(service.desiredCount()),
                        "most",
                        service.deploymentConfiguration().most(service.desiredCount())));
        breaker(moment, service);
        Parts.present(bar, width >= BOUNDS_MIN);
        Parts.present(bounds, width >= WORDS_MIN);
        var children = new ArrayList<javafx.scene.Node>();
        children.addAll(labels.subList(0, service.deployments().size()));
        children.addAll(List.of(bounds, bar, breaker));
        if (!box.getChildren().equals(children)) {
            box.getChildren().setAll(children);
        }
        return true;
    }

    private static void say(
            Moment moment, Service service, Label label, Deployment one, boolean isWide) {
        var generation = Generation.of(service, one);
        label.pseudoClassStateChanged(OLD, generation == Generation.OLD);
        var counts = new StringBuilder();
        counts.append(one.taskDefinition().toString()).append(' ');
        counts.append(moment.say("picture.generation." + generation.word())).append(' ');
        counts.append(one.runningCount()).append('/').append(one.desiredCount());
        if (one.pendingCount() > 0) {
            counts.append(" +").append(one.pendingCount());
            counts.append(isWide ? " " + moment.say("picture.rollout.pending") : "");
        }
        CodeDeployWords.share(moment, service, one)
                .ifPresent(share -> counts.append(" · ").append(share));
        if (one.failedTasks() > 0) {
            counts.append(" · ");
            counts.append(moment.say("picture.rollout.failed", "count", one.failedTasks()));
        }
        label.setText(counts.toString());
    }

    private void breaker(Moment moment, Service service) {
        var current =
                moment.state()
                        .rollouts()
                        .serviceDeployments()
                        .get(service.rollout().currentServiceDeployment());
        var monitor = current == null ? Monitor.DISABLED : current.circuitBreaker();
        var isWatching = monitor.status() != MonitorStatus.DISABLED;
        Parts.present(breaker, isWatching);
        breaker.pseudoClassStateChanged(TaskLooks.BAD, monitor.count() > 0);
        breaker.setText(
                moment.say(
                        "picture.rollout.breaker",
                        "count",
                        monitor.count(),
                        "threshold",
                        monitor.threshold()));
    }

    String spoken() {
        return box.getChildren().stream()
                .filter(node -> node instanceof Label && node.isManaged())
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining(", "));
    }
}
