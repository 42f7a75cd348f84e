package ecslab.stage.picture;

import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// Hands a container's state and health over to the style sheets.
final class ContainerLooks {

    private static final Map<ContainerStatus, PseudoClass> STATUS =
            new EnumMap<>(ContainerStatus.class);
    private static final Map<HealthStatus, PseudoClass> HEALTH = new EnumMap<>(HealthStatus.class);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    static {
        for (var status : ContainerStatus.values()) {
            STATUS.put(status, named("container-" + status.name()));
        }
        for (var health : HealthStatus.values()) {
            HEALTH.put(health, named("health-" + health.name()));
        }
    }

    private ContainerLooks() {}

    private static PseudoClass named(String name) {
        return PseudoClass.getPseudoClass(name.toLowerCase(Locale.ROOT));
    }

    static void status(Region look, Container container) {
        STATUS.forEach((status, looks) ->
                look.pseudoClassStateChanged(looks, status == container.lastStatus()));
        HEALTH.forEach((status, looks) ->
                look.pseudoClassStateChanged(looks, status == container.healthStatus()));
        look.pseudoClassStateChanged(FAILED, hasFailed(container));
    }

    static boolean hasFailed(Container container) {
        return container.exit() instanceof Exit.Code(int code) && code != 0;
    }
}
