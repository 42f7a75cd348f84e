package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An IAM role: as what it is used, and what for.
final class RoleBadge implements Actor {

    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");

    private final VBox box = new VBox();
    private final Label kind = Parts.label("card-title");
    private final Label name = Parts.name("card-detail");
    private final Label use = Parts.label("role-use");
    private final String id;

    RoleBadge(String id) {
        this.id = id;
        box.getStyleClass().addAll("card", "role-badge");
        box.getChildren().addAll(kind, Parts.row(Parts.icon("role-icon"), name), use);
        name.setText(id);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var role = moment.state().roles().get(id);
        if (role == null) {
            return;
        }
        var pulls = pullsNow(moment.state(), role);
        var isExecutionRole = isNamed(moment.state(), role, TaskDefinition::executionRoleArn);
        var isTaskRole = isNamed(moment.state(), role, TaskDefinition::taskRoleArn);
        kind.setText(moment.say(kindKey(isExecutionRole, isTaskRole)));
        use.setText(use(moment, role, pulls, isTaskRole));
        box.pseudoClassStateChanged(IN_USE, pulls > 0);
        box.setAccessibleText(kind.getText() + " " + id + ", " + use.getText());
    }

    private static String kindKey(boolean isExecutionRole, boolean isTaskRole) {
        if (isExecutionRole) {
            return isTaskRole ? "picture.role.both" : "picture.role.execution";
        }
        return isTaskRole ? "picture.role.task" : "picture.role.other";
    }

    private static String use(Moment moment, Role role, long pulls, boolean isTaskRole) {
        if (pulls > 0) {
            return moment.say("picture.role.pulling", "count", pulls);
        }
        var pulled = pulledSoFar(moment.state(), role);
        if (pulled > 0) {
            return moment.say("picture.role.pulled", "count", pulled);
        }
        return moment.say(isTaskRole ? "picture.role.program" : "picture.role.unused");
    }

    private static boolean isNamed(
            ClusterState state, Role role, Function<TaskDefinition, String> field) {
        return state.taskDefinitions().values().stream()
                .anyMatch(each -> field.apply(each).equals(role.arn()));
    }

    private static long pullsNow(ClusterState state, Role role) {
        return state.pulls().keySet().stream()
                .map(id -> state.tasks().get(id))
                .filter(task -> task != null && executes(state, task, role))
                .count();
    }

    private static long pulledSoFar(ClusterState state, Role role) {
        return state.tasks().values().stream()
                .filter(task -> task.time(TaskMoment.PULL_STOPPED_AT).isPresent())
                .filter(task -> executes(state, task, role))
                .count();
    }

    private static boolean executes(ClusterState state, Task task, Role role) {
        var definition = state.taskDefinitions().get(task.taskDefinition());
        return definition != null && definition.executionRoleArn().equals(role.arn());
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.of(Ref.of(Kind.ROLE, id));
    }
}
