package ecslab.stage.log;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Ref;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The events of a run that can be lines, found in the order of time and by the thing that they are
/// about. It reads every event once: what a frame adds is all that a frame costs.
public final class LogIndex {

    private final Reading reading = new Reading();
    private EventMemory memory = new EventMemory();
    private final List<Heard> all = new ArrayList<>();
    private final Map<Ref, List<Heard>> byRef = new LinkedHashMap<>();
    private int generation;

    /// Has read nothing yet.
    public LogIndex() {}

    /// Reads on.
    ///
    /// @param events those read before and more, or those of another branch
    public void readOn(List<Event> events) {
        var before = reading.count();
        var from = reading.readOn(events);
        if (from < before) {
            startAgain();
        }
        var about = new About(memory);
        for (var index = from; index < events.size(); index++) {
            var event = events.get(index);
            var step = memory.hear(event);
            var interest = Interest.of(event, step);
            if (interest != Interest.SILENT) {
                keep(new Heard(index, event, step, interest, topicOf(event), about.refs(event)));
            }
        }
    }

    /// Grows when what has been read before no longer holds.
    public int generation() {
        return generation;
    }

    public EventMemory memory() {
        return memory;
    }

    /// In order of time.
    public List<Heard> all() {
        return Collections.unmodifiableList(all);
    }

    /// Those about one thing, in order of time.
    public List<Heard> about(Ref ref) {
        return Collections.unmodifiableList(byRef.getOrDefault(ref, List.of()));
    }

    /// How many of `lines` stand among the first `position` events.
    public static int countBefore(int position, List<Heard> lines) {
        var low = 0;
        var high = lines.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (lines.get(middle).index() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void startAgain() {
        generation++;
        memory = new EventMemory();
        all.clear();
        byRef.clear();
    }

    private void keep(Heard heard) {
        all.add(heard);
        for (var ref : heard.about()) {
            byRef.computeIfAbsent(ref, _ -> new ArrayList<>()).add(heard);
        }
    }

    static Topic topicOf(Event event) {
        return switch (event) {
            case Event.ApiCall _, Event.ApiRefusal _ -> Topic.API;
            case Event.ServiceEvent _, Event.ServiceAction _ -> Topic.SERVICE;
            case Event.DeploymentStateChange _, Event.HookCall _ -> Topic.DEPLOYMENT;
            case Event.ServiceDeploymentChange _, Event.AlarmChange _ -> Topic.DEPLOYMENT;
            case Event.CodeDeployDeploymentChange _ -> Topic.DEPLOYMENT;
            case Event.ServiceRevisionChange _ -> Topic.DESCRIPTION;
            case Event.CodeDeployResourceChange _ -> Topic.DESCRIPTION;
            case Event.TaskProtectionChange _ -> Topic.TASK;
            case Event.TaskStateChange _ -> Topic.TASK;
            case Event.ContainerProbe _, Event.ContainerRestart _ -> Topic.TASK;
            case Event.TaskDeleted _ -> Topic.TASK;
            case Event.ContainerInstanceDeleted _ -> Topic.CAPACITY;
            case Event.TaskDefinitionDeleted _ -> Topic.DESCRIPTION;
            case Event.FaultChange _, Event.NeighbourChange _ -> Topic.API;
            case Event.ImagePull _ -> Topic.IMAGE;
            case Event.TargetHealthChange _, Event.HealthProbe _ -> Topic.TARGET;
            case Event.RequestSent _, Event.RequestRouted _ -> Topic.REQUEST;
            case Event.RequestAnswered _ -> Topic.REQUEST;
            case Decision _ -> Topic.DECISION;
            case Event.ServiceChange _, Event.ClusterChange _ -> Topic.DESCRIPTION;
            case Event.TaskDefinitionChange _, Event.NetworkChange _ -> Topic.DESCRIPTION;
            case Event.InstanceChange _, Event.ContainerInstanceChange _ -> Topic.CAPACITY;
            case Event.AutoScalingGroupChange _ -> Topic.CAPACITY;
            case Event.CapacityProviderChange _ -> Topic.CAPACITY;
            case Event.RoleChange _, Event.ImageChange _ -> Topic.DESCRIPTION;
            case Event.LoadBalancerChange _, Event.TargetGroupChange _ -> Topic.DESCRIPTION;
            case Event.RequestWindow _, Event.UtilizationReport _ -> Topic.REQUEST;
            case Event.ListenerChange _, Event.BalancingDeleted _ -> Topic.DESCRIPTION;
        };
    }
}
