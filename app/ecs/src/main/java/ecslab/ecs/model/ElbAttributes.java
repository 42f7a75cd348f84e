package ecslab.ecs.model;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// The attributes of a load balancer or a target group, as AWS keeps them: texts by key. Which keys
/// there are depends on the type (ELBv2 API model; defaults of the behaviour reference §7.4).
public record ElbAttributes(SortedMap<String, String> values) {

    public static final String DEREGISTRATION_DELAY = "deregistration_delay.timeout_seconds";
    public static final String SLOW_START = "slow_start.duration_seconds";
    public static final String ALGORITHM = "load_balancing.algorithm.type";
    public static final String STICKINESS = "stickiness.enabled";
    public static final String STICKINESS_TYPE = "stickiness.type";
    public static final String LB_COOKIE = "stickiness.lb_cookie.duration_seconds";
    public static final String APP_COOKIE = "stickiness.app_cookie.duration_seconds";
    public static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";
    public static final String FAIL_OPEN_BELOW =
            "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count";
    public static final String IDLE_TIMEOUT = "idle_timeout.timeout_seconds";
    public static final String CLIENT_KEEP_ALIVE = "client_keep_alive.seconds";

    /// A target group of which nothing is said has its load balancer's.
    public static final String AS_THE_LOAD_BALANCER = "use_load_balancer_configuration";

    private static final String ON = "true";

    public ElbAttributes {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static ElbAttributes ofLoadBalancer(LoadBalancer.Type type) {
        var values = new TreeMap<String, String>();
        values.put("deletion_protection.enabled", "false");
        switch (type) {
            case APPLICATION -> {
                values.put(IDLE_TIMEOUT, "60");
                values.put(CLIENT_KEEP_ALIVE, "3600");
                values.put(CROSS_ZONE, ON);
                values.put("access_logs.s3.enabled", "false");
                values.put("routing.http2.enabled", ON);
                values.put("routing.http.drop_invalid_header_fields.enabled", "false");
            }
            case NETWORK -> values.put(CROSS_ZONE, "false");
            case CLASSIC -> values.put(IDLE_TIMEOUT, "60");
        }
        return new ElbAttributes(values);
    }

    /// What a new target group has.
    ///
    /// A target group's defaults.
    ///
    /// @param isHttp an Application Load Balancer's; else a Network Load Balancer's
    public static ElbAttributes ofTargetGroup(boolean isHttp) {
        var values = new TreeMap<String, String>();
        values.put(DEREGISTRATION_DELAY, "300");
        values.put(STICKINESS, "false");
        values.put(CROSS_ZONE, AS_THE_LOAD_BALANCER);
        values.put(FAIL_OPEN_BELOW, "1");
        if (isHttp) {
            values.put(SLOW_START, "0");
            values.put(ALGORITHM, "round_robin");
            values.put("load_balancing.algorithm.anomaly_mitigation", "off");
            values.put(STICKINESS_TYPE, "lb_cookie");
            values.put(LB_COOKIE, "86400");
            values.put(APP_COOKIE, "86400");
            values.put("stickiness.app_cookie.cookie_name", "");
        } else {
            values.put(STICKINESS_TYPE, "source_ip");
            values.put("deregistration_delay.connection_termination.enabled", "false");
            values.put("preserve_client_ip.enabled", "false");
            values.put("proxy_protocol_v2.enabled", "false");
        }
        return new ElbAttributes(values);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) {
        return Objects.requireNonNullElse(values.get(key), "");
    }

    public boolean isOn(String key) {
        return ON.equals(values.get(key));
    }

    public int number(String key, int otherwise) {
        var written = values.get(key);
        return written == null ? otherwise : Integer.parseInt(written);
    }

    public Duration seconds(String key) {
        return Duration.ofSeconds(number(key, 0));
    }

    public ElbAttributes with(Map<String, String> changes) {
        var next = new TreeMap<>(values);
        next.putAll(changes);
        return new ElbAttributes(next);
    }

    public ElbAttributes with(String key, Object value) {
        return with(Collections.singletonMap(key, value.toString()));
    }
}
