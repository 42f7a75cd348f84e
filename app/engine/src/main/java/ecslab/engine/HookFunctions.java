package ecslab.engine;

import ecslab.ecs.command.WatchCommand.LabHook;
import java.time.Duration;

/// The Lambda functions that hooks call, ECS's as well as CodeDeploy's.
final class HookFunctions {

    private final Desk desk;

    HookFunctions(Desk desk) {
        this.desk = desk;
    }

    /// How long a call takes.
    Duration takes(String function) {
        var known = desk.state().hooks.get(WatchApi.functionName(function));
        return known == null ? Duration.ofSeconds(1) : known.takes();
    }

    /// What the next call comes to: `SUCCEEDED`, `FAILED` or `IN_PROGRESS`. A function that nobody
    /// has made can't be invoked, and that is a failure.
    String call(String function) {
        var name = WatchApi.functionName(function);
        var known = desk.state().hooks.get(name);
        var calls = desk.state().hookCalls.merge(name, 1, Integer::sum);
        return known == null ? "FAILED" : answer(known, calls);
    }

    private static String answer(LabHook function, int calls) {
        return function.answers().get(Math.min(calls, function.answers().size()) - 1);
    }
}
