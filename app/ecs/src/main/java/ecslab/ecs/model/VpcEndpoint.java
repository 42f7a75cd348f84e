package ecslab.ecs.model;

/// A VPC endpoint: a way to one AWS service that needs no way out.
///
/// @param service such as `ecr.api`, `ecr.dkr`, `s3` or `logs`
public record VpcEndpoint(String service, String vpcEndpointId, boolean open) {

    /// S3's is a gateway, the others are network interfaces.
    public boolean isGateway() {
        return service.equals("s3");
    }

    public VpcEndpoint withOpen(boolean next) {
        return new VpcEndpoint(service, vpcEndpointId, next);
    }
}
