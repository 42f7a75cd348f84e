package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.layout.Detail;
import ecslab.stage.layout.Layout;
import ecslab.stage.layout.Outlets;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an actor is given to show: the frame, where things stand, and the language.
///
/// @param targets by the task behind them
/// @param crowds tasks that are only marks
/// @param chosen what the reader has chosen
/// @param machines the instances, where single ones aren't shown
/// @param generations of deployments, by id
/// @param isOneGroup whether all tasks are of one service, or of one family
/// @param flow of requests
/// @param outlets of load balancers with several target groups
record Moment(
        Frame frame,
        Layout layout,
        Words words,
        Map<TaskId, Target> targets,
        Crowds crowds,
        Optional<Ref> chosen,
        FleetField.Fleet machines,
        Map<String, Generation> generations,
        boolean isOneGroup,
        Flow flow,
        Outlets outlets) {

    static Moment of(Frame frame, Layout layout, Words words, Optional<Ref> chosen) {
        var targets = new HashMap<TaskId, Target>();
        frame.state().targets().values().forEach(target -> targets.put(target.task(), target));
        var crowds =
                layout.details().containsValue(Detail.CROWD)
                        ? Crowds.of(frame.state(), frame.at())
                        : Crowds.NONE;
        var machines =
                layout.boxes().keySet().stream().anyMatch(it -> it.part() == Part.FLEET)
                        ? FleetField.Fleet.of(frame.state())
                        : FleetField.Fleet.NONE;
        return new Moment(
                frame,
                layout,
                words,
                targets,
                crowds,
                chosen,
                machines,
                Generation.all(frame.state()),
                frame.state().tasks().values().stream().map(Task::group).distinct().count() < 2,
                Flow.at(frame),
                Outlets.of(frame.state()));
    }

    ClusterState state() {
        return frame.state();
    }

    SimInstant at() {
        return frame.at();
    }

    Optional<Target> target(TaskId task) {
        return Optional.ofNullable(targets.get(task));
    }

    Generation generation(Task task) {
        return generations.getOrDefault(task.startedBy(), Generation.ONLY);
    }

    String nameOf(TaskId task) {
        return state().taskNames().getOrDefault(task, task.abbreviated());
    }

    String say(String key, Object... namesAndValues) {
        return words.now(key, namesAndValues);
    }
}
