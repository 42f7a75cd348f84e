package ecslab.stage;

import ecslab.ecs.RunHeader;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskCondition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskOrigin;
import ecslab.ecs.model.TaskPlace;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;

/// Small values for tests.
public final class Samples {

    public static final ServiceName WEB = new ServiceName("demo", "web");
    public static final TaskId FIRST = new TaskId("7c1f2a00000000000000000000000001");
    public static final TaskId SECOND = new TaskId("91be4d00000000000000000000000002");

    private Samples() {}

    public static SimInstant at(long seconds) {
        return SimInstant.ofSeconds(seconds);
    }

    public static RunHeader header(long untilSeconds) {
        return new RunHeader(
                "A sample",
                Instant.parse("2026-11-21T00:00:00Z"),
                new Arns("us-east-1", "111122223333"),
                7,
                at(untilSeconds),
                "",
                List.of());
    }

    public static Task task(TaskId id, TaskStatus status, Stop stop) {
        return new Task(
                id,
                new TaskOrigin(
                        "demo",
                        new TaskDefinitionName("web", 1),
                        "service:web",
                        "ecs-svc/1234567890123456789",
                        256,
                        512),
                TaskPlace.onFargate("us-east-1a", "subnet-1"),
                new TaskCondition(
                        status,
                        stop == Stop.NOT_ASKED ? TaskStatus.RUNNING : TaskStatus.STOPPED,
                        HealthStatus.UNKNOWN),
                List.of(),
                List.of(),
                Collections.unmodifiableMap(new EnumMap<>(TaskMoment.class)),
                stop,
                1);
    }

    public static Event.TaskStateChange change(long seconds, TaskId id, TaskStatus status) {
        return new Event.TaskStateChange(at(seconds), task(id, status, Stop.NOT_ASKED));
    }

    public static Event.ServiceEvent said(long seconds, String message) {
        return new Event.ServiceEvent(
                at(seconds), WEB, "event-" + seconds, "(service web) " + message);
    }

    public static Event.RequestSent request(long seconds, long number) {
        return new Event.RequestSent(at(seconds), number, "users", "web", "/");
    }

    public static Command stopTask(String task) {
        return new TaskCommand.StopTask(Given.of("demo"), task, Given.absent());
    }
}
