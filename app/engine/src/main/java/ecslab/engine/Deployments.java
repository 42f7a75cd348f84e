package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event.ServiceDeploymentChange;
import ecslab.ecs.event.Event.ServiceRevisionChange;
import ecslab.ecs.model.Alarm.AlarmState;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.Moment;
import ecslab.ecs.model.ServiceDeployment.Monitor;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import ecslab.ecs.model.ServiceDeployment.Traffic;
import ecslab.ecs.model.ServiceDeploymentStatus;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Opens deployments, completes them, fails them and rolls them back; and keeps the service
/// deployments that tell of it.
final class Deployments {

    private final Desk desk;
    private final ServiceMessages says;
    private final StartThrottle throttle;

    Deployments(Desk desk, ServiceMessages says, StartThrottle throttle) {
        this.desk = desk;
        this.says = says;
        this.throttle = throttle;
    }

    /// A new PRIMARY deployment; those before stay ACTIVE until their tasks are gone.
    Service open(Service service, ServiceRevision revision) {
        var name = service.name();
        var memory = desk.memory(name);
        if (!revision.taskDefinition().equals(service.taskDefinition())) {
            throttle.reset(name);
        }
        current(service)
                .ifPresent(earlier ->
                        end(earlier, ServiceDeploymentStatus.STOPPED, Guesses.SUPERSEDED));
        put(revision);
        var primary =
                deployment(
                        revision,
                        service.desiredCount(),
                        RolloutState.IN_PROGRESS,
                        "ECS deployment " + revision.deploymentId() + " in progress.");
        var deployments = new ArrayList<Deployment>();
        deployments.add(primary);
        for (var earlier : service.deployments()) {
            deployments.add(earlier.withStatus(DeploymentStatus.ACTIVE, desk.now()));
        }
        memory.forgetDeployment();
        memory.shift = shift(service, revision);
        var next = service.withRevision(revision).withDeployments(List.copyOf(deployments));
        var told = note(told(next, service));
        memory.ignoredAlarms.addAll(ignored(next));
        AlarmsTold.tell(desk, next);
        says.deployment(name, primary, "SERVICE_DEPLOYMENT_IN_PROGRESS");
        return next.withRollout(service.rollout().withCurrent(told.id()));
    }

    private Shift shift(Service service, ServiceRevision revision) {
        if (!service.deploymentConfiguration().strategy().shiftsTraffic()) {
            return Shift.NONE;
        }
        var completed = desk.memory(service.name()).completed;
        var known = service.deployments().stream().anyMatch(d -> d.id().equals(completed));
        var others = service.deployments().stream().anyMatch(one -> !one.id().equals(completed));
        return Shift.begin(known ? completed : "", revision.deploymentId(), others);
    }

    /// What a service is to run from now on.
    ServiceRevision revision(
            Service service,
            TaskDefinitionName definition,
            AwsVpcConfiguration network,
            List<ServiceLoadBalancer> balancers) {
        return new ServiceRevision(
                desk.ids().deployment().substring(Deployment.ID_PREFIX.length()),
                service.name(),
                definition,
                service.launchType(),
                service.capacityProviderStrategy(),
                network,
                balancers,
                targetGroups(service, balancers),
                desk.now(),
                RevisionFields.of(service.unmodelled()));
    }

    /// Where traffic is shifted, a revision takes the target group that the one in production
    /// leaves free.
    private List<String> targetGroups(Service service, List<ServiceLoadBalancer> balancers) {
        var completed = desk.memory(service.name()).completed;
        var inUse =
                completed.isEmpty()
                        ? List.<String>of()
                        : desk.state().revision(completed).targetGroupArns();
        var shifts = service.deploymentConfiguration().strategy().shiftsTraffic();
        return balancers.stream()
                .map(one -> {
                    var both = one.advanced().isGiven();
                    var other = inUse.contains(one.targetGroupArn());
                    return both && other == shifts && !inUse.isEmpty()
                            ? one.advanced().alternateTargetGroupArn()
                            : one.targetGroupArn();
                })
                .toList();
    }

    void put(ServiceRevision revision) {
        desk.state().revisions.put(revision.id(), revision);
        desk.journal().report(new ServiceRevisionChange(desk.now(), revision));
    }

    private List<String> ignored(Service service) {
        var alarms = service.deploymentConfiguration().alarms();
        return alarms.enable()
                ? alarms.alarmNames().stream().filter(this::isInAlarm).toList()
                : List.of();
    }

