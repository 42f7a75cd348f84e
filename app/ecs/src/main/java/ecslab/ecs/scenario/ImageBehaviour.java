package ecslab.ecs.scenario;

import ecslab.ecs.model.RuntimePlatform;
import java.time.Duration;
import java.util.List;

/// An image that the scenario's registry holds, and how a container made from it behaves.
///
/// @param uri with its tag, as task definitions write it
/// @param sizeMib compressed, as it travels
/// @param layers 1 or more
/// @param startsIn from the container's start until it answers requests
/// @param requestCpu the CPU time that a request costs
/// @param requestTime how long an answer takes when nothing else is going on
/// @param healthPath the path that answers 200 to a health check; others answer 404
/// @param end whether the program ends by itself
/// @param health what container health checks find
/// @param load how many requests it takes at once
/// @param architectures which of `X86_64` and `ARM64` it was built for
public record ImageBehaviour(
        String uri,
        int sizeMib,
        int layers,
        Duration startsIn,
        Duration requestCpu,
        Duration requestTime,
        String healthPath,
        OnSigterm onSigterm,
        ProgramEnd end,
        MemoryUse memory,
        HealthAnswers health,
        List<String> architectures,
        RequestLoad load) {

    /// Built for every architecture.
    public static final List<String> EVERYWHERE =
            List.of(RuntimePlatform.X86_64, RuntimePlatform.ARM64);

    /// An image that was built for every architecture.
    public ImageBehaviour(
            String uri,
            int sizeMib,
            int layers,
            Duration startsIn,
            Duration requestCpu,
            Duration requestTime,
            String healthPath,
            OnSigterm onSigterm,
            ProgramEnd end,
            MemoryUse memory,
            HealthAnswers health) {
        this(
                uri,
                sizeMib,
                layers,
                startsIn,
                requestCpu,
                requestTime,
                healthPath,
                onSigterm,
                end,
                memory,
                health,
                EVERYWHERE,
                RequestLoad.USUAL);
    }
}
