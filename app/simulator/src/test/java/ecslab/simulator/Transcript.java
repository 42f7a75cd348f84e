package ecslab.simulator;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run put into lines that a test can compare: drawn ids give way to names.
final class Transcript {

    private final List<Event> events;
    private final Map<TaskId, String> names;

    private Transcript(SimulatedRun run) {
        events = List.copyOf(run.events());
        names = run.snapshot().taskNames();
    }

    /// Of everything that happened until the run's end.
    static Transcript of(Scenarios scenarios) {
        var run = scenarios.start();
        run.advanceTo(run.header().until());
        return new Transcript(run);
    }

    static Transcript of(SimulatedRun run) {
        return new Transcript(run);
    }

    /// `AT lastStatus` whenever a task's last status changed.
    List<String> lifeOf(String name) {
        var lines = new ArrayList<String>();
        var last = "";
        for (var event : events) {
            if (event instanceof Event.TaskStateChange(var at, var task)
                    && name.equals(names.get(task.id()))
                    && !task.lastStatus().name().equals(last)) {
                last = task.lastStatus().name();
                lines.add(at + " " + last);
            }
        }
        return lines;
    }

    /// `AT container STATUS` whenever the last status of one of a task's containers changed.
    List<String> containersOf(String name) {
        var lines = new ArrayList<String>();
        var last = new LinkedHashMap<String, String>();
        for (var event : events) {
            if (event instanceof Event.TaskStateChange(var at, var task)
                    && name.equals(names.get(task.id()))) {
                for (var container : task.containers()) {
                    var status = container.lastStatus().name();
                    if (!status.equals(last.put(container.name(), status))
                            && !status.equals("PENDING")) {
                        lines.add(at + " " + container.name() + " " + status);
                    }
                }
            }
        }
        return lines;
    }

    /// `AT STATUS` whenever a task's health status changed.
    List<String> healthOf(String name) {
        var lines = new ArrayList<String>();
        var last = "UNKNOWN";
        for (var event : events) {
            if (event instanceof Event.TaskStateChange(var at, var task)
                    && name.equals(names.get(task.id()))
                    && !task.healthStatus().name().equals(last)) {
                last = task.healthStatus().name();
                lines.add(at + " " + last);
            }
        }
        return lines;
    }

    /// `AT container exitCode restartCount` for each restart in place.
    List<String> restarts() {
        var lines = new ArrayList<String>();
        for (var event : events) {
            if (event instanceof Event.ContainerRestart(var at, _, var name, int code, int n)) {
                lines.add(at + " " + name + " " + code + " " + n);
            }
        }
        return lines;
    }

    /// A task's record as it was last reported.
    Task task(String name) {
        Task found = null;
        for (var event : events) {
            if (event instanceof Event.TaskStateChange(_, var task)
                    && name.equals(names.get(task.id()))) {
                found = task;
            }
        }
        if (found == null) {
            throw new AssertionError("no task is called " + name + ", only " + names.values());
        }
        return found;
    }

    /// `STOP_CODE: stoppedReason` of a task.
    String whyStopped(String name) {
        return task(name).stop() instanceof Stop.Asked(var code, var reason)
                ? code.printed() + ": " + named(reason)
                : "not asked";
    }

    /// `container exitCode reason` for each container of a task.
    List<String> exitsOf(String name) {
        return task(name).containers().stream()
                .map(c ->
                        c.name() + " " + code(c.exit()) + (" " + named(c.reason())).stripTrailing())
                .toList();
    }

    private static String code(Exit exit) {
        return exit instanceof Exit.Code(int exitCode) ? Integer.toString(exitCode) : "-";
    }

    /// `AT message` for each of the services' events.
    List<String> said() {
        var lines = new ArrayList<String>();
        for (var event : events) {
            if (event instanceof Event.ServiceEvent(var at, _, _, var message)) {
                lines.add(at + " " + named(message));
            }
        }
        return lines;
    }

    /// Those of the lines of [#said()] that hold `words`.
    List<String> said(String words) {
        return said().stream().filter(line -> line.contains(words)).toList();
    }

    /// `AT task state` for each change of a target's state.
    List<String> targets() {
        var lines = new ArrayList<String>();
        for (var event : events) {
            if (event instanceof Event.TargetHealthChange(var at, var target)
                    && !target.reason().equals("Elb.InitialHealthChecking")) {
                lines.add(at + " " + names.get(target.task()) + " " + target.state().printed());
            }
        }
        return lines;
    }

    List<String> targetsOf(String name) {
        return targets().stream()
                .filter(line -> line.contains(" " + name + " "))
                .map(line -> line.replace(name + " ", ""))
                .toList();
    }

    /// `AT outcome {values} arithmetic` for each decision of a kind.
    List<String> decisions(Decision.Kind kind) {
        var lines = new ArrayList<String>();
        for (var event : events) {
            if (event instanceof Decision decided && decided.kind() == kind) {
                var outcome = decided.outcome();
                var line = decided.at() + " " + outcome.key() + " " + outcome.values();
                lines.add((line + " " + decided.arithmetic()).stripTrailing());
            }
        }
        return lines;
    }

    /// How often requests ended with `status cause`.
    Map<String, Integer> answers(SimInstant from, SimInstant to) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var event : events) {
            if (event instanceof Event.RequestAnswered answered
                    && !answered.at().isBefore(from)
                    && answered.at().isBefore(to)) {
                counts.merge(answered.status() + " " + answered.cause().word(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// How many tasks were RUNNING, and nobody had asked them to stop, at each change.
    List<String> serviceCounts() {
        var lines = new ArrayList<String>();
        for (var event : events) {
            if (event instanceof Event.ServiceChange(var at, var service)) {
                lines.add(at + " " + service.runningCount() + "+" + service.pendingCount());
            }
        }
        return lines;
    }

    boolean hasHealthyTarget(String name) {
        return targetsOf(name).stream().anyMatch(l -> l.endsWith(TargetState.HEALTHY.printed()));
    }

    boolean hasRun(String name) {
        return lifeOf(name).stream().anyMatch(l -> l.endsWith(TaskStatus.RUNNING.name()));
    }

    private String named(String text) {
        var plain = text;
        for (var name : names.entrySet()) {
            plain = plain.replace(name.getKey().hex(), name.getValue());
        }
        return plain.replaceAll("ecs-svc/\\d{19}", "ecs-svc/N")
                .replaceAll("arn:aws:elasticloadbalancing\\S*?:targetgroup/(\\w+)/\\w+", "TG/$1");
    }
}
