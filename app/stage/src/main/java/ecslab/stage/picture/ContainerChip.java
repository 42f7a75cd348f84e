package ecslab.stage.picture;

import ecslab.ecs.model.Container;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One container of a task: its name, its state or exit code, its health, and whether the task ends
/// with it.
final class ContainerChip {

    private final Label name = Parts.name("container-name");
    private final Label essentialWord = Parts.word("container-essential");
    private final HBox essential = Parts.row(Parts.icon("essential-icon"), essentialWord);
    private final Label healthWord = Parts.word("container-health");
    private final HBox health = Parts.row(Parts.icon("health-icon"), healthWord);
    private final Region spring = Parts.spring();
    private final Label state = Parts.word("container-state");
    private final HBox box = Parts.row();
    private final Tooltip tip = new Tooltip();
    private boolean hasHealth;
    private boolean isEssential;
    private boolean hasExit;

    ContainerChip() {
        health.getStyleClass().add("container-healthy");
        box.getStyleClass().addAll("container-look", "container-chip");
        box.getChildren()
                .addAll(Parts.icon("container-icon"), name, essential, spring, health, state);
        Tooltip.install(box, tip);
    }

    Region node() {
        return box;
    }

    /// @param marked whether it is told from others by being essential
    void say(Moment moment, Container container, boolean marked) {
        name.setText(container.name());
        state.setText(state(container));
        essentialWord.setText("essential");
        healthWord.setText(container.healthStatus().name());
        ContainerLooks.status(box, container);
        hasHealth = container.healthStatus() != HealthStatus.UNKNOWN;
        isEssential = marked && container.essential();
        hasExit = container.exit() instanceof Exit.Code;
        tip.setText(spoken(moment, container));
    }

    private static String state(Container container) {
        return container.exit() instanceof Exit.Code(int code)
                ? "exit " + code
                : container.lastStatus().name();
    }

    static String spoken(Moment moment, Container container) {
        var said = new StringBuilder();
        said.append(moment.say("picture.container.spoken", "name", container.name()));
        said.append(' ').append(container.lastStatus());
        if (container.exit() instanceof Exit.Code(int code)) {
            said.append(", exit ").append(code);
        }
        if (container.essential()) {
            said.append(", essential");
        }
        if (container.healthStatus() != HealthStatus.UNKNOWN) {
            said.append(", ").append(container.healthStatus());
        }
        if (!container.reason().isEmpty()) {
            said.append(", ").append(container.reason());
        }
        return said.toString();
    }

    /// How much of it there is room for.
    enum Words {
        ALL,
        FEW,
        NAME
    }

    /// Leaves out what matters least.
    void take(Words words) {
        Parts.present(essential, isEssential && words != Words.NAME);
        Parts.present(essentialWord, words == Words.ALL);
        Parts.present(health, hasHealth);
        Parts.present(healthWord, words == Words.ALL);
        Parts.present(state, hasExit || words != Words.NAME);
        Parts.present(spring, health.isManaged() || state.isManaged());
    }

    /// How wide it would be with so many words.
    double widthWith(Words words) {
        take(words);
        return box.prefWidth(-1);
    }
}
