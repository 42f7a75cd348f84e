package ecslab.docker;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

/// The Docker engine that the tests run on. Without one they are skipped, which is said; with
/// `-Decslab.docker=required` they fail.
final class Engines {

    private static final String DEFAULT = "unix:///var/run/docker.sock";
    static final boolean REQUIRED = "required".equals(System.getProperty("ecslab.docker"));

    private Engines() {}

    static String endpoint() {
        var named = System.getenv("DOCKER_HOST");
        return named == null || named.isEmpty() ? DEFAULT : named;
    }

    static void check() {
        try (var engine = new DockerEngine(endpoint())) {
            engine.ping();
        } catch (EngineGone | EngineRefused | java.io.IOException absent) {
            if (REQUIRED) {
                fail("a Docker engine is required at " + endpoint(), absent);
            }
            Assumptions.abort(
                    "SKIPPED: no Docker engine answers at "
                            + endpoint()
                            + ". Start one to have this tested.");
        }
    }
}
