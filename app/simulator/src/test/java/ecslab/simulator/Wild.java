package ecslab.simulator;

import ecslab.ecs.time.SimInstant;

/// Plays what was drawn, from the start to the end.
final class Wild {

    static final SimInstant END = SimInstant.ofSeconds(Drawn.UNTIL_SECONDS);

    private Wild() {}

    static SimulatedRun play(Drawn drawn) {
        var run = drawn.world().start();
        for (var command : drawn.commands()) {
            run.advanceTo(command.at());
            run.submit(command.command());
        }
        run.advanceTo(END);
        return run;
    }
}
