package ecslab.ecs.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.time.SimInstant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §5.3 The cluster query language: subjects, operators, combinations, and what is said of an
/// expression that can't be read.
class ClusterQueryTest {

    private static final Member MEMBER =
            new Member(
                    new ContainerInstance(
                            "c1",
                            "demo",
                            "i-0abc",
                            "",
                            ContainerInstanceStatus.ACTIVE,
                            true,
                            SimInstant.START,
                            "1.10.2",
                            new HostResources(2_048, 4_000, List.of(), List.of(), 3),
                            new HostResources(1_024, 2_000, List.of(), List.of(), 1),
                            3,
                            1,
                            List.of(
                                    new Attribute("ecs.availability-zone", "us-east-1a"),
                                    new Attribute("ecs.instance-type", "t3.small"),
                                    new Attribute("ecs.capability.task-eni", ""),
                                    new Attribute("rank", "9"),
                                    new Attribute("team name", "blue")),
                            SimInstant.START,
                            1),
                    List.of("service:web", "family:batch"),
                    Instant.parse("2026-11-21T08:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agentConnected == true | true",
                "agentConnected equals false | false",
                "agentConnected in [true, false] | true",
                "agentVersion > 1.9.9 | true",
                "agentVersion less_than 1.10.10 | true",
                "agentVersion >= 1.10.2 | true",
                "agentVersion equals 1.10.2.0 | true",
                "ec2InstanceId == i-0abc | true",
                "ec2InstanceId =~ i-0.* | true",
                "ec2InstanceId not_matches i-1.* | true",
                "registeredAt >= 2026-11-21 | true",
                "registeredAt < 2026-11-21T08:00:01 | true",
                "registeredAt > 2026-11-21T09:00:00+00:00 | false",
                "registeredAt == 2026-11-21T08:00:00Z | true",
                "registeredAt <= 2026-11-21T17:00:00+09:00 | true",
                "runningTasksCount < 10 | true",
                "runningTasksCount != 3 | false",
                "task:group == service:web | true",
                "task:group == service:db | false",
                "task:group in [service:db, family:batch] | true",
                "task:group != service:db | true",
                "task:group != service:web | false",
                "task:group =~ service:.* | true",
            })
    void subjectsAreWhatTheInstanceIs(String query, boolean expected) throws QueryProblem {
        assertEquals(expected, ClusterQuery.parse(query).matches(MEMBER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attribute:ecs.instance-type == t3.small | true",
                "attribute:ecs.instance-type equals t3.large | false",
                "attribute:ecs.instance-type != t3.large | true",
                "attribute:ecs.instance-type not_equals t3.small | false",
                "attribute:rank > 10 | false",
                "attribute:rank greater_than 8 | true",
                "attribute:rank >= 9 | true",
                "attribute:rank greater_than_equal 10 | false",
                "attribute:rank < 10 | true",
                "attribute:rank less_than 9 | false",
                "attribute:rank <= 9 | true",
                "attribute:rank less_than_equal 8 | false",
                "attribute:ecs.capability.task-eni exists | true",
                "attribute:stack exists | false",
                "attribute:stack !exists | true",
                "attribute:stack not_exists | true",
                "attribute:ecs.availability-zone in [us-east-1a, us-east-1b] | true",
                "attribute:ecs.availability-zone in [us-east-1b] | false",
                "attribute:ecs.availability-zone !in [us-east-1b,us-east-1c] | true",
                "attribute:ecs.availability-zone not_in [us-east-1a] | false",
                "attribute:ecs.instance-type =~ t3.* | true",
                "'attribute:ecs.instance-type matches (t2|t3)\\.small' | true",
                "attribute:ecs.instance-type =~ t3 | false",
                "attribute:ecs.instance-type !~ m5.* | true",
                "attribute:ecs.instance-type not_matches t3.* | false",
                // Nothing equals a value that isn't there.
                "attribute:stack == prod | false",
                "attribute:stack != prod | true",
                "attribute:stack > 1 | false",
            })
    void operatorsHaveASignAndAWord(String query, boolean expected) throws QueryProblem {
        assertEquals(expected, ClusterQuery.parse(query).matches(MEMBER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "agentConnected==true and runningTasksCount==3 | true",
                "agentConnected==true&&runningTasksCount==4 | false",
                "agentConnected==false or runningTasksCount==3 | true",
                "`agentConnected==false||runningTasksCount==4` | false",
                "not(task:group == service:db) | true",
                "!(task:group == service:web) | false",
                "not not agentConnected == true | true",
                "NOT agentConnected == true OR agentConnected == true | true",
                // `and` binds more than `or`, `not` more than `and`.
                "agentConnected==true or agentConnected==true and agentConnected==false | true",
                "(agentConnected==true or agentConnected==true) and agentConnected==false | false",
                "not agentConnected==false and agentConnected==true | true",
                "not (agentConnected==false and agentConnected==true) | true",
                "((agentConnected == true)) | true",
                "attribute:rank == '9' | true",
                "attribute:rank == \"9\" | true",
            })
    void expressionsAreCombined(String query, boolean expected) throws QueryProblem {
        assertEquals(expected, ClusterQuery.parse(query).matches(MEMBER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | at character 1, the end: expected a subject",
                "agentConected == true | at character 1 (\"agentConected\"): expected a subject",
                "attribute: == x | at character 1 (\"attribute:\"): expected a subject",
                "agentConnected | at character 15, the end: expected an operator: == != in !in =~",
                "agentConnected = true | at character 16 (\"=\"): expected an operator: ==",
                "agentConnected exists | at character 16 (\"exists\"): expected an operator of",
                "agentConnected > true | at character 16 (\">\"): expected an operator of",
                "task:group >= a | at character 12 (\">\"): expected an operator of task:group",
                "runningTasksCount =~ 1 | at character 19 (\"=\"): expected an operator of",
                "runningTasksCount > many | at character 21 (\"many\"): expected a number",
                "agentConnected == maybe | at character 19 (\"maybe\"): expected true or false",
                "agentVersion > new | at character 16 (\"new\"): expected a version",
                "attribute:a == (b) | at character 16 (\"(b)\"): expected a value without",
                "registeredAt > soon | at character 16 (\"soon\"): expected a date",
                "attribute:a == | at character 15, the end: expected a value",
                "attribute:a in b | at character 16 (\"b\"): expected a list",
                "attribute:a in [] | at character 17 (\"]\"): expected a value",
                "attribute:a in [b | at character 18, the end: expected , or ]",
                "attribute:a in [b, | at character 19, the end: expected a value",
                "attribute:a =~ a[ | at character 16 (\"a[\"): expected a Java regular expression",
                "attribute:a == 'b | at character 16 (\"'b\"): expected the other quotation mark",
                "(attribute:a == b | at character 18, the end: expected )",
                "attribute:a == b) | at character 17 (\")\"): expected &&, and",
                "attribute:a == b c | at character 18 (\"c\"): expected &&, and",
                "attribute:a == b and | at character 21, the end: expected a subject",
            })
    void errorsSayWhereAndWhatWouldBeRight(String query, String expected) {
        var problem = assertThrows(QueryProblem.class, () -> ClusterQuery.parse(query));
        var said = problem.getMessage();
        assertEquals(expected, said.substring(0, Math.min(expected.length(), said.length())));
    }

    @Test
    void depthIsBounded() {
        var deep = "(".repeat(100) + "agentConnected == true" + ")".repeat(100);
        assertThrows(QueryProblem.class, () -> ClusterQuery.parse(deep));
    }

    @Test
    void whatIsReadTwiceIsTheSame() throws QueryProblem {
        var query = "attribute:a =~ b.* or not(task:group in [c, d] && agentVersion > 1.2)";
        assertEquals(ClusterQuery.parse(query), ClusterQuery.parse(query));
    }
}
