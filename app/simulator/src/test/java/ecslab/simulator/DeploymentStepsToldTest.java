package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// §6.2 Each step of a deployment is told with its bounds, with what may start and stop, and with
/// every task that goes or stays; what holds a service back is told, too.
class DeploymentStepsToldTest {

    private static final String UPDATE = "{\"cluster\": \"demo\", \"service\": \"web\", ";

    private static Written three(String percents) {
        return Written.demo()
                .instances("pool", "m5.large", 2)
                .family("web", "bridge", 128, 128, "none")
                .service("1s", "web", 3, ", \"launchType\": \"EC2\", " + percents);
    }

    private static Written half() {
        return three("\"deploymentConfiguration\": {\"minimumHealthyPercent\": 50}");
    }

    private static Decision last(Written written, Kind kind, String key, String until) {
        return written.until(until).run().events().stream()
                .filter(event -> event instanceof Decision one && one.kind() == kind)
                .map(event -> (Decision) event)
                .filter(one -> one.outcome().key().equals(key))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static List<String> tasks(Decision told) {
        return told.candidates().stream()
                .map(one -> one.name() + (one.accepted() ? " goes " : " stays ") + one.why().key())
                .toList();
    }

    private static String force(String more) {
        return UPDATE + "\"forceNewDeployment\": true" + more + "}";
    }

    private static String protect(String tasks) {
        return "{\"cluster\": \"demo\", \"tasks\": ["
                + tasks
                + "], \"protectionEnabled\": true, \"expiresInMinutes\": 2}";
    }

    @Test
    void replacingTellsWhoGoesAndWhoTheMinimumKeeps() {
        var told =
                last(
                        half().at("60s", "ecs:UpdateService", force("")),
                        Kind.SCHEDULE,
                        "schedule.replace",
                        "62s");
        assertEquals(
                List.of(
                        "web#1 goes replace.healthy",
                        "web#2 stays replace.needed",
                        "web#3 stays replace.needed"),
                tasks(told));
        assertEquals(
                "notHealthy + min(healthyOld, healthy − minimumHealthy) = 0 + min(3, 3 − 2) = 1",
                told.arithmetic());
    }

    @Test
    void everyStepTellsItsBoundsAndWhatMayStartAndStop() {
        var told =
                last(
                        half().at("60s", "ecs:UpdateService", force("")),
                        Kind.SCHEDULE,
                        "schedule.start",
                        "61500ms");
        assertEquals(
                List.of(
                        Fact.of("desiredCount", 3),
                        Fact.of("runningCount", 3),
                        Fact.of("pendingCount", 0),
                        Fact.of("healthy", 3),
                        Fact.of("minimumHealthy", 2),
                        Fact.of("maximum", 6),
                        Fact.of("startable", 3),
                        Fact.of("stoppable", 1)),
                told.inputs());
    }

    @Test
    void tasksThatDoNotRunYetGoWithoutTheMinimum() {
        var told =
                last(
                        three("\"propagateTags\": \"NONE\"")
                                .at("60s", "ecs:UpdateService", force(""))
                                .at("62s", "ecs:UpdateService", force("")),
                        Kind.SCHEDULE,
                        "schedule.replace",
                        "63500ms");
        assertEquals(
                List.of(
                        "web#1 stays replace.needed",
                        "web#2 stays replace.needed",
                        "web#3 stays replace.needed",
                        "web#4 goes replace.notRunning",
                        "web#5 goes replace.notRunning",
                        "web#6 goes replace.notRunning"),
                tasks(told));
        assertEquals(
                "notHealthy + min(healthyOld, healthy − minimumHealthy) = 3 + min(3, 3 − 3) = 3",
                told.arithmetic());
    }

    @Test
    void scaleInTellsWhoIsProtected() {
        var scaledIn =
                half().at(
                                "50s",
                                "ecs:UpdateTaskProtection",
                                protect("\"${task/web#1}\", \"${task/web#3}\""))
                        .at("60s", "ecs:UpdateService", UPDATE + "\"desiredCount\": 1}");
        var told = last(scaledIn, Kind.VICTIM, "victim.outcome.by", "62s");
        assertEquals(
                List.of(
                        "web#2 goes victim.candidate.by",
                        "web#1 stays victim.protected",
                        "web#3 stays victim.protected"),
                tasks(told));
        assertEquals(
                "min(kept − desiredCount, notProtected) = min(3 − 1, 1) = 1",
                last(scaledIn, Kind.SCHEDULE, "schedule.scaleInSome", "62s").arithmetic());
    }

    @Test
    void daemonTellsWhichInstanceMayNotHaveItAnyMore() {
        var daemon =
                Written.demo()
                        .instances("pool", "t3.small", 2)
                        .family("web", "bridge", 128, 128, "none")
                        .setup("ecs:PutAttributes", attribute("pool#1"))
                        .setup("ecs:PutAttributes", attribute("pool#2"))
                        .at(
                                "1s",
                                "ecs:CreateService",
                                "{\"cluster\": \"demo\", \"serviceName\": \"web\","
                                        + " \"taskDefinition\": \"web\", \"schedulingStrategy\":"
                                        + " \"DAEMON\", \"placementConstraints\": [{\"type\":"
                                        + " \"memberOf\", \"expression\":"
                                        + " \"attribute:role == x\"}]}")
                        .at("60s", "ecs:DeleteAttributes", attribute("pool#2"));
        var told = last(daemon, Kind.SCHEDULE, "schedule.violates", "62s");
        assertEquals(List.of("web#2 goes place.check.memberOf"), tasks(told));
    }

    private static String attribute(String instance) {
        return "{\"cluster\": \"demo\", \"attributes\": [{\"name\": \"role\", \"value\": \"x\","
                + " \"targetType\": \"container-instance\", \"targetId\": \"${instance/"
                + instance
                + "}\"}]}";
    }
}
