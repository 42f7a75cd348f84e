package ecslab.simulator.fuzz;

import ecslab.ecs.command.Command;
import ecslab.ecs.command.LabNeighbour.LabDeleteFileSystem;
import ecslab.ecs.command.LabNeighbour.LabDeleteLogGroup;
import ecslab.ecs.command.LabNeighbour.LabDeleteSecret;
import ecslab.ecs.command.LabNeighbour.LabFileSystem;
import ecslab.ecs.command.LabNeighbour.LabLogGroup;
import ecslab.ecs.command.LabNeighbour.LabSecret;
import ecslab.ecs.model.Secret;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.model.Volume;
import ecslab.ecs.model.VolumeKind;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A log group, a secret and a file system that tasks need, and that come and go.
final class RandomNeeds {

    private static final String GROUP = "/ecs/fuzz";
    private static final String SECRET = "db";
    private static final String SYSTEM = "data";

    private RandomNeeds() {}

    static List<Command> made() {
        return List.of(
                new LabLogGroup(GROUP),
                new LabSecret(SECRET, false),
                new LabFileSystem(SYSTEM, List.of("${subnet/a}"), List.of(), false, 0, List.of()));
    }

    static List<Command> wild() {
        return List.of(
                new LabLogGroup(GROUP),
                new LabDeleteLogGroup(GROUP),
                new LabDeleteSecret(SECRET),
                new LabDeleteFileSystem(SYSTEM));
    }

    static Secret secret() {
        return new Secret("KEY", "${secret/" + SECRET + "}");
    }

    static SortedMap<String, String> logOptions() {
        var options = new TreeMap<String, String>();
        options.put("awslogs-group", GROUP);
        options.put("awslogs-region", "us-east-1");
        options.put("awslogs-stream-prefix", "fuzz");
        return Collections.unmodifiableSortedMap(options);
    }

    static Volume fileSystem() {
        var id = "${fileSystem/" + SYSTEM + "}";
        var written = new TreeMap<String, String>();
        written.put("efsVolumeConfiguration", "{\"fileSystemId\":\"" + id + "\"}");
        return new Volume(SYSTEM, new VolumeKind.Efs(id, "", "", "", ""), new Unmodelled(written));
    }
}
