package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.model.Exit;
import ecslab.ecs.time.Spans;
import ecslab.wire.json.Fields;
import java.util.List;

/// Reads and writes what breaks something on purpose, and what mends it.
final class FaultCommands {

    private static final String KILL_CONTAINER = "lab:KillContainer";
    private static final String REGISTRY_DOWN = "lab:RegistryDown";
    private static final String REGISTRY_UP = "lab:RegistryUp";
    private static final String FILL_SUBNET = "lab:FillSubnet";
    private static final String EMPTY_SUBNET = "lab:EmptySubnet";
    private static final String LEAK_MEMORY = "lab:LeakMemory";
    private static final String STOP_LEAK = "lab:StopLeak";
    private static final String SLOW_START = "lab:SlowStart";
    private static final String NORMAL_START = "lab:NormalStart";
    private static final String BREAK_HEALTH = "lab:BreakHealth";
    private static final String MEND_HEALTH = "lab:MendHealth";

    static final List<String> CALLS =
            List.of(
                    KILL_CONTAINER,
                    REGISTRY_DOWN,
                    REGISTRY_UP,
                    FILL_SUBNET,
                    EMPTY_SUBNET,
                    LEAK_MEMORY,
                    STOP_LEAK,
                    SLOW_START,
                    NORMAL_START,
                    BREAK_HEALTH,
                    MEND_HEALTH);

    private static final int EXIT_CODE_MAX = 255;
    private static final int MIB_MAX = 1_000_000;
    private static final String HOST = "\"docker.io\"";
    private static final String SUBNET = "\"${subnet/a}\"";
    private static final String IMAGE = "\"image/web:1\"";

    private FaultCommands() {}

    static Command read(String call, Fields fields) {
        return switch (call) {
            case KILL_CONTAINER ->
                    new LabFault.LabKillContainer(
                            fields.needText("task", "\"task/web#1\""),
                            fields.needText("container", "\"web\""),
                            (int) fields.whole("exitCode", 0, EXIT_CODE_MAX, Exit.KILLED));
            case REGISTRY_DOWN ->
                    new LabFault.LabRegistryDown(
                            fields.givenText("registry", HOST), fields.flag("throttles", false));
            case REGISTRY_UP -> new LabFault.LabRegistryUp(fields.givenText("registry", HOST));
            case FILL_SUBNET -> new LabFault.LabFillSubnet(fields.needText("subnet", SUBNET));
            case EMPTY_SUBNET -> new LabFault.LabEmptySubnet(fields.needText("subnet", SUBNET));
            case LEAK_MEMORY ->
                    new LabFault.LabLeakMemory(
                            of(fields, true), (int) fields.needWhole("mibPerMinute", 1, MIB_MAX));
            case STOP_LEAK -> new LabFault.LabStopLeak(of(fields, true));
            case SLOW_START ->
                    new LabFault.LabSlowStart(
                            of(fields, false), fields.needSpan("startsIn", "\"30s\""));
            case NORMAL_START -> new LabFault.LabNormalStart(of(fields, false));
            case BREAK_HEALTH -> new LabFault.LabBreakHealth(of(fields, true));
            default -> new LabFault.LabMendHealth(of(fields, true));
        };
    }

    /// An image, or where it makes sense one task.
    private static String of(Fields fields, boolean orTask) {
        var of = fields.needText("of", IMAGE);
        var fits = of.startsWith("image/") || (orTask && of.startsWith("task/"));
        if (!of.isEmpty() && !fits) {
            fields.wrong(
                    "of",
                    orTask ? "must select an image or a task" : "must select an image",
                    IMAGE);
        }
        return of;
    }

    static ObjectNode json(LabFault fault) {
        return switch (fault) {
            case LabFault.LabKillContainer(var task, var container, int code) ->
                    object().put("task", task).put("container", container).put("exitCode", code);
            case LabFault.LabRegistryDown(var host, var throttles) ->
                    throttles ? registry(host).put("throttles", true) : registry(host);
            case LabFault.LabFillSubnet(var subnet) -> object().put("subnet", subnet);
            case LabFault.LabEmptySubnet(var subnet) -> object().put("subnet", subnet);
            case LabFault.LabRegistryUp(var host) -> registry(host);
            case LabFault.LabLeakMemory(var of, int rate) ->
                    object().put("of", of).put("mibPerMinute", rate);
            case LabFault.LabSlowStart(var of, var startsIn) ->
                    object().put("of", of).put("startsIn", Spans.format(startsIn));
            case LabFault.LabStopLeak(var of) -> object().put("of", of);
            case LabFault.LabNormalStart(var of) -> object().put("of", of);
            case LabFault.LabBreakHealth(var of) -> object().put("of", of);
            case LabFault.LabMendHealth(var of) -> object().put("of", of);
        };
    }

    private static ObjectNode registry(Given<String> host) {
        var json = object();
        if (host instanceof Given.Value<String>(var value)) {
            json.put("registry", value);
        }
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
