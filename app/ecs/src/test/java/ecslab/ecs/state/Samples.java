package ecslab.ecs.state;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Pull;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskCondition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskOrigin;
import ecslab.ecs.model.TaskPlace;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Small things to fold.
final class Samples {

    static final ServiceName WEB = new ServiceName("demo", "web");

    private Samples() {}

    static Task task(int n, String group) {
        return new Task(
                new TaskId(String.format("%032x", n)),
                new TaskOrigin("demo", new TaskDefinitionName("api", 1), group, "", 256, 512),
                TaskPlace.onFargate("us-east-1a", "subnet-1"),
                TaskCondition.of(TaskStatus.PROVISIONING),
                List.of(),
                List.of(),
                Map.of(),
                Stop.NOT_ASKED,
                1);
    }

    static Task leaving(Task task) {
        return task.withDesiredStatus(TaskStatus.STOPPED)
                .withStop(new Stop.Asked(StopCode.USER_INITIATED, "enough"))
                .withVersion(task.version() + 1);
    }

    static Event reported(long second, Task task) {
        return new Event.TaskStateChange(SimInstant.ofSeconds(second), task);
    }

    static Event said(long second, String words) {
        return new Event.ServiceEvent(SimInstant.ofSeconds(second), WEB, "id-" + words, words);
    }

    static Event pullStarted(long second, Task task) {
        return new Event.ImagePull(
                SimInstant.ofSeconds(second),
                task.id(),
                "web",
                "web:1",
                new Pull.Started(40, 3, Duration.ofSeconds(4)));
    }

    static Event image(String uri) {
        return new Event.ImageChange(SimInstant.START, new Image(uri, "sha256:1", 40, 3));
    }

    static ClusterState fold(List<Event> events) {
        var fold = new StateFold(ClusterState.EMPTY);
        events.forEach(fold::apply);
        return fold.snapshot();
    }
}
