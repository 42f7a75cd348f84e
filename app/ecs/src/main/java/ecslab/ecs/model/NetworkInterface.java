package ecslab.ecs.model;

/// The elastic network interface of a task in `awsvpc` mode.
///
/// @param eniId `eni-` and 17 hexadecimal digits
/// @param privateIpv4Address such as `10.0.1.17`
/// @param publicIpv4Address empty if none was assigned
public record NetworkInterface(
        String eniId, String subnetId, String privateIpv4Address, String publicIpv4Address) {}
