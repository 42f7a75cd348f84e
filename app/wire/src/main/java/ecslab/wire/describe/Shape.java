package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.time.SimInstant;
import java.math.BigDecimal;
import java.util.List;

/// What all the shapes share.
final class Shape {

    private static final int MILLIS_DECIMALS = 3;

    private Shape() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /// Left out if it is empty.
    static void text(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    static ArrayNode texts(List<?> values) {
        var items = array();
        values.forEach(value -> items.add(value.toString()));
        return items;
    }

    /// Epoch seconds with milliseconds, as ECS's JSON has them.
    static void time(ObjectNode json, String name, SimInstant at, RunHeader run) {
        var millis = run.calendar(at).toEpochMilli();
        json.put(name, BigDecimal.valueOf(millis, MILLIS_DECIMALS));
    }

    /// Left out if the tasks have no network interfaces of their own.
    static void network(ObjectNode json, AwsVpcConfiguration network) {
        if (!network.subnets().isEmpty()) {
            var awsvpc = json.putObject("networkConfiguration").putObject("awsvpcConfiguration");
            awsvpc.set("subnets", texts(network.subnets()));
            awsvpc.set("securityGroups", texts(network.securityGroups()));
            awsvpc.put("assignPublicIp", network.assignPublicIp() ? "ENABLED" : "DISABLED");
        }
    }
}
