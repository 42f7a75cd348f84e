package ecslab.ecs.scenario;

import java.time.Duration;

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
        HealthAnswers health) {}
