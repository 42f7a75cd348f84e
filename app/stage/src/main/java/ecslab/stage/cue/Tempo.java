package ecslab.stage.cue;

import java.time.Duration;

/// How long everything that moves is seen, on the run's own clock; all are chosen for the eye.
///
/// @param toBalancer a request's way from the users to the load balancer
/// @param toTask its way from there to the task
/// @param arrival the ripple where something arrives
/// @param back an error's way back, each leg
/// @param layer the longest way of an image layer to the task that pulls it
/// @param key the role's way to the task that uses it
/// @param attach a network interface's way from its subnet to the task
/// @param registration a new target's way from its target group to the task
/// @param probe a health check's way to the target
/// @param signal `SIGTERM`'s way from the service to the task
/// @param caption how long words stay beside the thing they are about
/// @param fadeIn how long a new thing takes to be fully seen
/// @param relayout how long things take to their new places; at most 400 ms, or it is a wait
/// @param ghost how long a stopped task keeps its seat
/// @param ghostFade how long before its end a ghost begins to fade
/// @param calm how long a seat that was left stays reserved, so that things don't grow and shrink
///   with every replacement
/// @param reduced the longest cross-fade where motion is reduced
public record Tempo(
        Duration toBalancer,
        Duration toTask,
        Duration arrival,
        Duration back,
        Duration layer,
        Duration key,
        Duration attach,
        Duration registration,
        Duration probe,
        Duration signal,
        Duration caption,
        Duration fadeIn,
        Duration relayout,
        Duration ghost,
        Duration ghostFade,
        Duration calm,
        Duration reduced) {

    public static final Tempo STAGE =
            new Tempo(
                    Duration.ofMillis(350),
                    Duration.ofMillis(600),
                    Duration.ofMillis(350),
                    Duration.ofMillis(500),
                    Duration.ofMillis(1_800),
                    Duration.ofMillis(900),
                    Duration.ofMillis(700),
                    Duration.ofMillis(800),
                    Duration.ofMillis(450),
                    Duration.ofMillis(600),
                    Duration.ofMillis(1_800),
                    Duration.ofMillis(300),
                    Duration.ofMillis(400),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(150));

    /// No event is seen for longer than this after it happened; what lasts longer, such as a pull
    /// or a ghost, is read from the state.
    public Duration longest() {
        return toBalancer.plus(toTask).plus(back).plus(caption);
    }
}
