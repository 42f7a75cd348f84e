package ecslab.stage.picture;

import ecslab.ecs.model.Service;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// How many tasks of a service there are between the fewest and the most that a deployment may
/// have: the old ones hatched, the new ones full, and what is pending as an outline.
final class BoundsBar extends Pane {

    private static final double WIDTH = 96;
    private static final double HEIGHT = 8;
    private static final double TICK = 2;

    private final Region track = part("bounds-track");
    private final Region old = part("bounds-old");
    private final Region next = part("bounds-new");
    private final Region pending = part("bounds-pending");
    private final Region least = part("bounds-tick");
    private final Region desired = part("bounds-tick");
    private double oldShare;
    private double newShare;
    private double pendingShare;
    private double leastShare;
    private double desiredShare;

    BoundsBar() {
        getStyleClass().add("bounds-bar");
        getChildren().addAll(track, old, next, pending, least, desired);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    private static Region part(String styleClass) {
        var part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }

    void show(Service service) {
        var configuration = service.deploymentConfiguration();
        var there = 0;
        var olds = 0;
        var news = 0;
        for (var one : service.deployments()) {
            there += one.runningCount() + one.pendingCount();
            if (Generation.of(service, one) == Generation.NEW) {
                news += one.runningCount();
            } else {
                olds += one.runningCount();
            }
        }
        var whole = Math.max(1.0, Math.max(there, configuration.most(service.desiredCount())));
        oldShare = olds / whole;
        newShare = news / whole;
        pendingShare = (there - olds - news) / whole;
        leastShare = configuration.least(service.desiredCount()) / whole;
        desiredShare = service.desiredCount() / whole;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var x = 0.0;
        track.resizeRelocate(0, 1, WIDTH, HEIGHT - 2);
        x = place(old, x, oldShare);
        x = place(next, x, newShare);
        place(pending, x, pendingShare);
        least.resizeRelocate(Math.rint(WIDTH * leastShare) - TICK / 2, 0, TICK, HEIGHT);
        desired.resizeRelocate(Math.rint(WIDTH * desiredShare) - TICK / 2, 0, TICK, HEIGHT);
    }

    private static double place(Region part, double x, double share) {
        var width = Math.rint(WIDTH * share);
        part.resizeRelocate(x, 1, width, HEIGHT - 2);
        part.setVisible(width > 0);
        return x + width;
    }
}
