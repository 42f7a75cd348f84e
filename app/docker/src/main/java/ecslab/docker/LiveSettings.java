package ecslab.docker;

import ecslab.ecs.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a live cluster is started with.
///
/// @param endpoint where the engine answers, such as `unix:///var/run/docker.sock`
/// @param scenario its setup, commands and users; its images are the engine's instead
/// @param folder where the owner's lock file lies
/// @param reaper how our own program is started to wait for the end of this one; none: there is no
///   reaper
/// @param caps what is taken at most; empty for the usual share of the engine's machine
/// @param secrets by `valueFrom`
/// @param retries how often a load balancer tries a request again whose target didn't take it
public record LiveSettings(
        String endpoint,
        Scenario scenario,
        Path folder,
        List<String> reaper,
        Optional<Caps> caps,
        Map<String, String> secrets,
        int retries) {

    public LiveSettings(String endpoint, Scenario scenario, Path folder, List<String> reaper) {
        this(endpoint, scenario, folder, reaper, Optional.empty(), Map.of(), 1);
    }

    public LiveSettings withEndpoint(String next) {
        return new LiveSettings(next, scenario, folder, reaper, caps, secrets, retries);
    }

    public LiveSettings withReaper(List<String> next) {
        return new LiveSettings(endpoint, scenario, folder, next, caps, secrets, retries);
    }

    public LiveSettings withCaps(Caps next) {
        return new LiveSettings(
                endpoint, scenario, folder, reaper, Optional.of(next), secrets, retries);
    }

    public LiveSettings withSecrets(Map<String, String> next) {
        return new LiveSettings(endpoint, scenario, folder, reaper, caps, next, retries);
    }

    public LiveSettings withRetries(int next) {
        return new LiveSettings(endpoint, scenario, folder, reaper, caps, secrets, next);
    }
}
