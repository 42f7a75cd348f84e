package ecslab.lesson.predicate;

import static ecslab.lesson.predicate.Verdict.BROKEN;
import static ecslab.lesson.predicate.Verdict.HOLDS;
import static ecslab.lesson.predicate.Verdict.NOT_YET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Samples;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import ecslab.wire.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The sample's service of three is created at 20s; its users come at 2m, twenty a second.
class JudgeTest {

    private static final String RUNNING = "services[?serviceName=='web'] | [0].runningCount";

    private final Run run = Samples.RUNS.apply(Samples.lesson().scenario());

    @Test
    void whatHoldsNowIsSaidOfEachMoment() {
        var judge = judge(Mark.START, when(RUNNING, ">= 3", "now"));
        assertEquals(List.of(NOT_YET), at(judge, "19s"));
        assertEquals(List.of(NOT_YET), at(judge, "21s"));
        assertEquals(List.of(HOLDS), at(judge, "1m"));
        assertEquals(List.of(NOT_YET), at(judge, "20s"));
    }

    @Test
    void whatHasToHoldAlwaysIsBrokenForGood() throws BadInput {
        run.seek(moment("1m"));
        var start = new Mark(moment("1m"), run.position());
        var judge = judge(start, when(RUNNING, ">= 3", "always"), when(RUNNING, "< 3", "ever"));
        assertEquals(List.of(HOLDS, NOT_YET), at(judge, "1m"));
        submit("ecs:StopTask", "{\"cluster\": \"demo\", \"task\": \"${task/web#1}\"}");
        assertEquals(List.of(BROKEN, HOLDS), at(judge, "1m1s"));
        assertEquals(List.of(BROKEN, HOLDS), at(judge, "2m"));
        assertEquals(List.of(HOLDS), at(judge(start, when(RUNNING, ">= 3", "now")), "2m"));
    }

    @Test
    void shareIsOfTheTimeAndExact() {
        var first = firstMomentWith(3);
        var end = first.plus(first.since(SimInstant.START));
        var half = judge(Mark.START, when(RUNNING, ">= 3", "share>=0.5"));
        var more = judge(Mark.START, when(RUNNING, ">= 3", "share>=0.500001"));
        assertEquals(List.of(NOT_YET), at(half, end.minus(Duration.ofNanos(1_000))));
        assertEquals(List.of(HOLDS), at(half, end));
        assertEquals(List.of(NOT_YET), at(more, end));
    }

    @Test
    void momentWithManyEventsCountsAsOne() {
        var judge = judge(Mark.START, when("length(tasks)", "!= 1", "always"));
        assertEquals(List.of(HOLDS), at(judge, "1m"));
    }

    @Test
    void requestsAreCountedFromTheBeginningOfTheStretch() {
        run.advanceTo(moment("3m"));
        var position = EventLog.countUpTo(run.events(), moment("2m30s"));
        var start = new Mark(moment("2m30s"), position);
        var judge = judge(start, when("requests.sent", "<= 600", "now"));
        assertEquals(List.of(HOLDS), at(judge, "3m"));
        var whole = judge(Mark.START, when("requests.sent", "> 600", "now"));
        assertEquals(List.of(HOLDS), at(whole, "3m"));
        var spread =
                judge(Mark.START, when("length(requests.answeredBy[?count > `0`])", "== 3", "now"));
        assertEquals(List.of(HOLDS), at(spread, "3m"));
    }

    @Test
    void learnersCallsAreThoseOfTheStretchOnly() throws BadInput {
        run.seek(moment("1m"));
        submit(
                "ecs:UpdateService",
                "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\": 4}");
        var start = new Mark(moment("1m"), run.position());
        var judge = judge(start, when("length(learner.calls)", ">= 1", "now"));
        assertEquals(List.of(NOT_YET), at(judge, "1m"));
        submit("ecs:UpdateService", "{\"cluster\": \"demo\", \"service\": \"nowhere\"}");
        assertEquals(List.of(NOT_YET), at(judge, "1m"));
        submit(
                "ecs:UpdateService",
                "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\": 5}");
        assertEquals(List.of(HOLDS), at(judge, "1m"));
    }

    @Test
    void whatTheLearnerOpenedAndCopiedIsAsked() {
        var judge =
                judge(
                        Mark.START,
                        when("contains(learner.opened, 'cli')", "== true", "now"),
                        when("length(learner.copied)", ">= 1", "ever"));
        assertEquals(List.of(NOT_YET, NOT_YET), at(judge, "1s"));
        judge.acted(List.of("cli"), List.of());
        assertEquals(List.of(HOLDS, NOT_YET), judge.verdicts());
        judge.acted(List.of("cli"), List.of("cli"));
        assertEquals(List.of(HOLDS, HOLDS), judge.verdicts());
    }

