package ecslab.simulator;

import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Response;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;

/// A run that somebody calls the API of, as one types it.
record Live(SimulatedRun run) {

    /// A run that has come so far.
    static Live at(String moment, Written written) {
        var run = SimulatedRun.start(written.scenario(moment));
        run.advanceTo(run.header().until());
        return new Live(run);
    }

    Answer call(String call, String with) {
        try {
            return run.submit(CommandReader.read(call, with));
        } catch (BadInput wrong) {
            throw new AssertionError(wrong.problems().toString(), wrong);
        }
    }

    /// What an accepted call answers.
    Response response(String call, String with) {
        return switch (call(call, with)) {
            case Response response -> response;
            case ApiError error -> throw new AssertionError(error.toString());
        };
    }

    /// The exception's name; empty if the call is accepted.
    String code(String call, String with) {
        return call(call, with) instanceof ApiError error ? error.code() : "";
    }

    /// `CODE: message`; empty if the call is accepted.
    String refusal(String call, String with) {
        return call(call, with) instanceof ApiError error
                ? error.code() + ": " + error.message()
                : "";
    }

    Written.Outcome outcome() {
        return new Written.Outcome(run);
    }
}
