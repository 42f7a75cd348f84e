package ecslab.ecs.model;

import java.util.List;

/// A security group: what may come in. What comes in may go back out, and everything may go out.
///
/// @param name how a scenario calls it
/// @param groupId `sg-` and 17 hexadecimal digits
public record SecurityGroup(String name, String groupId, List<Ingress> ingress) {

    /// A VPC's own group, which everything belongs to that names none.
    public static final String DEFAULT = "default";

    /// Everybody may come in from there.
    public static final String ANYWHERE = "0.0.0.0/0";

    /// A rule that lets something in, over TCP.
    ///
    /// @param source [#ANYWHERE], or the id of the group that callers belong to
    public record Ingress(int fromPort, int toPort, String source) {

        public boolean covers(int port) {
            return fromPort <= port && port <= toPort;
        }
    }

    public SecurityGroup withIngress(List<Ingress> next) {
        return new SecurityGroup(name, groupId, next);
    }
}
