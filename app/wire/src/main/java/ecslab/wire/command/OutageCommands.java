package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.LabOutage;
import ecslab.wire.json.Fields;
import java.util.List;

/// Reads and writes what breaks something between users and answers, and what mends it.
final class OutageCommands {

    static final List<String> CALLS =
            List.of(
                    "lab:SlowDown",
                    "lab:NormalSpeed",
                    "lab:ExhaustConnections",
                    "lab:FreeConnections",
                    "lab:DropRoute",
                    "lab:RestoreRoute",
                    "lab:Freeze",
                    "lab:Thaw",
                    "lab:BurnCpu",
                    "lab:StopBurn",
                    "lab:ZoneOutage",
                    "lab:ZoneBack");

    private static final int TIMES_MAX = 1_000;
    private static final String TASK = "\"task/web#1\"";
    private static final String ZONE = "\"us-east-1a\"";

    private OutageCommands() {}

    static Command read(String call, Fields fields) {
        return switch (call) {
            case "lab:SlowDown" ->
                    new LabOutage.LabSlowDown(
                            of(fields, true), (int) fields.needWhole("times", 2, TIMES_MAX));
            case "lab:NormalSpeed" -> new LabOutage.LabNormalSpeed(of(fields, true));
            case "lab:ExhaustConnections" -> new LabOutage.LabExhaustConnections(of(fields, false));
            case "lab:FreeConnections" -> new LabOutage.LabFreeConnections(of(fields, false));
            case "lab:DropRoute" -> new LabOutage.LabDropRoute(of(fields, false));
            case "lab:RestoreRoute" -> new LabOutage.LabRestoreRoute(of(fields, false));
            case "lab:Freeze" -> new LabOutage.LabFreeze(of(fields, false));
            case "lab:Thaw" -> new LabOutage.LabThaw(of(fields, false));
            case "lab:BurnCpu" -> new LabOutage.LabBurnCpu(of(fields, true));
            case "lab:StopBurn" -> new LabOutage.LabStopBurn(of(fields, true));
            case "lab:ZoneOutage" -> new LabOutage.LabZoneOutage(fields.needText("zone", ZONE));
            default -> new LabOutage.LabZoneBack(fields.needText("zone", ZONE));
        };
    }

    private static String of(Fields fields, boolean orImage) {
        var of = fields.needText("of", TASK);
        var fits = of.startsWith("task/") || (orImage && of.startsWith("image/"));
        if (!of.isEmpty() && !fits) {
            fields.wrong(
                    "of", orImage ? "must select an image or a task" : "must select a task", TASK);
        }
        return of;
    }

    static ObjectNode json(LabOutage outage) {
        var json = JsonNodeFactory.instance.objectNode();
        return switch (outage) {
            case LabOutage.LabSlowDown(var of, int times) -> json.put("of", of).put("times", times);
            case LabOutage.LabNormalSpeed(var of) -> json.put("of", of);
            case LabOutage.LabExhaustConnections(var of) -> json.put("of", of);
            case LabOutage.LabFreeConnections(var of) -> json.put("of", of);
            case LabOutage.LabDropRoute(var of) -> json.put("of", of);
            case LabOutage.LabRestoreRoute(var of) -> json.put("of", of);
            case LabOutage.LabFreeze(var of) -> json.put("of", of);
            case LabOutage.LabThaw(var of) -> json.put("of", of);
            case LabOutage.LabBurnCpu(var of) -> json.put("of", of);
            case LabOutage.LabStopBurn(var of) -> json.put("of", of);
            case LabOutage.LabZoneOutage(var zone) -> json.put("zone", zone);
            case LabOutage.LabZoneBack(var zone) -> json.put("zone", zone);
        };
    }
}
