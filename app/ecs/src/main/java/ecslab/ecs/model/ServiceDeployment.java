package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One passage of a service from a revision to another, as DescribeServiceDeployments shows it.
///
/// @param id the last part of its ARN
/// @param sourceRevisions ids; none for a service's first deployment
/// @param targetRevision the id of the revision that is deployed
/// @param statusReason may be empty
/// @param rollbackReason empty unless it is rolled back
/// @param rollbackRevision what it is rolled back to; empty unless it is
public record ServiceDeployment(
        String id,
        ServiceName service,
        List<String> sourceRevisions,
        String targetRevision,
        ServiceDeploymentStatus status,
        String statusReason,
        LifecycleStage lifecycleStage,
        Traffic traffic,
        List<HookDetail> hooks,
        Monitor circuitBreaker,
        Monitor alarms,
        String rollbackReason,
        String rollbackRevision,
        DeploymentConfiguration configuration,
        Map<Moment, SimInstant> times) {

    public ServiceDeployment {
        var copy = new EnumMap<Moment, SimInstant>(Moment.class);
        copy.putAll(times);
        times = Collections.unmodifiableMap(copy);
    }

    /// When a service deployment did what.
    public enum Moment {
        CREATED_AT,
        STARTED_AT,
        FINISHED_AT,
        STOPPED_AT,
        ROLLBACK_STARTED_AT,
        UPDATED_AT
    }

    /// The target revision's shares, in tenths of a percent.
    public record Traffic(int testTenths, int productionTenths) {

        public static final Traffic NONE = new Traffic(0, 0);
    }

    /// A hook that was asked.
    ///
    /// @param function empty for a pause
    /// @param expiresAt when ECS takes the timeout action
    public record HookDetail(
            String hookId,
            LifecycleStage stage,
            String function,
            HookStatus status,
            SimInstant expiresAt,
            boolean continues) {

        public HookDetail withStatus(HookStatus next) {
            return new HookDetail(hookId, stage, function, next, expiresAt, continues);
        }
    }

    /// What has come of a hook.
    public enum HookStatus {
        AWAITING_ACTION,
        IN_PROGRESS,
        SUCCEEDED,
        FAILED,
        TIMED_OUT
    }

    /// The circuit breaker's count against its threshold; of alarms, `count` is how many are in
    /// ALARM that count.
    ///
    /// @param triggered names of alarms
    public record Monitor(MonitorStatus status, int count, int threshold, List<String> triggered) {

        public static final Monitor DISABLED = new Monitor(MonitorStatus.DISABLED, 0, 0, List.of());

        public Monitor withStatus(MonitorStatus next) {
            return status == MonitorStatus.DISABLED
                    ? this
                    : new Monitor(next, count, threshold, triggered);
        }
    }

    /// `ServiceDeploymentRollbackMonitorsStatus`
    public enum MonitorStatus {
        DISABLED,
        MONITORING,
        MONITORING_COMPLETE,
        TRIGGERED
    }

    /// Whether it is in a stage in which no hook has been asked yet.
    public boolean hasEnteredStage() {
        return lifecycleStage != LifecycleStage.NONE
                && hooks.stream().noneMatch(hook -> hook.stage() == lifecycleStage);
    }

    public Optional<SimInstant> time(Moment moment) {
        return Optional.ofNullable(times.get(moment));
    }

    public ServiceDeployment withStatus(ServiceDeploymentStatus next, String reason) {
        return new ServiceDeployment(
                id,
                service,
                sourceRevisions,
                targetRevision,
                next,
                reason,
                lifecycleStage,
                traffic,
                hooks,
                circuitBreaker,
                alarms,
                rollbackReason,
                rollbackRevision,
                configuration,
                times);
    }

    public ServiceDeployment withRollback(String reason, String revision) {
        return new ServiceDeployment(
                id,
                service,
                sourceRevisions,
                targetRevision,
                status,
                statusReason,
                lifecycleStage,
                traffic,
                hooks,
                circuitBreaker,
                alarms,
                reason,
                revision,
                configuration,
                times);
    }

    public ServiceDeployment withStage(LifecycleStage next) {
        return with(next, traffic, hooks, circuitBreaker, alarms, times);
    }

    public ServiceDeployment withTraffic(Traffic next) {
        return with(lifecycleStage, next, hooks, circuitBreaker, alarms, times);
    }

    public ServiceDeployment withHooks(List<HookDetail> next) {
        return with(lifecycleStage, traffic, next, circuitBreaker, alarms, times);
    }

    public ServiceDeployment withCircuitBreaker(Monitor next) {
        return with(lifecycleStage, traffic, hooks, next, alarms, times);
    }

    public ServiceDeployment withAlarms(Monitor next) {
        return with(lifecycleStage, traffic, hooks, circuitBreaker, next, times);
    }

    /// Notes a moment.
    public ServiceDeployment withTime(Moment moment, SimInstant at) {
        var next = new EnumMap<Moment, SimInstant>(Moment.class);
        next.putAll(times);
        next.put(moment, at);
        return with(lifecycleStage, traffic, hooks, circuitBreaker, alarms, next);
    }

    private ServiceDeployment with(
            LifecycleStage stage,
            Traffic weights,
            List<HookDetail> asked,
            Monitor breaker,
            Monitor watch,
            Map<Moment, SimInstant> noted) {
        return new ServiceDeployment(
                id,
                service,
                sourceRevisions,
                targetRevision,
                status,
                statusReason,
                stage,
                weights,
                asked,
                breaker,
                watch,
                rollbackReason,
                rollbackRevision,
                configuration,
                noted);
    }
}
