package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.Response.StartTaskResponse;
import ecslab.ecs.event.Decision;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Failure;
import ecslab.simulator.check.Checker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §5.4: StartTask puts tasks where the caller says, and answers why it can't.
class StartTaskTest {

    private static final String POOL_1 = "${instance/pool#1}";
    private static final String POOL_2 = "${instance/pool#2}";

    private static Written pool() {
        return Written.demo(1, "\"subnets\": \"both\"")
                .instances("pool", "t3.small", 2)
                .family("web", "bridge", 700, 128, "none")
                .family("fixed", "bridge", 64, 64, ", \"hostPort\": 80")
                .family("large", "bridge", 64, 1_990, "none")
                .setup(
                        "ecs:RegisterTaskDefinition",
                        json(
                                "{'family': 'gelf', 'containerDefinitions': [{'name': 'web',"
                                        + " 'image': 'web:1', 'memory': 64, 'logConfiguration':"
                                        + " {'logDriver': 'gelf'}}]}"))
                .family("eni", "awsvpc", 64, 64, "none");
    }

    private static String start(String family, String... instances) {
        var awsvpc =
                ", 'networkConfiguration': {'awsvpcConfiguration': {'subnets':"
                        + " ['${subnet/private-a}']}}";
        return json(
                "{'cluster': 'demo', 'taskDefinition': '"
                        + family
                        + "', 'startedBy': 'me', 'containerInstances': ['"
                        + String.join("', '", instances)
                        + "']"
                        + (family.equals("eni") ? awsvpc : "")
                        + "}");
    }

    @Test
    void tasksRunWhereTheCallerSays() {
        var live = Live.at("60s", pool());
        live.response("ecs:StartTask", start("web", POOL_2, POOL_2, POOL_1));
        assertEquals(
                List.of("web#1 pool#2", "web#2 pool#2", "web#3 pool#1"), live.outcome().places());
        var task = live.run().snapshot().tasks().values().iterator().next();
        assertEquals("me", task.startedBy());
        assertEquals("family:web", task.group());
    }

    /// RunTask's constraints are its own: the two tasks that follow may share its task's instance.
    @Test
    void constraintsOfAnEarlierRunTaskDoNotHold() {
        var distinct = ", 'placementConstraints': [{'type': 'distinctInstance'}]";
        var outcome =
                pool().run("20s", "web", 2, json(distinct))
                        .at("30s", "ecs:StartTask", start("web", POOL_1, POOL_2))
                        .until("60s");
        assertEquals(4, outcome.places().size());
        assertEquals(List.of(), Checker.check(outcome.run().events()));
    }

    /// 2 × 700 and 3 × 700 CPU units on 2,048; one port 80; 1,986 MiB; 2 interfaces.
    @ParameterizedTest
    @CsvSource({
        "web, 3, RESOURCE:CPU",
        "large, 1, RESOURCE:MEMORY",
        "fixed, 2, RESOURCE:PORTS",
        "eni, 3, RESOURCE:ENI",
        "gelf, 1, ATTRIBUTE",
    })
    void theLastOneDoesNotFit(String family, int times, String reason) {
        var live = Live.at("60s", pool());
        var named = new String[times];
        java.util.Arrays.fill(named, POOL_1);
        var answer = (StartTaskResponse) live.response("ecs:StartTask", start(family, named));
        assertEquals(times - 1, answer.tasks().size());
        assertEquals(List.of(reason), answer.failures().stream().map(Failure::reason).toList());
        assertEquals(
                live.outcome().instance("pool#1").id(),
                Arns.lastPart(answer.failures().getFirst().arn()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | web | 0123 | MISSING",
                "lab:DisconnectAgent | {'instance': 'instance/pool#1'} | web | ${instance/pool#1} |"
                        + " AGENT",
                "ecs:DeregisterContainerInstance | {'cluster': 'demo', 'containerInstance':"
                        + " '${instance/pool#1}'} | web | ${instance/pool#1} | INACTIVE",
            })
    void instanceThatTakesNothingIsAFailure(
            String call, String with, String family, String instance, String reason) {
        var live = Live.at("60s", pool());
        var id = live.outcome().instance("pool#1").id();
        if (!call.isEmpty()) {
            live.response(call, json(with));
        }
        var named = instance.startsWith("$") ? id : instance;
        assertEquals(
                List.of(
                        new Failure(
                                "arn:aws:ecs:us-east-1:111122223333:container-instance/demo/"
                                        + named,
                                reason,
                                "")),
                live.response("ecs:StartTask", start(family, named)).failures());
    }

    /// HTTP says 200: what wasn't done is told beside the call.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0123 | answer.failures | 0123 answer.missing",
                "gone | place.nobody.inactive | pool#1 place.check.draining",
            })
    void failureIsTold(String named, String outcome, String candidate) {
        var live = Live.at("60s", pool());
        var id = live.outcome().instance("pool#1").id();
        live.response(
                "ecs:DeregisterContainerInstance",
                json("{'cluster': 'demo', 'containerInstance': '${instance/pool#1}'}"));
        live.response("ecs:StartTask", start("web", named.equals("gone") ? id : named));
        var told =
                live.run().events().stream()
                        .filter(Decision.class::isInstance)
                        .map(Decision.class::cast)
                        .reduce((_, later) -> later)
                        .orElseThrow();
        assertEquals(outcome, told.outcome().key());
        assertEquals(
                List.of(candidate),
                told.candidates().stream().map(one -> one.name() + " " + one.why().key()).toList());
    }

    @ParameterizedTest
    @CsvSource({"0, InvalidParameterException", "10, ''", "11, InvalidParameterException"})
    void oneToTenInstancesAreNamed(int count, String code) {
        var live = Live.at("60s", pool());
        var names = new String[count];
        java.util.Arrays.fill(names, "0123");
        var with = count == 0 ? start("web", "x").replace("\"x\"", "") : start("web", names);
        assertEquals(code, live.code("ecs:StartTask", with));
    }

    @Test
    void groupOfAServiceIsReserved() {
        var with =
                start("web", POOL_1)
                        .replace("{\"cluster\"", "{\"group\": \"service:a\", \"cluster\"");
        assertEquals(
                "InvalidParameterException", Live.at("60s", pool()).code("ecs:StartTask", with));
    }

    private static String json(String written) {
        return written.replace('\'', '"');
    }
}
