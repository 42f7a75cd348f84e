package ecslab.stage.picture;

import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.state.Selectors;
import ecslab.stage.fault.Broken;
import ecslab.stage.fault.Registries;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.picture.Area.Form;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Finds the actor for each place.
final class Cast {

    private Cast() {}

    static Actor of(Place place) {
        return switch (place.part()) {
            case USERS -> new UsersRow();
            case REGION -> new Area("region", Form.SPREAD, Cast::region);
            case NO_BALANCER ->
                    new EmptyPlace("picture.empty.balancer.title", "picture.empty.balancer.text");
            case BALANCER -> new BalancerCard(place.id());
            case SHELF -> new Area("shelf", Form.SPREAD, Cast::shelf);
            case IMAGE -> new ImageCard(place.id());
            case IMAGES_MORE -> more(Part.IMAGE, moment -> moment.state().images().size());
            case TASK_DEFINITIONS ->
                    new Area(
                            "definitions",
                            Form.BARE,
                            moment -> named(moment, "picture.taskDefinitions"));
            case TASK_DEFINITION -> new TaskDefinitionCard(place.id());
            case TASK_DEFINITIONS_MORE ->
                    more(Part.TASK_DEFINITION, moment -> moment.state().taskDefinitions().size());
            case NO_CLUSTER ->
                    new EmptyPlace("picture.empty.cluster.title", "picture.empty.cluster.text");
            case CLUSTER -> new ClusterFrame(place.id());
            case VPC -> new Area("vpc", Form.SPREAD, Cast::vpc);
            case ZONE -> new Area("zone", Form.CENTRED, moment -> zone(moment, place));
            case FARGATE -> new Area("fargate", Form.SPREAD, Cast::fargate);
            case BAND -> new ServiceFrame(place.id());
            case BANDS_MORE -> more(Part.BAND, moment -> moment.state().services().size());
            case GROUP -> new GroupFrame(place.id());
            case FLEET -> FleetField.of(place.id());
            case INSTANCE -> new InstanceFrame(place.id());
            case WAITING -> new Area("waiting", Form.SPREAD, moment -> waiting(moment, place));
            case NO_TASKS ->
                    new EmptyPlace("picture.empty.tasks.title", "picture.empty.tasks.text");
            case TASK -> new TaskCard(place.id());
            case CROWD -> new CrowdField(place.id());
            case ROLES -> new Area("roles", Form.SPREAD, moment -> named(moment, "picture.roles"));
            case ROLE -> new RoleBadge(place.id());
            case ROLES_MORE -> more(Part.ROLE, moment -> moment.state().roles().size());
        };
    }

    private static MoreCard more(Part part, ToIntFunction<Moment> all) {
        return new MoreCard(moment -> Math.max(0, all.applyAsInt(moment) - shown(moment, part)));
    }

    private static int shown(Moment moment, Part part) {
        return (int)
                moment.layout().boxes().keySet().stream()
                        .filter(place -> place.part() == part)
                        .count();
    }

    private static Area.Caption named(Moment moment, String key) {
        return Area.Caption.of(moment.say(key), "");
    }

    /// All registries stand on one shelf; of several, the first is meant.
    private static Area.Caption shelf(Moment moment) {
        var all = Registries.all(moment.state());
        return Area.Caption.of(
                all.size() == 1 ? all.getFirst() : moment.say("picture.shelf"),
                "",
                Selectors.find(moment.state(), "registry/ecr"));
    }

    private static Area.Caption region(Moment moment) {
        var arns = moment.frame().header().arns();
        return Area.Caption.of(moment.say("picture.region", "region", arns.region()), "");
    }

    private static Area.Caption vpc(Moment moment) {
        return Area.Caption.of(
                moment.say("picture.vpc"),
                moment.state().network().cidr(),
                Selectors.find(moment.state(), "vpc/main"));
    }

    private static Area.Caption zone(Moment moment, Place place) {
        var zone = place.id().substring(place.id().indexOf('/') + 1);
        var subnets =
                moment.state().network().subnets().stream()
                        .filter(each -> each.availabilityZone().equals(zone))
                        .toList();
        return new Area.Caption(
                zone,
                subnets.stream().map(Subnet::cidr).collect(Collectors.joining(" · ")),
                subnets.stream().findFirst().map(each -> Ref.of(Kind.SUBNET, each.subnetId())),
                Broken.isOut(moment.state(), zone));
    }

    private static Area.Caption waiting(Moment moment, Place place) {
        var count =
                moment.state().tasks().values().stream()
                        .filter(task -> task.cluster().equals(place.id()))
                        .filter(task -> task.launchType() == LaunchType.EC2)
                        .filter(task -> !task.place().isOnInstance() && !task.isStopped())
                        .count();
        return Area.Caption.of(
                moment.say("picture.waiting"), moment.say("picture.waiting.count", "count", count));
    }

    private static Area.Caption fargate(Moment moment) {
        return Area.Caption.of(
                moment.say("picture.fargate"),
                moment.say("picture.fargate.about"),
                Selectors.find(
                        moment.state(), "capacityProvider/" + CapacityProvider.FARGATE_SPOT));
    }
}
