package ecslab.wire.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.scenario.Client;
import ecslab.ecs.scenario.Shape;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.time.SimInstant;
import ecslab.ecs.time.Spans;
import java.math.BigDecimal;

/// Writes a traffic as [TrafficReader] reads it.
final class TrafficJson {

    private TrafficJson() {}

    static ObjectNode of(Traffic users) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", users.name());
        json.put("to", "loadBalancer/" + users.to());
        var paths = json.putObject("paths");
        users.paths().forEach(share -> paths.put(share.path(), share.weight()));
        shape(json.putObject("shape"), users.shape());
        client(json.putObject("client"), users.client());
        json.put("from", span(users.from()));
        json.put("until", span(users.until()));
        return json.put("detail", users.detail().word());
    }

    private static void shape(ObjectNode json, Shape shape) {
        switch (shape) {
            case Shape.Steady(double perSecond) -> json.put("steady", rate(perSecond));
            case Shape.Wave(double low, double high, var period) ->
                    json.putObject("wave")
                            .put("low", rate(low))
                            .put("high", rate(high))
                            .put("period", Spans.format(period));
            case Shape.Spike(double base, double peak, var at, var lasts) ->
                    json.putObject("spike")
                            .put("base", rate(base))
                            .put("peak", rate(peak))
                            .put("at", Spans.format(at))
                            .put("lasts", Spans.format(lasts));
            case Shape.Moments(var offsets) -> {
                var list = json.putArray("list");
                offsets.forEach(one -> list.add(Spans.format(one)));
            }
        }
    }

    private static void client(ObjectNode json, Client client) {
        json.put("users", client.users());
        json.put("timeout", Spans.format(client.timeout()));
        json.put("retries", client.retries());
        json.put("retryAfter", Spans.format(client.retryAfter()));
        json.put("keepAlive", client.keepAlive());
        json.put("method", client.method());
        if (!client.host().isEmpty()) {
            json.put("host", client.host());
        }
        if (!client.headers().isEmpty()) {
            client.headers().forEach(json.putObject("headers")::put);
        }
    }

    private static String rate(double perSecond) {
        return BigDecimal.valueOf(perSecond).stripTrailingZeros().toPlainString() + "/s";
    }

    private static String span(SimInstant at) {
        return Spans.format(at.since(SimInstant.START));
    }
}
