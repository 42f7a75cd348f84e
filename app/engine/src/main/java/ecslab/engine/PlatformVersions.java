package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

/// What ECS refuses as `platformVersion` (behaviour reference §15).
final class PlatformVersions {

    private static final String NAME = "platformVersion";
    private static final List<String> KNOWN = List.of("LATEST", "1.4.0", "1.3.0", "1.0.0");

    private PlatformVersions() {}

    /// @param given the fields of the call that are kept and not modelled
    static void check(Unmodelled given, LaunchType type) {
        var json = given.fields().get(NAME);
        if (json == null) {
            return;
        }
        if (type != LaunchType.FARGATE) {
            throw ApiException.invalidParameter("/" + NAME)
                    .because(OurWords.NO_PLATFORM_VERSION)
                    .remedy(Phrase.of("remedy.platformVersion.none"));
        }
        if (!KNOWN.contains(json.replace("\"", ""))) {
            throw ApiException.of("PlatformUnknownException", "/" + NAME)
                    .because(OurWords.UNKNOWN_PLATFORM)
                    .remedy(Phrase.of("remedy.oneOf", "known", String.join(", ", KNOWN)));
        }
    }
}
