package ecslab.lesson.read;

import ecslab.ecs.Nearest;
import ecslab.ecs.command.BalancingCommand;
import ecslab.ecs.command.CapacityCommand;
import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.CodeDeployCommand;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.DeploymentCommand;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabCommand;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.LabNeighbour;
import ecslab.ecs.command.LabOutage;
import ecslab.ecs.command.ReadCommand;
import ecslab.ecs.command.RoleCommand;
import ecslab.ecs.command.ServiceCommand;
import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.command.TaskDefinitionCommand;
import ecslab.ecs.command.WatchCommand;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.read.Reading.Use;
import ecslab.wire.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The selectors of all things that some commands can make. Whether a thing is there at the moment
/// when it is looked at shows only when the lesson is run.
final class ThingNames {

    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<String> groups = new TreeSet<>();
    private final TreeMap<String, Integer> revisions = new TreeMap<>();

    /// Takes what a scenario has from its start, and what its commands make.
    void take(Scenario scenario) {
        for (var image : scenario.images()) {
            take(image);
        }
        scenario.traffic().forEach(traffic -> names.add("traffic/" + traffic.name()));
        scenario.setup().forEach(timed -> take(timed.command()));
        scenario.commands().forEach(timed -> take(timed.command()));
    }

    private void take(ImageBehaviour image) {
        names.add("image/" + image.uri());
        names.add("image/" + Arns.lastPart(image.uri()));
    }

    void take(Command command) {
        switch (command) {
            case ClusterCommand.CreateCluster create ->
                    names.add("cluster/" + create.clusterName().orElse(ClusterDescription.DEFAULT));
            case TaskDefinitionCommand.RegisterTaskDefinition register -> {
                var family = register.family();
                groups.add(family);
                var revision = revisions.merge(family, 1, Integer::sum);
                names.add("taskDefinition/" + family + ":" + revision);
            }
            case ServiceCommand.CreateService create -> {
                groups.add(create.serviceName());
                names.add("service/" + create.serviceName());
            }
            case RoleCommand.CreateRole(var name, _) -> names.add("role/" + name);
            case LabCommand.LabNetwork network -> {
                var both = network.publicSubnets() && network.privateSubnets();
                for (var i = 0; i < network.availabilityZones().size(); i++) {
                    names.add("subnet/" + (char) ('a' + i));
                    if (both) {
                        names.add("subnet/private-" + (char) ('a' + i));
                    }
                }
            }
            case LabCapacity.LabAutoScalingGroup group -> {
                names.add("autoScalingGroup/" + group.name());
                nameInstances(group.name(), group.max());
            }
            case LabCapacity.LabStartInstances start -> nameInstances(start.name(), start.count());
            case ClusterCommand.CreateCapacityProvider create ->
                    names.add("capacityProvider/" + create.name());
            case BalancingCommand.CreateLoadBalancer create ->
                    names.add("loadBalancer/" + create.name());
            case BalancingCommand.CreateTargetGroup create ->
                    names.add("targetGroup/" + create.name());
            case BalancingCommand _, CapacityCommand _ -> {}
            case LabCommand.LabLoadBalancer balancer -> {
                names.add("loadBalancer/" + balancer.name());
                names.add("targetGroup/" + balancer.targetGroup());
            }
            case TaskCommand.RunTask _, TaskCommand.StopTask _, ServiceCommand.UpdateService _ -> {}
            case TaskDefinitionCommand.DeregisterTaskDefinition _,
                    TaskDefinitionCommand.DeleteTaskDefinitions _ -> {}
            case TaskDefinitionCommand.DescribeTaskDefinition _,
                    TaskDefinitionCommand.ListTaskDefinitions _ -> {}
            case TaskCommand.DescribeTasks _, TaskCommand.StartTask _, ReadCommand _ -> {}
            case ServiceCommand.DeleteService _, DeploymentCommand _, WatchCommand _ -> {}
            case CodeDeployCommand _ -> {}
            case RoleCommand.AttachRolePolicy _, RoleCommand.DetachRolePolicy _ -> {}
            case LabNeighbour.LabLogGroup(var name) -> names.add("logGroup/" + name);
            case LabNeighbour.LabSecret(var name, _) -> names.add("secret/" + name);
            case LabNeighbour.LabFileSystem system -> names.add("fileSystem/" + system.name());
            case LabNeighbour _ -> {}
            case LabCommand.LabSendRequests _, LabFault _ -> {}
            case LabOutage _ -> {}
        }
    }

    private void nameInstances(String group, int count) {
        for (var i = 1; i <= count; i++) {
            names.add("instance/" + group + "#" + i);
        }
    }

    void refuseUnknown(List<Use> uses, Problems problems) {
        for (var use : uses) {
            if (!has(use.name())) {
                problems.add(
                        use.place(),
                        "nothing in this lesson is ever called \"" + use.name() + "\"",
                        Nearest.to(use.name(), candidates(use.name()))
                                .map(near -> "Write \"" + near + "\".")
                                .orElse("There are " + known() + "."));
            }
        }
    }

    private boolean has(String selector) {
        var isTask = selector.matches("task/.+#[1-9]\\d{0,3}");
        return names.contains(selector)
                || (isTask
                        && groups.contains(
                                selector.substring("task/".length(), selector.lastIndexOf('#'))));
    }

    private List<String> candidates(String selector) {
        var hash = selector.lastIndexOf('#');
        var number = hash < 0 ? "#1" : selector.substring(hash);
        var all = new ArrayList<>(names);
        groups.forEach(group -> all.add("task/" + group + number));
        return all;
    }

    private String known() {
        return candidates("").stream()
                .filter(name -> !name.contains(".dkr.ecr."))
                .collect(Collectors.joining(", "));
    }
}
