package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §7 of the behaviour reference: a real load balancer has the attributes, weights, rules and
/// checks of a simulated one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BalancerAttributesTest {

    private static final int REQUESTS = 40;
    private static final String GROUP = "${targetGroup/web}";

    private final HttpClient http = HttpClient.newHttpClient();
    private Live live;
    private String url;

    @BeforeAll
    void engine() {
        Engines.check();
        var scenario =
                Drafts.cluster()
                        .balancer("instance", "1s")
                        .setup(
                                "elbv2:CreateTargetGroup",
                                "{'Name': 'other', 'Port': 80, 'Protocol': 'HTTP',"
                                        + " 'TargetType': 'instance'}")
                        .web("web:v1");
        live = Live.start(scenario);
        live.submit("ecs:CreateService", Drafts.service(3, true, ""));
        live.awaitHealthy(3);
        url = live.cluster().urls().get("front");
    }

    @AfterAll
    void close() {
        if (live != null) {
            live.close();
        }
    }

    @Test
    void everyTargetHasItsTurn() throws Exception {
        attributes("stickiness.enabled", "false");
        assertEquals(3, answeredBy("").size());
    }

    @Test
    void loadBalancersCookieKeepsAUserWithATarget() throws Exception {
        attributes(
                "stickiness.enabled",
                "true",
                "stickiness.type",
                "lb_cookie",
                "stickiness.lb_cookie.duration_seconds",
                "60");
        var first = get("/", "");
        var cookie = cookie(first, "AWSALB");
        assertEquals(Map.of(first.body(), REQUESTS), answeredBy(cookie));
        assertEquals(3, answeredBy("").size());
        attributes("stickiness.enabled", "false");
        assertEquals(3, answeredBy(cookie).size());
    }

    @Test
    void cookieThatIsOverKeepsNobody() throws Exception {
        attributes("stickiness.enabled", "true", "stickiness.lb_cookie.duration_seconds", "1");
        var cookie = cookie(get("/", ""), "AWSALB");
        LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
        assertEquals(3, answeredBy(cookie).size());
        attributes("stickiness.enabled", "false");
    }

    /// The demo program sets no cookies, so nobody stays.
    @Test
    void programThatSetsNoCookieOfTheNameKeepsNobody() throws Exception {
        attributes(
                "stickiness.enabled",
                "true",
                "stickiness.type",
                "app_cookie",
                "stickiness.app_cookie.cookie_name",
                "SESSION");
        assertTrue(get("/", "").headers().firstValue("Set-Cookie").isEmpty());
        assertEquals(3, answeredBy("SESSION=abc").size());
        attributes("stickiness.enabled", "false", "stickiness.type", "lb_cookie");
    }

    @Test
    void weightsSendNobodyToAGroupThatHasNoWeight() throws Exception {
        weigh(1, 0, 0);
        for (var i = 0; i < REQUESTS; i++) {
            assertEquals(200, get("/", "").statusCode());
        }
        weigh(0, 1, 0);
        assertEquals(503, get("/", "").statusCode());
        weigh(1, 0, 0);
    }

    @Test
    void groupsCookieKeepsAUserWithAGroup() throws Exception {
        weigh(1, 1, 60);
        var served = get("/", "");
        while (served.statusCode() != 200) {
            served = get("/", "");
        }
        var cookie = cookie(served, "AWSALBTG");
        for (var i = 0; i < REQUESTS; i++) {
            assertEquals(200, get("/", cookie).statusCode());
        }
        weigh(1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    'Field': 'host-header', 'Values': ['localhos?'] | / | 418
                    'Field': 'path-pattern', 'Values': ['/tea*'] | /teapot | 418
                    'Field': 'path-pattern', 'Values': ['/tea*'] | /coffee | 404
                    'Field': 'http-header', 'HttpHeaderConfig': {'HttpHeaderName': 'X-Tea', \
                    'Values': ['gr*']} | / | 418
                    'Field': 'http-request-method', 'HttpRequestMethodConfig': \
                    {'Values': ['GET']} | / | 418
                    'Field': 'query-string', 'QueryStringConfig': \
                    {'Values': [{'Key': 'tea', 'Value': 'yes'}]} | /?tea=yes | 418
                    'Field': 'query-string', 'QueryStringConfig': \
                    {'Values': [{'Key': 'tea', 'Value': 'yes'}]} | /?tea=no | 200
                    'Field': 'source-ip', 'SourceIpConfig': {'Values': ['127.0.0.0/8']} | / | 418
                    'Field': 'source-ip', 'SourceIpConfig': {'Values': ['10.0.0.0/8']} | / | 200
                    """)
    void everyConditionIsAskedOfRealRequests(String condition, String path, int status)
            throws Exception {
        var teapot =
                "{'Type': 'fixed-response', 'FixedResponseConfig': {'StatusCode': '418',"
                        + " 'ContentType': 'text/plain', 'MessageBody': 'short'}}";
        rule(condition, teapot);
        var asked =
                HttpRequest.newBuilder(URI.create(url.replace("127.0.0.1", "localhost") + path))
                        .header("X-Tea", "green")
                        .build();
        assertEquals(status, http.send(asked, BodyHandlers.ofString()).statusCode());
        live.submit("elbv2:DeleteRule", "{'RuleArn': '${rule/front:80:10}'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    'Path': '/new/#{path}' | /new/old?a=1
                    'Query': 'b=2' | /old?b=2
                    'Host': 'example.com' | http://example.com/old?a=1
                    'Host': 'a.com', 'Protocol': 'HTTPS', 'Port': '8443' | \
                    https://a.com:8443/old?a=1
                    """)
    void redirectLeadsWhereItSays(String config, String to) throws Exception {
        rule(
                "'Field': 'path-pattern', 'Values': ['/old']",
                "{'Type': 'redirect', 'RedirectConfig': {'StatusCode': 'HTTP_301', "
                        + config
                        + "}}");
        var answer = get("/old?a=1", "");
        assertEquals(301, answer.statusCode());
        assertEquals(to, answer.headers().firstValue("Location").orElse(""));
        live.submit("elbv2:DeleteRule", "{'RuleArn': '${rule/front:80:10}'}");
    }

    @Test
    void healthCheckThatWantsAnotherStatusFindsNobodyHealthyAndFailsOpen() throws Exception {
        live.submit(
                "elbv2:ModifyTargetGroup",
                "{'TargetGroupArn': '"
                        + GROUP
                        + "', 'Matcher': {'HttpCode': '204'}, 'HealthCheckIntervalSeconds': 5,"
                        + " 'HealthCheckTimeoutSeconds': 2, 'UnhealthyThresholdCount': 2,"
                        + " 'HealthyThresholdCount': 2}");
        live.submit(
                "ecs:UpdateService",
                "{'cluster': 'demo', 'service': 'web', 'healthCheckGracePeriodSeconds': 600}");
        live.awaitHealthy(0);
        assertEquals(200, get("/", "").statusCode());
        live.submit(
                "elbv2:ModifyTargetGroup",
                "{'TargetGroupArn': '" + GROUP + "', 'Matcher': {'HttpCode': '200-299'}}");
        live.awaitHealthy(3);
    }

    private void rule(String condition, String action) {
        live.submit(
                "elbv2:CreateRule",
                "{'ListenerArn': '${listener/front:80}', 'Priority': 10, 'Conditions': [{"
                        + condition
                        + "}], 'Actions': ["
                        + action
                        + "]}");
    }

    private void weigh(int web, int other, int stickySeconds) {
        var stays =
                stickySeconds > 0
                        ? "{'Enabled': true, 'DurationSeconds': " + stickySeconds + "}"
                        : "{'Enabled': false}";
        live.submit(
                "elbv2:ModifyListener",
                "{'ListenerArn': '${listener/front:80}', 'DefaultActions': [{'Type': 'forward',"
                        + " 'ForwardConfig': {'TargetGroups': [{'TargetGroupArn': '"
                        + GROUP
                        + "', 'Weight': "
                        + web
                        + "}, {'TargetGroupArn': '${targetGroup/other}', 'Weight': "
                        + other
                        + "}], 'TargetGroupStickinessConfig': "
                        + stays
                        + "}}]}");
    }

    private void attributes(String... keysAndValues) {
        var all = new StringBuilder();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            all.append(i > 0 ? ", " : "")
                    .append("{'Key': '" + keysAndValues[i])
                    .append("', 'Value': '" + keysAndValues[i + 1] + "'}");
        }
        live.submit(
                "elbv2:ModifyTargetGroupAttributes",
                "{'TargetGroupArn': '" + GROUP + "', 'Attributes': [" + all + "]}");
    }

    private Map<String, Integer> answeredBy(String cookie) throws Exception {
        var counts = new TreeMap<String, Integer>();
        for (var i = 0; i < REQUESTS; i++) {
            counts.merge(get("/", cookie).body(), 1, Integer::sum);
        }
        return counts;
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        var set =
                answer.headers().allValues("Set-Cookie").stream()
                        .filter(one -> one.startsWith(name + "="))
                        .findFirst()
                        .orElse("");
        assertFalse(set.isEmpty(), name + " isn't set");
        return set.substring(0, set.indexOf(';'));
    }

    private HttpResponse<String> get(String path, String cookie)
            throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10));
        if (!cookie.isEmpty()) {
            asked.header("Cookie", cookie);
        }
        return http.send(asked.build(), BodyHandlers.ofString());
    }
}
