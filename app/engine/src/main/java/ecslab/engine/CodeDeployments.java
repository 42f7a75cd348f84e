package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentInfo.Progress;
import ecslab.ecs.codedeploy.DeploymentInfo.TaskSets;
import ecslab.ecs.codedeploy.DeploymentInfo.Times;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.codedeploy.LifecycleEvent.Status;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.event.Event.CodeDeployDeploymentChange;
import ecslab.ecs.model.Alarm.AlarmState;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.ServiceDeployment.Traffic;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;

/// Carries CodeDeploy's deployments through their lifecycle events (CodeDeploy User Guide, *AppSpec
/// 'hooks' section for an Amazon ECS deployment*), through the wait before blue is terminated, or
/// back.
final class CodeDeployments {

    /// How long a replacement task set may take to become steady ([CodeDeployFailure#timedOut]).
    static final Duration INSTALL_MAX = Duration.ofMinutes(60);

    private final Desk desk;
    private final ReplacementSets sets;
    private final LifecycleHooks hooks;
    private final CodeDeployWhys whys;
    private final Health health;

    CodeDeployments(Desk desk, ReplacementSets sets) {
        this.desk = desk;
        this.sets = sets;
        hooks = new LifecycleHooks(desk, this);
        whys = new CodeDeployWhys(desk);
        health = new Health(desk);
    }

    LifecycleHooks hooks() {
        return hooks;
    }

    /// A new deployment, which nothing has been done for yet.
    void create(DeploymentInfo created) {
        pause(note(created.withProgress(waiting(created, desk.timings().schedulerPause()))));
    }

    DeploymentInfo note(DeploymentInfo next) {
        desk.state().codeDeploy.put(next);
        desk.journal().report(new CodeDeployDeploymentChange(desk.now(), next));
        return next;
    }

    private void pause(DeploymentInfo info) {
        wakeAfter(info, desk.timings().schedulerPause());
    }

    /// Nothing goes on by itself before the time is over.
    private void wakeAfter(DeploymentInfo info, Duration wait) {
        desk.agenda().wakeAfter(wait, new Wake.CodeDeployOn(info.deploymentId()));
    }

    private Progress waiting(DeploymentInfo info, Duration wait) {
        return info.progress().until(desk.now().plus(wait));
    }

    /// Looks whether the service's deployment goes on, at the end of a turn that touched the
    /// service.
    void look(ServiceName service) {
        desk.state().codeDeploy.active(service).ifPresent(info -> goOn(info.deploymentId()));
    }

    void goOn(String id) {
        var before = desk.state().codeDeploy.deployments().get(id);
        while (before != null && !before.status().isOver()) {
            step(before);
            var after = desk.state().codeDeploy.deployments().get(id);
            if (before.equals(after)) {
                return;
            }
            before = after;
        }
    }

    private void step(DeploymentInfo info) {
        if (!desk.service(info.service()).isActive()) {
            fail(info, CodeDeployFailure.serviceGone(), false);
        } else if (!desk.now().isBefore(info.progress().until())) {
            var ringing = ringing(info);
            if (info.status() == DeploymentState.CREATED) {
                start(info);
            } else if (!ringing.isEmpty()) {
                stop(info, CodeDeployFailure.alarm(ringing));
            } else if (info.status() == DeploymentState.READY) {
                stop(info, CodeDeployFailure.notContinued());
            } else {
                info.nextEvent()
                        .ifPresentOrElse(event -> follow(info, event), () -> terminate(info));
            }
        }
    }

    private void start(DeploymentInfo info) {
        var times = new Times(info.times().createTime(), desk.now(), SimInstant.START);
        note(info.withStatus(DeploymentState.IN_PROGRESS, times));
    }

    private void follow(DeploymentInfo info, LifecycleEvent event) {
        if (event.status() == Status.IN_PROGRESS) {
            if (isOver(info, event)) {
                end(info, event);
            } else if (hasTimedOut(event)) {
                fail(info, CodeDeployFailure.timedOut());
            } else if (event.name() == LifecycleEventName.ALLOW_TRAFFIC) {
                shift(info, info.progress().step() + 1);
            }
        } else if (isHeld(info, event)) {
            hold(info);
        } else {
            begin(info, event);
        }
    }

