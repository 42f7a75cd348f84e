package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Pull;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §2.5 What an agent does about an image that lies on its instance: `ECS_IMAGE_PULL_BEHAVIOR`. On
/// Fargate nothing lies there.
class PullBehaviorTest {

    private static final String DOWN = "lab:RegistryDown";

    private static Written instance(String behavior) {
        return Written.demo()
                .setup(
                        "lab:StartInstances",
                        "{\"name\": \"pool\", \"cluster\": \"demo\", \"instanceType\": \"m5.large\""
                                + (behavior.isEmpty()
                                        ? ""
                                        : ", \"imagePullBehavior\": \"" + behavior + "\"")
                                + "}")
                .family("web", "bridge", 64, 64, "none");
    }

    /// `SECOND WHAT` of each pull.
    private static List<String> pulls(Written.Outcome outcome) {
        var lines = new ArrayList<String>();
        for (var event : outcome.run().events()) {
            if (event instanceof Event.ImagePull(var at, _, _, _, var pull)) {
                var what =
                        switch (pull) {
                            case Pull.Started(_, _, var expected) ->
                                    "started " + expected.toMillis() + "ms";
                            case Pull.Finished _ -> "finished";
                            case Pull.Cached(_, var failure) ->
                                    failure.isEmpty() ? "cached" : "cached: " + failure;
                            case Pull.Failed _ -> "failed";
                        };
                lines.add(at + " " + what);
            }
        }
        return lines;
    }

    /// The first task pulls, in 1.5 s; what the second one does is the question.
    @ParameterizedTest
    @CsvSource({
        "``, 20s started 500ms, 20.5s finished",
        "always, 20s started 500ms, 20.5s finished",
        "once, 20s cached, ``",
        "prefer-cached, 20s cached, ``"
    })
    void secondTaskOnTheInstance(String behavior, String first, String second) {
        var outcome =
                instance(behavior.replace("`", ""))
                        .run("1s", "web", 1, "")
                        .run("20s", "web", 1, "")
                        .until("40s");
        var expected = new ArrayList<>(List.of("1s started 1500ms", "2.5s finished", first));
        if (!second.equals("``")) {
            expected.add(second);
        }
        assertEquals(expected, pulls(outcome));
        assertEquals(true, outcome.told().hasRun("web#2"));
    }

    @ParameterizedTest
    @CsvSource({"``, true", "always, false", "once, true", "prefer-cached, true"})
    void registryIsDownForTheSecondTask(String behavior, boolean runs) {
        var outcome =
                instance(behavior.replace("`", ""))
                        .run("1s", "web", 1, "")
                        .at("10s", DOWN, "{}")
                        .run("20s", "web", 1, "")
                        .until("60s");
        assertEquals(runs, outcome.told().hasRun("web#2"));
    }

    @Test
    void defaultFallsBackAndSaysWhy() {
        var outcome =
                instance("default")
                        .run("1s", "web", 1, "")
                        .at("10s", DOWN, "{}")
                        .run("20s", "web", 1, "")
                        .until("60s");
        assertEquals(
                "24s cached: CannotPullContainerError: API error (500): Get"
                        + " https://registry-1.docker.io/v2/: net/http: request canceled while"
                        + " waiting for connection",
                pulls(outcome).getLast());
    }

    @Test
    void registryThatIsDownForTheFirstTaskLeavesNothingToFallBackOn() {
        var outcome =
                instance("default").at("500ms", DOWN, "{}").run("1s", "web", 1, "").until("60s");
        assertEquals(false, outcome.told().hasRun("web#1"));
    }

    @Test
    void fargateHasNoCache() {
        var outcome =
                Written.demo()
                        .onFargate("web", "web:1", "", "")
                        .fargate("1s", "web", "a", "ENABLED")
                        .fargate("20s", "web", "a", "ENABLED")
                        .until("40s");
        assertEquals(
                List.of(
                        "4s started 1500ms",
                        "5.5s finished",
                        "23s started 1500ms",
                        "24.5s finished"),
                pulls(outcome));
    }
}
