package ecslab.simulator;

import static ecslab.simulator.Balanced.answers;
import static ecslab.simulator.Balanced.forward;
import static ecslab.simulator.Balanced.served;
import static ecslab.simulator.Balanced.weighted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which rule a request meets, and what it does (behaviour reference §7.2).
class ListenerRulesTest {

    private static final String GONE =
            "{\"Type\": \"fixed-response\", \"FixedResponseConfig\": {\"StatusCode\": \"404\"}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Field':'path-pattern','Values':['/img/*']} | /img/a.png | GET | 404",
                "{'Field':'path-pattern','Values':['/IMG/*']} | /img/a.png | GET | 200",
                "{'Field':'path-pattern','Values':['/img/?.png']} | /img/ab.png | GET | 200",
                "{'Field':'path-pattern','Values':['/img/*?v=1']} | /img/a?v=1 | GET | 200",
                "{'Field':'path-pattern','RegexValues':['^/v[0-9]+/']} | /v12/a | GET | 404",
                "{'Field':'host-header','Values':['SHOP.example.com']} | / | GET | 404",
                "{'Field':'http-request-method','Values':['POST']} | / | GET | 200",
                "{'Field':'http-request-method','Values':['POST']} | / | POST | 404",
                "{'Field':'http-header','HttpHeaderConfig':{'HttpHeaderName':'User-Agent',"
                        + "'Values':['*Chrome*']}} | / | GET | 404",
                "{'Field':'query-string','QueryStringConfig':{'Values':[{'Key':'v','Value':'1'}]}}"
                        + " | /?a=2&v=1 | GET | 404",
                "{'Field':'query-string','QueryStringConfig':{'Values':[{'Key':'v','Value':'1'}]}}"
                        + " | /?v=2 | GET | 200",
                "{'Field':'source-ip','Values':['203.0.113.0/24']} | / | GET | 404",
                "{'Field':'source-ip','Values':['10.0.0.0/8']} | / | GET | 200",
                "{'Field':'path-pattern','Values':['/']},{'Field':'http-request-method',"
                        + "'Values':['PUT']} | / | GET | 200",
            })
    void conditionIsMetOrNot(String conditions, String path, String method, int status) {
        var run =
                new Balanced()
                        .until("60s")
                        .service("web", 1)
                        .users(
                                "\"path\": \""
                                        + path
                                        + "\", \"client\": {\"method\": \""
                                        + method
                                        + "\", \"host\": \"shop.example.com\", \"headers\":"
                                        + " {\"user-agent\": \"a Chrome b\"}}")
                        .rule(10, conditions.replace('\'', '"'), GONE)
                        .play();
        var cause = status == 404 ? "404 fixed" : "200 served";
        assertEquals(java.util.Set.of(cause), answers(run).keySet());
    }

    @Test
    void lowestPriorityDecides() {
        var any = "{\"Field\": \"path-pattern\", \"Values\": [\"*\"]}";
        var run =
                new Balanced()
                        .until("60s")
                        .service("web", 1)
                        .rule(20, any, GONE)
                        .rule(
                                10,
                                any,
                                "{\"Type\": \"redirect\", \"RedirectConfig\":"
                                        + " {\"StatusCode\": \"HTTP_301\", \"Host\": \"b.com\"}}")
                        .at(
                                "50s",
                                "elbv2:SetRulePriorities",
                                "{\"RulePriorities\": [{\"RuleArn\": \"${rule/web:80:20}\","
                                        + " \"Priority\": 5}]}")
                        .play();
        assertEquals(Map.of("301 redirected", 200L, "404 fixed", 200L), answers(run));
    }

    /// Ten per cent of 3,600 requests, within four standard deviations (72).
    @Test
    void weightsShareTheRequests() {
        var run =
                new Balanced()
                        .until("220s")
                        .service("web", 1)
                        .setup(
                                "elbv2:ModifyListener",
                                "{\"ListenerArn\": \"${listener/web:80}\", \"DefaultActions\": ["
                                        + forward(weighted("web", 9) + "," + weighted("api", 1))
                                        + "]}")
                        .service("api", 1)
                        .play();
        var shares = served(run, true);
        assertEquals(3_600, shares.get("web") + shares.get("api"), 5);
        assertEquals(360, shares.get("api"), 72);
    }

    @Test
    void weightZeroGetsNothing() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .setup(
                                "elbv2:ModifyListener",
                                "{\"ListenerArn\": \"${listener/web:80}\", \"DefaultActions\": ["
                                        + forward(weighted("web", 1) + "," + weighted("api", 0))
                                        + "]}")
                        .service("api", 1)
                        .play();
        assertEquals(java.util.Set.of("web"), served(run, true).keySet());
    }

    @Test
    void targetOfNoRuleIsUnusedUntilARuleForwardsToIt() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .rule(
                                10,
                                "{\"Field\": \"path-pattern\", \"Values\": [\"/api\"]}",
                                forward(weighted("api", 1)))
                        .service("api", 1)
                        .at("60s", "elbv2:DeleteRule", "{\"RuleArn\": \"${rule/web:80:10}\"}")
                        .play();
        var target =
                run.snapshot().targets().values().stream()
                        .filter(one -> one.id().targetGroup().equals("api"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("Target.NotInUse", target.reason());
        assertTrue(target.description().contains("not configured to receive traffic"));
    }
}
