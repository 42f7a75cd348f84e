package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.Response.ListResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §17.2: what List actions name, and in which parts.
class ListingTest {

    /// Two tasks of a service on pool#1 and pool#2, one that RunTask started, and a stopped one.
    private static Live world() {
        return Live.at(
                "120s",
                Written.demo()
                        .instances("pool", "t3.small", 2)
                        .family("web", "bridge", 128, 128, "none")
                        .family("job", "bridge", 128, 128, "none")
                        .service("1s", "web", 2, ", \"launchType\": \"EC2\"")
                        .run("2s", "job", 1, ", \"launchType\": \"EC2\", \"startedBy\": \"me\"")
                        .run("3s", "job", 1, ", \"launchType\": \"EC2\"")
                        .stop("20s", "job#2")
                        .at(
                                "30s",
                                "ecs:UpdateContainerInstancesState",
                                "{\"cluster\": \"demo\", \"containerInstances\":"
                                        + " [\"${instance/pool#2}\"], \"status\": \"DRAINING\"}"));
    }

    /// As pool#2 drains, web#2 is replaced on pool#1.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | job#1 web#1 web#3",
                "'family': 'job' | job#1",
                "'serviceName': 'web' | web#1 web#3",
                "'startedBy': 'me' | job#1",
                "'desiredStatus': 'STOPPED' | job#2 web#2",
                "'desiredStatus': 'PENDING' | ''",
                "'launchType': 'EC2', 'family': 'web' | web#1 web#3",
                "'launchType': 'FARGATE' | ''",
            })
    void tasksAreFiltered(String filter, String expected) {
        assertEquals(plain(expected), tasks(world(), filter));
    }

    @Test
    void tasksOfAnInstanceAreThoseThatAreOnIt() {
        var live = world();
        var on = tasks(live, "'containerInstance': '${instance/pool#2}'");
        var all = tasks(live, "'containerInstance': '${instance/pool#1}'") + " " + on;
        assertEquals("job#1 web#1 web#3", sorted(all));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ecs:ListTasks | 'startedBy': 'me', 'family': 'job' | InvalidParameterException",
                "ecs:ListTasks | 'serviceName': 'none' | ServiceNotFoundException",
                "ecs:ListTasks | 'desiredStatus': 'ACTIVE' | InvalidParameterException",
                "ecs:ListTasks | 'cluster': 'none' | ClusterNotFoundException",
                "ecs:ListTasks | 'maxResults': 0 | InvalidParameterException",
                "ecs:ListTasks | 'maxResults': 101 | InvalidParameterException",
                "ecs:ListTasks | 'nextToken': 'x' | InvalidParameterException",
                "ecs:ListServices | 'cluster': 'none' | ClusterNotFoundException",
                "ecs:ListServices | 'launchType': 'none' | ClientException",
                "ecs:ListServices | 'schedulingStrategy': 'none' | InvalidParameterException",
                "ecs:ListContainerInstances | 'status': 'GONE' | InvalidParameterException",
                "ecs:ListContainerInstances | 'filter': 'x y' | InvalidParameterException",
                "ecs:ListTaskDefinitionFamilies | 'status': 'GONE' | ClientException",
            })
    void wrongFiltersAreRefused(String call, String with, String code) {
        var cluster =
                with.contains("'cluster'") || call.contains("Families")
                        ? ""
                        : "'cluster': 'demo', ";
        assertEquals(code, world().code(call, json("{" + cluster + with + "}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | pool#1 pool#2",
                "'status': 'ACTIVE' | pool#1",
                "'status': 'DRAINING' | pool#2",
                "'status': 'INACTIVE' | ''",
                "'filter': 'task:group == service:web' | pool#1",
                "'filter': 'attribute:ecs.instance-type =~ m5.*' | ''",
                "'filter': 'runningTasksCount > 2' | pool#1",
            })
    void instancesAreListedByStatus(String filter, String expected) {
        var live = world();
        var listed = list(live, "ecs:ListContainerInstances", filter);
        var names =
                List.of("pool#1", "pool#2").stream()
                        .filter(name ->
                                listed.stream()
                                        .anyMatch(arn ->
                                                arn.endsWith(live.outcome().instance(name).id())))
                        .toList();
        assertEquals(plain(expected), String.join(" ", names));
    }

    @Test
    void servicesComeTenAtATime() {
        var written = Written.demo().family("web", "bridge", 128, 128, "none");
        for (var i = 0; i < 11; i++) {
            written.at(
                    "1s",
                    "ecs:CreateService",
                    json(
                            "{'cluster': 'demo', 'serviceName': 's%', 'taskDefinition': 'web',"
                                    .concat(" 'desiredCount': 0}")
                                    .replace("%", String.valueOf(i))));
        }
        var live = Live.at("5s", written);
        assertEquals(10, list(live, "ecs:ListServices", "''").size());
        assertEquals(11, list(live, "ecs:ListServices", "'maxResults': 100").size());
        assertEquals(0, list(live, "ecs:ListServices", "'schedulingStrategy': 'DAEMON'").size());
        assertEquals(0, list(live, "ecs:ListServices", "'launchType': 'FARGATE'").size());
    }

    /// `old` has no ACTIVE revision any more.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | job old web",
                "'status': 'ACTIVE' | job web",
                "'status': 'INACTIVE' | old",
                "'status': 'ALL', 'familyPrefix': 'jo' | job",
            })
    void familyIsActiveAsLongAsARevisionIs(String filter, String expected) {
        var written = Written.demo();
        for (var family : List.of("web", "job", "old")) {
            written.family(family, "bridge", 128, 128, "none");
        }
        written.at("1s", "ecs:DeregisterTaskDefinition", json("{'taskDefinition': 'old:1'}"));
        var live = Live.at("5s", written);
        var answer =
                (ListResponse)
                        live.response(
                                "ecs:ListTaskDefinitionFamilies", json("{" + plain(filter) + "}"));
        assertEquals(plain(expected), String.join(" ", answer.items()));
    }

    @Test
    void deletedClustersAreNotListed() {
        var written = Written.demo().setup("ecs:CreateCluster", json("{'clusterName': 'other'}"));
        written.at("1s", "ecs:DeleteCluster", json("{'cluster': 'other'}"));
        var answer = (ListResponse) Live.at("5s", written).response("ecs:ListClusters", "{}");
        assertEquals(List.of("arn:aws:ecs:us-east-1:111122223333:cluster/demo"), answer.items());
    }

    private static String tasks(Live live, String filter) {
        var names = live.run().snapshot().taskNames();
        var listed = list(live, "ecs:ListTasks", filter);
        return sorted(
                String.join(
                        " ",
                        names.entrySet().stream()
                                .filter(one ->
                                        listed.stream()
                                                .anyMatch(arn -> arn.endsWith(one.getKey().hex())))
                                .map(one -> one.getValue())
                                .toList()));
    }

    private static String sorted(String words) {
        return String.join(" ", List.of(words.strip().split(" +")).stream().sorted().toList());
    }

    private static List<String> list(Live live, String call, String filter) {
        var more = plain(filter).isEmpty() ? "" : ", " + plain(filter);
        return ((ListResponse) live.response(call, json("{'cluster': 'demo'" + more + "}")))
                .items();
    }

    private static String plain(String written) {
        return written.equals("''") ? "" : written;
    }

    private static String json(String written) {
        return written.replace('\'', '"');
    }
}
