package ecslab.ecs.model;

/// One of a cluster's `settings`.
///
/// @param name `containerInsights`
/// @param value `disabled`, `enabled` or `enhanced`
public record ClusterSetting(String name, String value) {

    public static final String CONTAINER_INSIGHTS = "containerInsights";
    public static final String DISABLED = "disabled";
}
