package ecslab.docker;

import ecslab.ecs.model.HttpRequest;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.engine.RuleMatch;
import io.undertow.server.HttpServerExchange;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/// A listener's rules for real requests. The owner thread changes them, the load balancer's threads
/// ask.
final class Rules {

    private final Map<String, Group> groups;
    private volatile Listener listener;

    /// @param groups by ARN; they may be changed on another thread
    Rules(Listener listener, Map<String, Group> groups) {
        this.listener = listener;
        this.groups = groups;
    }

    Listener listener() {
        return listener;
    }

    void become(Listener next) {
        listener = next;
    }

    /// What becomes of a request.
    RuleAction action(HttpServerExchange exchange) {
        var now = listener;
        if (now.rules().size() == 1) {
            return now.defaultRule().action();
        }
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach(header ->
                        headers.put(
                                header.getHeaderName().toString().toLowerCase(Locale.ROOT),
                                header.getFirst()));
        var request =
                new HttpRequest(
                        exchange.getRequestMethod().toString(),
                        exchange.getHostName(),
                        exchange.getRequestPath(),
                        exchange.getQueryString(),
                        headers,
                        Blueprint.LOOPBACK);
        return RuleMatch.first(now, request).action();
    }

    /// The target group that gets a request: the user's own, or one by the weights.
    Optional<Group> group(Forward forward, HttpServerExchange exchange) {
        return Cookies.group(forward, exchange)
                .or(() -> RuleMatch.weigh(forward, ThreadLocalRandom.current().nextDouble()))
                .map(groups::get);
    }
}
