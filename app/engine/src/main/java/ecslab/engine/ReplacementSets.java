package ecslab.engine;

import ecslab.ecs.codedeploy.AppSpec;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.Unmodelled;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// What CodeDeploy asks of ECS and of the load balancer: the replacement task set, the weights
/// between the two target groups, which task set is the primary one, and the end of the other.
final class ReplacementSets {

    private final Desk desk;
    private final Names names;
    private final Awsvpc awsvpc;
    private final ServiceWiring wiring;
    private final TaskSetRecords sets;
    private final TrafficWeights weights;

    ReplacementSets(Desk desk, Names names, Deployments deployments, Listeners listeners) {
        this.desk = desk;
        this.names = names;
        awsvpc = new Awsvpc(desk, names);
        wiring = new ServiceWiring(desk, names);
        sets = new TaskSetRecords(desk, deployments);
        weights = new TrafficWeights(desk, listeners);
    }

    /// The task set that has the production traffic now.
    static Deployment primary(Service service) {
        return service.deployments().stream()
                .filter(one -> one.status() == DeploymentStatus.PRIMARY)
                .findFirst()
                .orElse(service.deployments().getFirst());
    }

    /// Makes green as large as blue, in the target group that blue doesn't use. What an earlier
    /// deployment has left behind goes first.
    ///
    /// @return green's id
    String install(DeploymentInfo info) {
        var service = desk.service(info.service());
        var revision = revision(service, info);
        removeOthers(service, primary(service).id());
        return sets.add(
                        desk.service(info.service()),
                        revision,
                        info.deploymentId(),
                        DeploymentStrategy.WHOLE)
                .id();
    }

    private void removeOthers(Service service, String primary) {
        service.rollout().taskSets().stream()
                .filter(set -> !set.leaving() && !set.id().equals(primary))
                .forEach(set -> sets.scale(desk.service(service.name()), set, 0, true));
    }

    /// What ECS refuses of it, it refuses in its own words.
    private ServiceRevision revision(Service service, DeploymentInfo info) {
        var spec = info.revision().appSpec();
        var definition = names.taskDefinition(spec.taskDefinition());
        ServiceUpdates.checkReplacement(service, definition, true);
        var balancer =
                new ServiceLoadBalancer(
                        freeGroup(info, primary(service).id()),
                        spec.containerName(),
                        spec.containerPort());
        var balancers =
                wiring.check(List.of(balancer), definition, new DeploymentStrategy.Rolling());
        return new ServiceRevision(
                desk.ids().deployment().substring(Deployment.ID_PREFIX.length()),
                service.name(),
                definition.name(),
                service.launchType(),
                service.capacityProviderStrategy(),
                spec.network().isEmpty() ? service.network() : network(service, spec, definition),
                balancers,
                balancers.stream().map(ServiceLoadBalancer::targetGroupArn).toList(),
                desk.now(),
                unmodelled(service, spec));
    }

    private AwsVpcConfiguration network(Service service, AppSpec spec, TaskDefinition definition) {
        return awsvpc.network(
                Given.of(spec.network().getFirst()), definition, service.launchType());
    }

    private static Unmodelled unmodelled(Service service, AppSpec spec) {
        var fields = new TreeMap<>(RevisionFields.of(service.unmodelled()).fields());
        if (!spec.platformVersion().isEmpty()) {
            fields.put("platformVersion", "\"" + spec.platformVersion() + "\"");
        }
        return new Unmodelled(fields);
    }

    private String freeGroup(DeploymentInfo info, String primary) {
        var used = desk.state().revision(primary).targetGroupArns();
        return pair(info).stream().filter(arn -> !used.contains(arn)).findFirst().orElse("");
    }

    /// The pair's ARNs, in the order in which the deployment group names them.
    private List<String> pair(DeploymentInfo info) {
        return info.group().pair().targetGroups().stream()
                .map(desk.state().targetGroups::get)
                .filter(Objects::nonNull)
                .map(TargetGroup::arn)
                .toList();
    }

    /// Gives green its share of the production traffic, and blue the rest.
    void production(DeploymentInfo info, int tenths) {
        share(info, info.group().pair().prodListenerArn(), tenths);
    }

    /// Likewise of the test traffic; nothing is to be done where there is no test listener.
    void test(DeploymentInfo info, int tenths) {
        share(info, info.group().pair().testListenerArn(), tenths);
    }

    /// Blue has everything, and green stands in the rule with nothing, so that the health of its
    /// targets is checked before they get any traffic.
    void toBlue(DeploymentInfo info) {
        production(info, 0);
        test(info, 0);
    }

    private void share(DeploymentInfo info, String listener, int tenths) {
        var pair = pair(info);
        var blue = desk.state().revision(info.sets().blue()).targetGroupArns().getFirst();
        if (pair.size() == 2) {
            weights.ofListener(listener, pair, blue, DeploymentStrategy.WHOLE - tenths);
        }
    }

    void makePrimary(DeploymentInfo info, String set) {
        sets.makePrimary(desk.service(info.service()), set);
    }

    /// Its tasks drain and stop.
    void remove(DeploymentInfo info, String id) {
        var service = desk.service(info.service());
        service.rollout().taskSets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .ifPresent(set -> sets.scale(service, set, 0, true));
    }

    /// Whether green is as large as it is to be, and healthy.
    boolean isSteady(DeploymentInfo info, Health health) {
        var service = desk.service(info.service());
        return service.rollout().taskSets().stream()
                .filter(set -> set.id().equals(info.sets().green()))
                .mapToInt(set -> set.computedDesiredCount(service.desiredCount()))
                .allMatch(count -> health.isWhole(service.name(), info.sets().green(), count));
    }
}
