package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.WatchCommand;
import ecslab.ecs.event.Event.AlarmChange;
import ecslab.ecs.model.Alarm;
import ecslab.ecs.model.Alarm.AlarmState;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment.Monitor;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import java.util.Arrays;
import java.util.List;

/// CloudWatch alarms, what they do to deployments, and the functions that lifecycle hooks call.
final class WatchApi {

    private final Desk desk;
    private final Deployments deployments;
    private final CodeDeployments codeDeployments;

    WatchApi(Desk desk, Deployments deployments, CodeDeployments codeDeployments) {
        this.desk = desk;
        this.deployments = deployments;
        this.codeDeployments = codeDeployments;
    }

    Response carryOut(WatchCommand command, Runnable accepted) {
        switch (command) {
            case WatchCommand.LabAlarm(var name, var state) -> {
                accepted.run();
                put(new Alarm(name, state(state.orElse("INSUFFICIENT_DATA")), ""));
            }
            case WatchCommand.SetAlarmState set -> setState(set, accepted);
            case WatchCommand.LabHook hook -> {
                accepted.run();
                desk.state().hooks.put(functionName(hook.function()), hook);
            }
        }
        return new EmptyResponse();
    }

    /// What follows the last colon of a function's ARN.
    static String functionName(String function) {
        var name = Arns.lastPart(function);
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private void setState(WatchCommand.SetAlarmState set, Runnable accepted) {
        if (!desk.state().alarms.containsKey(set.alarmName())) {
            throw ApiException.of("ResourceNotFound", "/AlarmName")
                    .because("Unknown alarm " + set.alarmName())
                    .remedy(
                            Misspelt.remedy(
                                    set.alarmName(), desk.state().alarms.keySet(), "remedy.alarm"));
        }
        var state = state(set.stateValue());
        accepted.run();
        put(new Alarm(set.alarmName(), state, set.stateReason()));
    }

    private static AlarmState state(String written) {
        return Arrays.stream(AlarmState.values())
                .filter(one -> one.name().equals(written))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.of("InvalidParameterValue", "/StateValue")
                                .because("Unknown alarm state " + written)
                                .remedy(
                                        Phrase.of(
                                                "remedy.oneOf",
                                                "known",
                                                Names.list(List.of(AlarmState.values())))));
    }

    private void put(Alarm alarm) {
        desk.state().alarms.put(alarm.name(), alarm);
        desk.journal().report(new AlarmChange(desk.now(), alarm));
        if (alarm.state() == AlarmState.ALARM) {
            List.copyOf(desk.state().services.values()).stream()
                    .filter(service -> isWatched(service, alarm.name()))
                    .forEach(service -> trigger(service, alarm.name()));
            codeDeployments.alarmRang(alarm.name());
        }
    }

    /// An alarm that was in ALARM when the deployment began is ignored until its end.
    private boolean isWatched(Service service, String alarm) {
        var alarms = service.deploymentConfiguration().alarms();
        var memory = desk.memory(service.name());
        return service.isActive()
                && alarms.enable()
                && !service.deployments().isEmpty()
                && alarms.alarmNames().contains(alarm)
                && service.deployments().getFirst().rolloutState() == RolloutState.IN_PROGRESS
                && !memory.rollingBack
                && memory.shift.stage() != LifecycleStage.CLEAN_UP
                && !memory.ignoredAlarms.contains(alarm);
    }

    private void trigger(Service service, String alarm) {
        deployments
                .current(service)
                .ifPresent(one ->
                        deployments.note(
                                one.withAlarms(
                                        new Monitor(
                                                MonitorStatus.TRIGGERED, 1, 1, List.of(alarm)))));
        var rollback = service.deploymentConfiguration().alarms().rollback();
        deployments.fail(service.name(), DeploymentFailure.alarm(rollback));
    }
}
