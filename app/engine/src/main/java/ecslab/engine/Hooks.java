package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.event.Event.HookCall;
import ecslab.ecs.model.LifecycleHook;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.HookDetail;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the lifecycle hooks of a deployment's stage, one after the other: Lambda functions, which
/// answer, and pauses, which somebody ends.
final class Hooks {

    private final Desk desk;
    private final Deployments deployments;
    private final HookFunctions functions;

    Hooks(Desk desk, Deployments deployments) {
        this.desk = desk;
        this.deployments = deployments;
        functions = new HookFunctions(desk);
    }

    boolean areDone(Service service, Shift shift) {
        return shift.hook() >= at(service, shift).size();
    }

    /// Asks the next hook of the stage, if there is one.
    void begin(Service service, Shift shift) {
        var hooks = at(service, shift);
        if (shift.hook() >= hooks.size()) {
            return;
        }
        var hook = hooks.get(shift.hook());
        var asked =
                new HookDetail(
                        desk.ids().uuid("ids/hook"),
                        shift.stage(),
                        hook.function(),
                        hook.function().isEmpty()
                                ? HookStatus.AWAITING_ACTION
                                : HookStatus.IN_PROGRESS,
                        desk.now().plus(hook.timeout()),
                        hook.continues());
        var current = deployments.current(service).orElseThrow();
        var all = new ArrayList<>(current.hooks());
        all.add(asked);
        tell(deployments.note(current.withHooks(List.copyOf(all))), asked);
        desk.agenda().wakeAfter(hook.timeout(), new Wake.HookExpires(current.id(), asked.hookId()));
        if (!hook.function().isEmpty()) {
            call(current, asked, Duration.ZERO);
        }
    }

    private static List<LifecycleHook> at(Service service, Shift shift) {
        return service.deploymentConfiguration().hooksAt(shift.stage());
    }

    private void call(ServiceDeployment current, HookDetail hook, Duration after) {
        var takes = functions.takes(hook.function());
        desk.agenda()
                .wakeAfter(after.plus(takes), new Wake.HookAnswers(current.id(), hook.hookId()));
    }

    void answered(String deployment, String hookId) {
        var current = desk.state().serviceDeployments.get(deployment);
        var hook = open(deployment, hookId);
        if (current == null || hook.isEmpty()) {
            return;
        }
        switch (functions.call(hook.get().function())) {
            case "SUCCEEDED" -> succeeded(current, hook.get());
            case "IN_PROGRESS" -> {
                tell(current, hook.get());
                call(current, hook.get(), Guesses.HOOK_CALLED_AGAIN_AFTER);
            }
            default -> failed(current, hook.get(), HookStatus.FAILED);
        }
    }

    void expired(String deployment, String hookId) {
        var current = desk.state().serviceDeployments.get(deployment);
        var hook = open(deployment, hookId);
        if (current == null || hook.isEmpty()) {
            return;
        }
        if (hook.get().continues()) {
            put(current, hook.get().withStatus(HookStatus.TIMED_OUT));
            next(current);
        } else {
            failed(current, hook.get(), HookStatus.TIMED_OUT);
        }
    }

    /// What ContinueServiceDeployment asks for.
    void continued(ServiceDeployment current, String hookId, boolean goOn, Runnable accepted) {
        var hook =
                open(current.id(), hookId)
                        .filter(one -> one.status() == HookStatus.AWAITING_ACTION)
                        .orElseThrow(() ->
                                ApiException.invalidParameter("/hookId")
                                        .because(
                                                "The lifecycle hook "
                                                        + hookId
                                                        + " is not awaiting action.")
                                        .remedy(Phrase.of("remedy.hook")));
        accepted.run();
        if (goOn) {
            succeeded(current, hook);
        } else {
            failed(current, hook, HookStatus.FAILED);
        }
    }

    /// Asked, not answered, and of a deployment that still waits for it.
    private Optional<HookDetail> open(String deployment, String hookId) {
        var current = desk.state().serviceDeployments.get(deployment);
        if (current == null || current.status().isOver()) {
            return Optional.empty();
        }
        var shift = desk.memory(current.service()).shift;
        return current.hooks().stream()
                .filter(one -> one.hookId().equals(hookId) && one.stage() == shift.stage())
                .filter(one ->
                        one.status() == HookStatus.IN_PROGRESS
                                || one.status() == HookStatus.AWAITING_ACTION)
                .findFirst();
    }

    private void succeeded(ServiceDeployment current, HookDetail hook) {
        put(current, hook.withStatus(HookStatus.SUCCEEDED));
        next(current);
    }

    private void next(ServiceDeployment current) {
        var memory = desk.memory(current.service());
        memory.shift = memory.shift.afterHook();
        var service = desk.service(current.service());
        begin(service, memory.shift);
        desk.counts().changed(current.service());
    }

    private void failed(ServiceDeployment current, HookDetail hook, HookStatus how) {
        put(current, hook.withStatus(how));
        var name = hook.function().isEmpty() ? "PAUSE" : WatchApi.functionName(hook.function());
        deployments.fail(current.service(), DeploymentFailure.hook(name));
    }

    private void put(ServiceDeployment current, HookDetail changed) {
        var all =
                current.hooks().stream()
                        .map(one -> one.hookId().equals(changed.hookId()) ? changed : one)
                        .toList();
        tell(deployments.note(current.withHooks(all)), changed);
    }

    private void tell(ServiceDeployment current, HookDetail hook) {
        desk.journal()
                .report(
                        new HookCall(
                                desk.now(),
                                current.service(),
                                current.id(),
                                hook.stage(),
                                hook.hookId(),
                                hook.function(),
                                hook.status()));
    }
}
