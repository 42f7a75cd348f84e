package ecslab.ecs.scenario;

import ecslab.ecs.time.SimInstant;
import java.util.List;

/// Users who send requests.
///
/// @param name unique in the scenario
/// @param to the name of a load balancer, perhaps with a listener's port: `web` or `web:8080`
/// @param paths at least one; each gets its share of the requests
public record Traffic(
        String name,
        String to,
        Shape shape,
        List<PathShare> paths,
        Client client,
        Detail detail,
        SimInstant from,
        SimInstant until) {

    /// Up to here every request can be an event of its own.
    public static final double EACH_PER_SECOND_MAX = 50;

    /// A hundred thousand requests a second are more than anybody can learn from.
    public static final double WINDOWS_PER_SECOND_MAX = 100_000;

    /// Steady users of one path, each of whose requests is an event.
    public Traffic(
            String name,
            String to,
            String path,
            double perSecond,
            SimInstant from,
            SimInstant until) {
        this(
                name,
                to,
                new Shape.Steady(perSecond),
                List.of(new PathShare(path, 1)),
                Client.USUAL,
                Detail.EACH,
                from,
                until);
    }

    /// How much of a traffic is told.
    public enum Detail {
        /// Every request is an event.
        EACH("each"),
        /// What happens in a tenth of a second is one event; some requests are followed singly, and
        /// those that fail.
        WINDOWS("windows");

        private final String word;

        Detail(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// A path and its share.
    ///
    /// @param path with its query, if it has one
    /// @param weight 1 or more
    public record PathShare(String path, int weight) {}

    /// The first path.
    public String path() {
        return paths.getFirst().path();
    }

    /// The most requests a second that there ever are.
    public double perSecond() {
        return shape.most();
    }

    public Traffic withClient(Client next) {
        return new Traffic(name, to, shape, paths, next, detail, from, until);
    }

    public Traffic withUntil(SimInstant next) {
        return new Traffic(name, to, shape, paths, client, detail, from, next);
    }
}