    private boolean isInAlarm(String name) {
        var alarm = desk.state().alarms.get(name);
        return alarm != null && alarm.state() == AlarmState.ALARM;
    }

    /// @param reason the `rolloutStateReason`
    Deployment deployment(
            ServiceRevision revision, int desired, RolloutState state, String reason) {
        return new Deployment(
                revision.deploymentId(),
                DeploymentStatus.PRIMARY,
                revision.taskDefinition(),
                desired,
                0,
                0,
                0,
                state,
                reason,
                desk.now(),
                desk.now());
    }

    private ServiceDeployment told(Service service, Service before) {
        var configuration = service.deploymentConfiguration();
        var breaker = configuration.circuitBreaker();
        var times = new EnumMap<Moment, SimInstant>(Moment.class);
        times.put(Moment.CREATED_AT, desk.now());
        return new ServiceDeployment(
                desk.ids().serviceDeployment(),
                service.name(),
                before.deployments().stream().map(Deployments::revisionId).toList(),
                revisionId(service.deployments().getFirst()),
                ServiceDeploymentStatus.PENDING,
                "",
                LifecycleStage.NONE,
                Traffic.NONE,
                List.of(),
                breaker.enable() && !configuration.strategy().shiftsTraffic()
                        ? new Monitor(
                                MonitorStatus.MONITORING,
                                0,
                                breaker.threshold().failures(service.desiredCount()),
                                List.of())
                        : Monitor.DISABLED,
                configuration.alarms().enable()
                        ? new Monitor(MonitorStatus.MONITORING, 0, 1, List.of())
                        : Monitor.DISABLED,
                "",
                "",
                configuration,
                times);
    }

    static String revisionId(Deployment deployment) {
        return deployment.id().substring(Deployment.ID_PREFIX.length());
    }

    /// The service deployment that is on its way.
    Optional<ServiceDeployment> current(Service service) {
        return Optional.ofNullable(
                desk.state().serviceDeployments.get(service.rollout().currentServiceDeployment()));
    }

    ServiceDeployment note(ServiceDeployment next) {
        var noted = next.withTime(Moment.UPDATED_AT, desk.now());
        desk.state().serviceDeployments.put(noted.id(), noted);
        desk.journal().report(new ServiceDeploymentChange(desk.now(), noted));
        return noted;
    }

    /// The scheduler looks at it for the first time.
    void begin(ServiceName name) {
        current(desk.service(name))
                .filter(one -> one.status() == ServiceDeploymentStatus.PENDING)
                .ifPresent(one -> {
                    note(
                            one.withStatus(ServiceDeploymentStatus.IN_PROGRESS, "")
                                    .withTime(Moment.STARTED_AT, desk.now()));
                    var service = desk.service(name);
                    if (desk.memory(name).shift.isUnderWay() || service.desiredCount() == 0) {
                        desk.put(service);
                    }
                });
    }

    private void end(ServiceDeployment one, ServiceDeploymentStatus status, String reason) {
        var stopped =
                status == ServiceDeploymentStatus.STOPPED
                        || status == ServiceDeploymentStatus.ROLLBACK_FAILED;
        note(
                one.withStatus(status, reason)
                        .withStage(LifecycleStage.NONE)
                        .withCircuitBreaker(complete(one.circuitBreaker()))
                        .withAlarms(complete(one.alarms()))
                        .withTime(stopped ? Moment.STOPPED_AT : Moment.FINISHED_AT, desk.now()));
    }

    private static Monitor complete(Monitor monitor) {
        return monitor.status() == MonitorStatus.MONITORING
                ? monitor.withStatus(MonitorStatus.MONITORING_COMPLETE)
                : monitor;
    }

    void complete(Service service) {
        var name = service.name();
        var memory = desk.memory(name);
        var primary = service.deployments().getFirst();
        var done =
                primary.withRollout(
                        RolloutState.COMPLETED,
                        "ECS deployment " + primary.id() + " completed.",
                        desk.now());
        current(service)
                .ifPresent(one ->
                        end(
                                one,
                                memory.rollingBack
                                        ? ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL
                                        : ServiceDeploymentStatus.SUCCESSFUL,
                                one.statusReason()));
        memory.forgetDeployment();
        memory.shift = Shift.NONE;
        memory.completed = primary.id();
        desk.put(first(service, done).withRollout(service.rollout().withCurrent("")));
        says.say(name, "(deployment " + primary.id() + ") deployment completed.");
        says.deployment(name, done, "SERVICE_DEPLOYMENT_COMPLETED");
    }

