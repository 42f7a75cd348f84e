package ecslab.lesson.read;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.Arns;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.read.Reading.Use;
import ecslab.wire.Nearest;
import ecslab.wire.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The selectors of all things that some commands can make. Whether a thing is there at the moment
/// when it is looked at shows only when the lesson is run.
final class ThingNames {

    private static final String CLUSTER_DEFAULT = "default";

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
            case Command.CreateCluster create ->
                    names.add("cluster/" + create.clusterName().orElse(CLUSTER_DEFAULT));
            case Command.RegisterTaskDefinition register -> {
                var family = register.family();
                groups.add(family);
                var revision = revisions.merge(family, 1, Integer::sum);
                names.add("taskDefinition/" + family + ":" + revision);
            }
            case Command.CreateService create -> {
                groups.add(create.serviceName());
                names.add("service/" + create.serviceName());
            }
            case Command.CreateRole(var name, _) -> names.add("role/" + name);
            case Command.LabNetwork network -> {
                var both = network.publicSubnets() && network.privateSubnets();
                for (var i = 0; i < network.availabilityZones().size(); i++) {
                    names.add("subnet/" + (char) ('a' + i));
                    if (both) {
                        names.add("subnet/private-" + (char) ('a' + i));
                    }
                }
            }
            case Command.LabAutoScalingGroup group -> {
                names.add("autoScalingGroup/" + group.name());
                nameInstances(group.name(), group.max());
            }
            case Command.LabStartInstances start -> nameInstances(start.name(), start.count());
            case Command.CreateCapacityProvider create ->
                    names.add("capacityProvider/" + create.name());
            case Command.OfCapacity _ -> {}
            case Command.LabLoadBalancer balancer -> {
                names.add("loadBalancer/" + balancer.name());
                names.add("targetGroup/" + balancer.targetGroup());
            }
            case Command.RunTask _, Command.StopTask _, Command.UpdateService _ -> {}
            case Command.DeregisterTaskDefinition _, Command.DeleteTaskDefinitions _ -> {}
            case Command.DescribeTaskDefinition _, Command.ListTaskDefinitions _ -> {}
            case Command.DescribeTasks _ -> {}
            case Command.AttachRolePolicy _, Command.DetachRolePolicy _ -> {}
            case Command.LabSendRequests _, Command.LabFault _ -> {}
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