    @Test
    void deploymentLastsFromItsCreationToItsCompletion() {
        var predicate =
                new Predicate(
                        new Query(RUNNING),
                        Condition.parse("< 3").orElseThrow(),
                        Predicate.When.parse("ever").orElseThrow(),
                        Predicate.Over.parse("deployment:web").orElseThrow());
        var judge = judge(Mark.START, predicate);
        assertEquals(List.of(NOT_YET), at(judge, "19s"));
        assertEquals(List.of(HOLDS), at(judge, "22s"));
        assertEquals(List.of(HOLDS), at(judge, "5m"));
    }

    @Test
    void allShapesCanBeAsked() {
        run.advanceTo(moment("3m"));
        assertEquals("[\"demo\"]", ask("clusters[].clusterName"));
        assertEquals("[1]", ask("taskDefinitions[].revision"));
        assertEquals("ACTIVE", ask("services[0].status"));
        assertEquals("3", ask("length(tasks[?lastStatus=='RUNNING'])"));
        assertEquals("[\"web\"]", ask("loadBalancers[].LoadBalancerName"));
        assertEquals("[80]", ask("listeners[].Port"));
        assertEquals("ip", ask("targetGroups[0].TargetType"));
        assertEquals("3", ask("length(targetHealth.web[?TargetHealth.State=='healthy'])"));
        assertEquals("ecsTaskExecutionRole", ask("roles[0].RoleName"));
        assertEquals("1", ask("length(images)"));
        assertEquals("2", ask("length(subnets)"));
        assertEquals("0", ask("requests.failed"));
        assertEquals("null", ask("services[?serviceName=='none'] | [0].runningCount"));
        assertEquals("null", ask("length(services[?serviceName=='none'] | [0].events)"));
    }

    @Test
    void aHundredThousandEventsAreReadInAMoment() throws IOException, BadInput {
        var written =
                Files.readString(Samples.folder().resolve("scenario.json"))
                        .replace("\"20/s\"", "\"50/s\"")
                        .replace("\"6m\"", "\"14m\"");
        var busy = Samples.RUNS.apply(ScenarioReader.read("busy", written).scenario());
        busy.advanceTo(moment("14m"));
        assertTrue(busy.events().size() > 100_000, () -> busy.events().size() + " events");
        var judge =
                new Judge(
                        busy.header(),
                        List.of(
                                when(RUNNING, ">= 3", "share>=0.9"),
                                when("requests.failed", "== 0", "always")),
                        Mark.START,
                        Mark.START);
        assertTimeout(
                Duration.ofSeconds(10),
                () -> judge.follow(busy.events(), new Mark(moment("14m"), busy.events().size())));
        assertEquals(List.of(HOLDS, HOLDS), judge.verdicts());
    }

    private Judge judge(Mark step, Predicate... predicates) {
        return new Judge(run.header(), List.of(predicates), step, Mark.START);
    }

    private static Predicate when(String that, String is, String when) {
        return new Predicate(
                new Query(that),
                Condition.parse(is).orElseThrow(),
                Predicate.When.parse(when).orElseThrow(),
                new Predicate.Over.Step());
    }

    private List<Verdict> at(Judge judge, String moment) {
        return at(judge, moment(moment));
    }

    private List<Verdict> at(Judge judge, SimInstant moment) {
        run.advanceTo(moment);
        judge.follow(run.events(), new Mark(moment, EventLog.countUpTo(run.events(), moment)));
        return judge.verdicts();
    }

    private String ask(String query) {
        return Value.of(new Query(query), run.snapshot(), run.header()).shown();
    }

    private SimInstant firstMomentWith(int running) {
        run.advanceTo(moment("2m"));
        for (var event : run.events()) {
            run.seek(event.at());
            if (ask(RUNNING).equals(String.valueOf(running))) {
                return event.at();
            }
        }
        throw new AssertionError("never " + running);
    }

    private void submit(String call, String json) throws BadInput {
        Command command = CommandReader.read(call, json);
        run.submit(command);
    }

    private static SimInstant moment(String written) {
        return SimInstant.of(ecslab.ecs.time.Spans.parse(written).orElseThrow());
    }
}
