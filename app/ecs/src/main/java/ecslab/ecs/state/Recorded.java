package ecslab.ecs.state;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;

/// What a recording answers to whoever wants to change it.
final class Recorded {

    private static final int BAD_REQUEST = 400;

    static final ApiError REFUSED =
            new ApiError(
                    "InvalidParameterException",
                    BAD_REQUEST,
                    "This run is a recording.",
                    "",
                    Phrase.of("remedy.recorded"));

    private Recorded() {}
}
