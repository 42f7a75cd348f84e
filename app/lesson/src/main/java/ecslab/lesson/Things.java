package ecslab.lesson;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.Selectors;
import java.util.Optional;

/// Finds what a focus is on. Traffic and subnets count, too, though no API call names them so.
public final class Things {

    private static final String SUBNET = "subnet/";
    private static final String TRAFFIC = "traffic/";

    private Things() {}

    /// The thing that a selector means; empty if it isn't there now.
    public static Optional<Ref> find(ClusterState state, Scenario scenario, String selector) {
        if (selector.startsWith(SUBNET)) {
            var name = selector.substring(SUBNET.length());
            return state.network().subnets().stream()
                    .filter(subnet -> subnet.name().equals(name))
                    .map(Subnet::subnetId)
                    .map(id -> Ref.of(Kind.SUBNET, id))
                    .findFirst();
        }
        if (selector.startsWith(TRAFFIC)) {
            var name = selector.substring(TRAFFIC.length());
            return scenario.traffic().stream()
                    .filter(traffic -> traffic.name().equals(name))
                    .map(traffic -> Ref.of(Kind.TRAFFIC, traffic.name()))
                    .findFirst();
        }
        return Selectors.find(state, selector);
    }
}
