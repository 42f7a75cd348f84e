package ecslab.stage.picture;

import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.TaskStatus;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Pseudo-classes for states: colour and icon of each stand in the style sheets.
final class TaskLooks {

    static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");

    private static final Map<TaskStatus, PseudoClass> STATUS = new EnumMap<>(TaskStatus.class);
    private static final Map<TargetState, PseudoClass> HEALTH = new EnumMap<>(TargetState.class);

    static {
        for (var status : TaskStatus.values()) {
            STATUS.put(status, named("status-" + status.name().toLowerCase(Locale.ROOT)));
        }
        for (var state : TargetState.values()) {
            HEALTH.put(state, named("target-" + state.printed()));
        }
    }

    private TaskLooks() {}

    private static PseudoClass named(String name) {
        return PseudoClass.getPseudoClass(name);
    }

    static void status(Node node, TaskStatus shown) {
        STATUS.forEach((status, looks) -> node.pseudoClassStateChanged(looks, status == shown));
    }

    static void health(Node node, TargetState shown) {
        HEALTH.forEach((state, looks) -> node.pseudoClassStateChanged(looks, state == shown));
    }
}
