package ecslab.stage.panel;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.log.EventMemory;
import ecslab.stage.log.Tone;
import ecslab.stage.play.Frame;
import ecslab.wire.text.Texts;
import java.util.Locale;

/// What an overview is written from: a frame, what is remembered of the events, and a language.
record Sight(Frame frame, EventMemory memory, Texts texts) {

    private static final double UNITS_PER_VCPU = 1_024;

    ClusterState state() {
        return frame.state();
    }

    String say(String key, Object... namesAndValues) {
        return texts.of(key, namesAndValues);
    }

    Block.Fact fact(String key, Object value) {
        return new Block.Fact(say("inspector." + key), value.toString(), Tone.MUTED);
    }

    /// A fact under the name that AWS gives it.
    static Block.Fact aws(String field, Object value) {
        return new Block.Fact(field, value.toString(), Tone.MUTED);
    }

    Block.Heading heading(String key) {
        return new Block.Heading(say("inspector." + key));
    }

    String nameOf(TaskId task) {
        return state().taskNames().getOrDefault(task, memory.nameOf(task));
    }

    /// A task with its state, in a list.
    Block.Link line(Task task) {
        return new Block.Link(
                "",
                nameOf(task.id()),
                Ref.task(task.id()),
                task.lastStatus().toString(),
                Tone.of(task.lastStatus()));
    }

    static Block.Link link(String name, String text, Ref to) {
        return new Block.Link(name, text, to, "", Tone.MUTED);
    }

    boolean belongs(Task task, ServiceName service) {
        return task.cluster().equals(service.cluster())
                && task.service().filter(service.service()::equals).isPresent();
    }

    String at(SimInstant moment) {
        return Clock.time(frame.header().calendar(moment));
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String size(int cpuUnits, int memoryMib) {
        if (cpuUnits == 0 && memoryMib == 0) {
            return "-";
        }
        var vcpu = cpuUnits / UNITS_PER_VCPU;
        var text =
                vcpu == Math.rint(vcpu) ? Long.toString(Math.round(vcpu)) : Double.toString(vcpu);
        return text + " vCPU · " + memoryMib + " MiB";
    }
}
