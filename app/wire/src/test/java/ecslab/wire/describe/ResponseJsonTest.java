package ecslab.wire.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.Response;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatistics;
import ecslab.ecs.model.ClusterStatistics.ByType;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.TargetAttribute;
import ecslab.ecs.state.ClusterState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseJsonTest {

    private static final List<Failure> MISSING = List.of(new Failure("arn:1", "MISSING", ""));

    private static String written(Response response) {
        return ResponseJson.pretty(response, World.state(), World.RUN)
                .replaceAll("\\s+", "")
                .replace('"', '\'');
    }

    @Test
    void failuresStandBesideWhatWasFound() {
        assertEquals(
                "{'tasks':[],'failures':[{'arn':'arn:1','reason':'MISSING'}]}",
                written(new Response.StartTaskResponse(List.of(), MISSING)));
    }

    @Test
    void listEndsWithATokenIfThereIsMore() {
        assertEquals(
                "{'taskArns':['a','b'],'nextToken':'t'}",
                written(new Response.ListResponse("taskArns", List.of("a", "b"), "t")));
        assertEquals(
                "{'families':[]}", written(new Response.ListResponse("families", List.of(), "")));
    }

    @Test
    void attributesNameWhoHasThem() {
        assertEquals(
                "{'attributes':[{'name':'stack','value':'blue','targetId':'arn:1'}]}",
                written(
                        new Response.AttributesResponse(
                                List.of(
                                        new TargetAttribute(
                                                new Attribute("stack", "blue"), "arn:1")),
                                "")));
    }

    /// What isn't asked for isn't there.
    @ParameterizedTest
    @CsvSource({
        "'', none",
        "STATISTICS, statistics",
        "SETTINGS, settings",
        "ATTACHMENTS, attachments",
    })
    void clustersIncludeWhatIsAskedFor(String include, String field) {
        var none = new ByType(0, 0);
        var json =
                written(
                        new Response.DescribeClustersResponse(
                                List.of(ClusterDescription.empty("demo")),
                                List.of(new ClusterStatistics(new ByType(2, 1), none, none, none)),
                                include.isEmpty() ? List.of() : List.of(include),
                                List.of()));
        for (var one : List.of("statistics", "settings", "attachments")) {
            assertEquals(one.equals(field), json.contains("'" + one + "'"), one);
        }
        assertEquals(
                field.equals("statistics"),
                json.contains(
                        "{'name':'runningEC2TasksCount','value':'2'},"
                                + "{'name':'runningFargateTasksCount','value':'1'}"));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void healthIsThereIfItIsAskedFor(boolean asked) {
        var json =
                written(
                        new Response.DescribeContainerInstancesResponse(
                                List.of(World.containerInstance()), asked, List.of()));
        assertEquals(asked, json.contains("'healthStatus':{'overallStatus':'OK'"));
    }

    @Test
    void serviceIsShownWithItsEvents() {
        var response = new Response.DescribeServicesResponse(List.of(World.service()), List.of());
        assertEquals(2, written(response).split("'message'").length - 1);
        assertEquals(
                0,
                ResponseJson.pretty(response, ClusterState.EMPTY, World.RUN)
                                .split("\"message\"")
                                .length
                        - 1);
    }
}
