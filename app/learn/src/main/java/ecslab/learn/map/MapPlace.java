package ecslab.learn.map;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What stands on the map, named as lessons write it: `map/developer`.
///
/// `x` and `y` say where the middle stands, as shares of the map's size.
public enum MapPlace {
    DEVELOPER("developer", 0.125, 0.2),
    REGISTRY("registry", 0.375, 0.2),
    TASK_DEFINITION("taskDefinition", 0.625, 0.2),
    SERVICE("service", 0.875, 0.2),
    FARGATE("fargate", 0.625, 0.55),
    EC2("ec2", 0.875, 0.55),
    LOAD_BALANCER("loadBalancer", 0.375, 0.86),
    USER("user", 0.125, 0.86);

    /// How a selector of a place begins.
    public static final String PREFIX = "map/";

    private final String word;
    private final double x;
    private final double y;

    MapPlace(String word, double x, double y) {
        this.word = word;
        this.x = x;
        this.y = y;
    }

    public String word() {
        return word;
    }

    public String selector() {
        return PREFIX + word;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /// Empty if the selector is of no place of the map.
    public static Optional<MapPlace> of(String selector) {
        return Arrays.stream(values()).filter(one -> one.selector().equals(selector)).findFirst();
    }

    /// A way from one place to another.
    ///
    /// @param says the end of its text's key
    record Way(MapPlace from, MapPlace to, String says) {}

    static final List<Way> WAYS =
            List.of(
                    new Way(DEVELOPER, REGISTRY, "push"),
                    new Way(REGISTRY, TASK_DEFINITION, "names"),
                    new Way(TASK_DEFINITION, SERVICE, "blueprint"),
                    new Way(SERVICE, FARGATE, "places"),
                    new Way(SERVICE, EC2, "places"),
                    new Way(USER, LOAD_BALANCER, "request"),
                    new Way(LOAD_BALANCER, FARGATE, "forwards"),
                    new Way(LOAD_BALANCER, EC2, "forwards"));
}
