package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.LabNeighbour;
import ecslab.ecs.command.LabNeighbour.LabDeleteFileSystem;
import ecslab.ecs.command.LabNeighbour.LabDeleteLogGroup;
import ecslab.ecs.command.LabNeighbour.LabDeleteSecret;
import ecslab.ecs.command.LabNeighbour.LabFileSystem;
import ecslab.ecs.command.LabNeighbour.LabLogGroup;
import ecslab.ecs.command.LabNeighbour.LabSecret;
import ecslab.ecs.event.Event.NeighbourChange;
import ecslab.ecs.model.Neighbour;
import ecslab.ecs.model.Neighbour.FileSystem;
import ecslab.ecs.model.Neighbour.LogGroup;
import ecslab.ecs.model.Neighbour.StoredSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Makes log groups, secrets and file systems, and takes them away. One that is made again after it
/// was taken away is another one, with another id.
final class NeighbourApi {

    private static final int SUFFIX_LENGTH = 6;

    private final Desk desk;
    private final Names names;

    NeighbourApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response carryOut(LabNeighbour command, Runnable accepted) {
        switch (command) {
            case LabLogGroup(var name) -> logGroup(name, accepted);
            case LabDeleteLogGroup(var name) ->
                    delete(
                            "logGroup",
                            name,
                            "ResourceNotFoundException",
                            "The specified log group does not exist.",
                            accepted);
            case LabSecret(var name, var parameter) -> secret(name, parameter, accepted);
            case LabDeleteSecret(var name) ->
                    delete(
                            "secret",
                            name,
                            "ResourceNotFoundException",
                            "Secrets Manager can't find the specified secret.",
                            accepted);
            case LabFileSystem system -> fileSystem(system, accepted);
            case LabDeleteFileSystem(var name) ->
                    delete(
                            "fileSystem",
                            name,
                            "FileSystemNotFound",
                            "File system '" + name + "' does not exist.",
                            accepted);
        }
        return new EmptyResponse();
    }

    private void logGroup(String name, Runnable accepted) {
        checkNew("logGroup", name, "The specified log group already exists");
        accepted.run();
        put(new LogGroup(name));
    }

    private void secret(String name, boolean parameter, Runnable accepted) {
        checkNew(
                "secret",
                name,
                "The operation failed because the secret " + name + " already exists.");
        accepted.run();
        put(
                new StoredSecret(
                        name,
                        parameter
                                ? desk.arns().parameter(name)
                                : desk.arns()
                                        .secret(
                                                name,
                                                desk.ids()
                                                        .hex("ids/secret")
                                                        .substring(0, SUFFIX_LENGTH))));
    }

    private void fileSystem(LabFileSystem command, Runnable accepted) {
        checkNew(
                "fileSystem",
                command.name(),
                "File system '" + command.name() + "' already exists.");
        var subnets = new ArrayList<String>();
        var zones = new TreeSet<String>();
        for (var i = 0; i < command.mountTargets().size(); i++) {
            var field = "/mountTargets/" + i;
            var subnet = names.subnet(command.mountTargets().get(i), field);
            if (!zones.add(subnet.availabilityZone())) {
                throw ApiException.of("MountTargetConflict", field)
                        .because("mount target already exists in this AZ")
                        .remedy(Phrase.of("remedy.mountTarget", "zone", subnet.availabilityZone()));
            }
            subnets.add(subnet.subnetId());
        }
        var groups = names.securityGroups(command.securityGroups(), "/securityGroups");
        accepted.run();
        var accessPoints = new ArrayList<String>();
        for (var i = 0; i < command.accessPoints(); i++) {
            accessPoints.add("fsap-0" + desk.ids().hex("ids/accessPoint"));
        }
        put(
                new FileSystem(
                        command.name(),
                        "fs-0" + desk.ids().hex("ids/fileSystem"),
                        List.copyOf(subnets),
                        groups,
                        command.iamOnly(),
                        List.copyOf(accessPoints),
                        command.directories()));
    }

    private void checkNew(String kind, String name, String message) {
        if (new Neighbours(desk).find(kind, name).isPresent()) {
            throw ApiException.of("ResourceAlreadyExistsException", "/name")
                    .because(message)
                    .remedy(Phrase.of("remedy.neighbour.exists", "name", name));
        }
    }

    private void delete(String kind, String name, String code, String message, Runnable accepted) {
        var found = new Neighbours(desk).find(kind, name);
        if (found.isEmpty()) {
            throw ApiException.of(code, "/name")
                    .because(message)
                    .remedy(Phrase.of("remedy.neighbour.unknown", "known", known(kind)));
        }
        accepted.run();
        desk.state().neighbours.remove(found.get().key());
        desk.journal().report(new NeighbourChange(desk.now(), found.get(), false));
    }

    private String known(String kind) {
        return Names.list(
                desk.state().neighbours.values().stream()
                        .filter(one -> one.kind().equals(kind))
                        .map(Neighbour::name)
                        .toList());
    }

    private void put(Neighbour neighbour) {
        desk.state().neighbourKinds.add(neighbour.kind());
        desk.state().neighbours.put(neighbour.key(), neighbour);
        desk.journal().report(new NeighbourChange(desk.now(), neighbour, true));
    }
}
