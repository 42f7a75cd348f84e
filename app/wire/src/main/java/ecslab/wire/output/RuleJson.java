package ecslab.wire.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleAction.FixedResponse;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleAction.Redirect;
import ecslab.ecs.model.RuleCondition;
import java.util.List;

/// Conditions and actions of listeners' rules, as DescribeRules prints them.
public final class RuleJson {

    private RuleJson() {}

    public static ArrayNode conditions(List<RuleCondition> conditions) {
        var items = JsonNodeFactory.instance.arrayNode();
        conditions.forEach(one -> condition(items.addObject(), one));
        return items;
    }

    private static void condition(ObjectNode json, RuleCondition condition) {
        json.put("Field", condition.field().printed());
        switch (condition.field()) {
            case HOST_HEADER -> values(json.putObject("HostHeaderConfig"), condition);
            case PATH_PATTERN -> values(json.putObject("PathPatternConfig"), condition);
            case HTTP_HEADER ->
                    values(
                            json.putObject("HttpHeaderConfig")
                                    .put("HttpHeaderName", condition.name()),
                            condition);
            case HTTP_REQUEST_METHOD ->
                    values(json.putObject("HttpRequestMethodConfig"), condition);
            case SOURCE_IP -> values(json.putObject("SourceIpConfig"), condition);
            case QUERY_STRING -> {
                var pairs = json.putObject("QueryStringConfig").putArray("Values");
                for (var value : condition.values()) {
                    var equals = value.indexOf('=');
                    var pair = pairs.addObject();
                    if (equals >= 0) {
                        pair.put("Key", value.substring(0, equals));
                    }
                    pair.put("Value", value.substring(equals + 1));
                }
            }
        }
    }

    private static void values(ObjectNode config, RuleCondition condition) {
        if (!condition.values().isEmpty()) {
            condition.values().forEach(config.putArray("Values")::add);
        }
        if (!condition.regexValues().isEmpty()) {
            condition.regexValues().forEach(config.putArray("RegexValues")::add);
        }
    }

    public static ArrayNode actions(List<RuleAction> actions) {
        var items = JsonNodeFactory.instance.arrayNode();
        actions.forEach(one -> items.add(action(one)));
        return items;
    }

    public static ObjectNode action(RuleAction action) {
        var json = JsonNodeFactory.instance.objectNode().put("Type", action.type());
        switch (action) {
            case Forward forward -> forward(json, forward);
            case FixedResponse(int status, var type, var body) -> {
                var config = json.putObject("FixedResponseConfig");
                put(config, "MessageBody", body);
                config.put("StatusCode", Integer.toString(status));
                put(config, "ContentType", type);
            }
            case Redirect(int status, var protocol, var host, var port, var path, var query) ->
                    json.putObject("RedirectConfig")
                            .put("Protocol", protocol)
                            .put("Port", port)
                            .put("Host", host)
                            .put("Path", path)
                            .put("Query", query)
                            .put("StatusCode", "HTTP_" + status);
        }
        return json;
    }

    private static void forward(ObjectNode json, Forward forward) {
        if (forward.targetGroups().size() == 1) {
            json.put("TargetGroupArn", forward.targetGroups().getFirst().targetGroupArn());
        }
        var config = json.putObject("ForwardConfig");
        var groups = config.putArray("TargetGroups");
        for (var one : forward.targetGroups()) {
            groups.addObject()
                    .put("TargetGroupArn", one.targetGroupArn())
                    .put("Weight", one.weight());
        }
        var sticky = config.putObject("TargetGroupStickinessConfig");
        sticky.put("Enabled", !forward.stickiness().isZero());
        if (!forward.stickiness().isZero()) {
            sticky.put("DurationSeconds", forward.stickiness().toSeconds());
        }
    }

    private static void put(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }
}