    private boolean isOver(DeploymentInfo info, LifecycleEvent event) {
        return switch (event.name()) {
            case INSTALL -> sets.isSteady(info, health);
            case ALLOW_TRAFFIC -> info.progress().step() > 0 && isShifted(info);
            case ALLOW_TEST_TRAFFIC -> true;
            case BEFORE_INSTALL, AFTER_INSTALL, AFTER_ALLOW_TEST_TRAFFIC ->
                    event.function().isEmpty();
            case BEFORE_ALLOW_TRAFFIC, AFTER_ALLOW_TRAFFIC -> event.function().isEmpty();
        };
    }

    private static boolean isShifted(DeploymentInfo info) {
        return info.origin().isRollback()
                || info.traffic().productionTenths() == DeploymentStrategy.WHOLE;
    }

    private boolean hasTimedOut(LifecycleEvent event) {
        return event.name() == LifecycleEventName.INSTALL
                && !desk.now().isBefore(event.startTime().plus(INSTALL_MAX));
    }

    /// Production traffic may have to wait until somebody has tried green.
    private static boolean isHeld(DeploymentInfo info, LifecycleEvent event) {
        return event.name() == LifecycleEventName.BEFORE_ALLOW_TRAFFIC
                && info.group().blueGreen().waitsForContinue()
                && !info.progress().continued();
    }

    private void hold(DeploymentInfo info) {
        var wait = info.group().blueGreen().readyWait();
        note(
                info.withProgress(waiting(info, wait))
                        .withStatus(DeploymentState.READY, info.times()));
        wakeAfter(info, wait);
        whys.waits(info, "codeDeploy.ready", wait);
    }

    /// What ContinueDeployment asks for.
    void reroute(DeploymentInfo info) {
        var progress = new Progress(0, true, false, SimInstant.START);
        pause(
                note(
                        info.withProgress(progress)
                                .withStatus(DeploymentState.IN_PROGRESS, info.times())));
    }

    /// Likewise, while blue is kept.
    void terminateNow(DeploymentInfo info) {
        pause(note(info.withProgress(info.progress().until(SimInstant.START))));
    }

    private void begin(DeploymentInfo info, LifecycleEvent event) {
        var execution = event.function().isEmpty() ? "" : desk.ids().uuid("ids/hook");
        var begun = info.withEvent(event.begun(execution, desk.now()));
        switch (event.name()) {
            case INSTALL -> install(begun);
            case ALLOW_TEST_TRAFFIC -> testTraffic(begun);
            case ALLOW_TRAFFIC -> shift(begun, 1);
            case BEFORE_INSTALL, AFTER_INSTALL, AFTER_ALLOW_TEST_TRAFFIC -> hooks.call(note(begun));
            case BEFORE_ALLOW_TRAFFIC, AFTER_ALLOW_TRAFFIC -> hooks.call(note(begun));
        }
        desk.state().codeDeploy.active(info.service()).ifPresent(whys::begins);
    }

    private void install(DeploymentInfo info) {
        var blue = ReplacementSets.primary(desk.service(info.service())).id();
        var known = info.withSets(new TaskSets(blue, ""));
        sets.toBlue(known);
        try {
            var green = sets.install(known);
            wakeAfter(note(known.withSets(new TaskSets(blue, green))), INSTALL_MAX);
        } catch (ApiException refused) {
            var error = refused.error();
            fail(
                    known,
                    CodeDeployFailure.refusedByEcs(
                            error.code(), error.message(), desk.ids().uuid("ids/request")));
        }
    }

    private void testTraffic(DeploymentInfo info) {
        var tenths = info.group().pair().hasTestListener() ? DeploymentStrategy.WHOLE : 0;
        if (tenths > 0) {
            sets.test(info, tenths);
        }
        note(info.withTraffic(new Traffic(tenths, 0)));
    }

    /// Production traffic goes over, one step at a time; a rollback takes all of it back at once.
    private void shift(DeploymentInfo info, int step) {
        var back = info.origin().isRollback();
        var tenths = back ? 0 : info.routing().tenthsAfter(step);
        sets.production(info, tenths);
        if (back) {
            sets.test(info, 0);
        }
        var wait =
                back || tenths == DeploymentStrategy.WHOLE
                        ? Duration.ZERO
                        : info.routing().stepBake();
        var progress =
                new Progress(step, info.progress().continued(), false, desk.now().plus(wait));
        var test = back ? 0 : info.traffic().testTenths();
        note(info.withTraffic(new Traffic(test, tenths)).withProgress(progress));
        if (!wait.isZero()) {
            wakeAfter(info, wait);
        }
        if (step > 1) {
            whys.shifts(info, tenths, wait);
        }
    }