    static Service first(Service service, Deployment first) {
        var deployments = new ArrayList<>(service.deployments());
        deployments.set(0, first);
        return service.withDeployments(List.copyOf(deployments));
    }

    /// The newest deployment has failed: it starts no more tasks. It is rolled back if that was
    /// asked for, and if there is something to roll back to.
    void fail(ServiceName name, DeploymentFailure why) {
        var service = desk.service(name);
        var memory = desk.memory(name);
        var primary = service.deployments().getFirst();
        var failed = primary.withRollout(RolloutState.FAILED, why.rolloutStateReason(), desk.now());
        says.say(name, "(deployment " + primary.id() + ") deployment failed: " + why.words());
        says.deployment(name, failed, "SERVICE_DEPLOYMENT_FAILED");
        var back = memory.completed;
        var mayGoBack = !memory.rollingBack && !back.isEmpty() && !back.equals(primary.id());
        explain(service, why, mayGoBack);
        var goesBack = why.rollback() && mayGoBack;
        memory.shift = goesBack ? memory.shift.reversed() : Shift.NONE;
        if (goesBack) {
            rollBack(service, failed, why);
            return;
        }
        current(service)
                .ifPresent(one ->
                        end(
                                one,
                                memory.rollingBack
                                        ? ServiceDeploymentStatus.ROLLBACK_FAILED
                                        : ServiceDeploymentStatus.STOPPED,
                                why.rolloutStateReason()));
        desk.put(first(service, failed).withRollout(service.rollout().withCurrent("")));
    }

    private void rollBack(Service service, Deployment failed, DeploymentFailure why) {
        var name = service.name();
        var memory = desk.memory(name);
        var back = memory.completed;
        var revision = desk.state().revision(back);
        says.say(name, "rolling back to deployment " + back + ".");
        var reason = why.rollingBack() + back + ".";
        var reopened =
                service.deployments().stream()
                        .filter(one -> one.id().equals(back))
                        .findFirst()
                        .orElseGet(() ->
                                deployment(
                                        revision,
                                        service.desiredCount(),
                                        RolloutState.IN_PROGRESS,
                                        reason))
                        .withStatus(DeploymentStatus.PRIMARY, desk.now())
                        .withFailedTasks(0, desk.now())
                        .withRollout(RolloutState.IN_PROGRESS, reason, desk.now());
        var deployments = new ArrayList<Deployment>();
        deployments.add(reopened);
        deployments.add(failed.withStatus(DeploymentStatus.ACTIVE, desk.now()));
        service.deployments().stream()
                .skip(1)
                .filter(one -> !one.id().equals(back))
                .forEach(deployments::add);
        memory.rollingBack = true;
        memory.bakesUntil = SimInstant.START;
        memory.ran.remove(back);
        throttle.reset(name);
        current(service)
                .ifPresent(one ->
                        note(
                                one.withStatus(
                                                ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS,
                                                why.rolloutStateReason())
                                        .withStage(LifecycleStage.NONE)
                                        .withRollback(why.rolloutStateReason(), revision.id())
                                        .withTime(Moment.ROLLBACK_STARTED_AT, desk.now())));
        desk.put(
                service.withRevision(revision)
                        .withSettings(
                                service.deploymentConfiguration(),
                                service.healthCheckGracePeriod(),
                                RevisionFields.put(service.unmodelled(), revision.unmodelled()))
                        .withDeployments(List.copyOf(deployments)));
        says.deployment(name, reopened, "SERVICE_DEPLOYMENT_IN_PROGRESS");
        desk.reconcileSoon(name);
    }

    private void explain(Service service, DeploymentFailure why, boolean mayGoBack) {
        var memory = desk.memory(service.name());
        var outcome =
                !why.rollback()
                        ? "rollout.failed"
                        : mayGoBack
                                ? "rollout.back"
                                : memory.rollingBack ? "rollout.backAlready" : "rollout.noneBack";
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.ROLLOUT,
                        List.of(
                                Fact.of("rollback", why.rollback()),
                                Fact.of(
                                        "lastCompleted",
                                        memory.completed.isEmpty() ? "-" : memory.completed)),
                        List.of(),
                        "",
                        Phrase.of(outcome));
    }
}