    private void end(DeploymentInfo info, LifecycleEvent event) {
        if (event.name() == LifecycleEventName.ALLOW_TRAFFIC) {
            var stays = info.origin().isRollback() ? info.sets().blue() : info.sets().green();
            sets.makePrimary(info, stays);
        }
        var pause = desk.timings().schedulerPause();
        note(
                info.withEvent(event.ended(Status.SUCCEEDED, desk.now()))
                        .withProgress(waiting(info, pause)));
        pause(info);
    }

    /// Blue is kept for a while after all traffic has left it: until then, going back is instant. A
    /// rollback doesn't wait.
    private void terminate(DeploymentInfo info) {
        var wait = info.group().blueGreen().terminationWait();
        if (info.origin().isRollback()) {
            sets.remove(info, info.sets().green());
            succeed(info);
        } else if (!info.progress().terminationWaitStarted()) {
            var progress =
                    new Progress(
                            info.progress().step(),
                            info.progress().continued(),
                            true,
                            desk.now().plus(wait));
            note(info.withProgress(progress));
            wakeAfter(info, wait);
            whys.waits(info, "codeDeploy.terminationWait", wait);
        } else {
            sets.remove(info, info.sets().blue());
            succeed(info);
        }
    }

    private void succeed(DeploymentInfo info) {
        note(info.withStatus(DeploymentState.SUCCEEDED, ended(info)));
        whys.succeeds(info);
    }

    private Times ended(DeploymentInfo info) {
        return new Times(info.times().createTime(), info.times().startTime(), desk.now());
    }

    /// The alarms that stop the deployment: those that are in ALARM once a replacement task set is
    /// being made. A rollback isn't stopped.
    private List<String> ringing(DeploymentInfo info) {
        var alarms = info.group().alarms();
        var watched =
                alarms.enabled()
                        && !info.origin().isRollback()
                        && info.hasBegun(LifecycleEventName.INSTALL);
        return watched ? alarms.alarms().stream().filter(this::isInAlarm).toList() : List.of();
    }

    private boolean isInAlarm(String name) {
        var alarm = desk.state().alarms.get(name);
        return alarm != null && alarm.state() == AlarmState.ALARM;
    }

    /// An alarm has gone to ALARM, whatever a deployment waits for.
    void alarmRang(String name) {
        for (var info : List.copyOf(desk.state().codeDeploy.deployments().values())) {
            if (!info.status().isOver() && ringing(info).contains(name)) {
                stop(info, CodeDeployFailure.alarm(ringing(info)));
            }
        }
    }

    void stop(DeploymentInfo info, CodeDeployFailure why) {
        fail(info, why);
    }

    void fail(DeploymentInfo info, CodeDeployFailure why) {
        fail(info, why, info.group().autoRollback().isAfter(why.event()));
    }

    /// Ends a deployment before its time. What ECS has of green stays unless it is rolled back:
    /// then a deployment of its own takes traffic and green away.
    void fail(DeploymentInfo info, CodeDeployFailure why, boolean wished) {
        var mayGoBack = !info.sets().green().isEmpty() && !info.origin().isRollback();
        var back = wished && mayGoBack ? desk.ids().codeDeployDeployment() : "";
        var events = info.lifecycleEvents().stream().map(one -> cutShort(one, desk.now())).toList();
        note(
                info.withEvents(events)
                        .withError(why.error(), back)
                        .withStatus(why.status(), ended(info)));
        whys.fails(info, why, wished, mayGoBack);
        if (!back.isEmpty()) {
            create(CodeDeployRollback.of(desk, info, back));
        }
    }

    private static LifecycleEvent cutShort(LifecycleEvent event, SimInstant now) {
        return switch (event.status()) {
            case SUCCEEDED, FAILED, SKIPPED -> event;
            case IN_PROGRESS -> event.ended(Status.FAILED, now);
            case PENDING -> event.ended(Status.SKIPPED, now);
        };
    }

    /// A hook's function has reported that all is well.
    void hookSucceeded(DeploymentInfo info, LifecycleEvent event) {
        end(info, event);
    }
}
