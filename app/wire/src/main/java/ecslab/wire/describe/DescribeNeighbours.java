package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Subnet;
import ecslab.wire.output.TrustDocument;
import java.util.Collection;

/// IAM's `GetRole`, ECR's `DescribeImages` and EC2's `DescribeSubnets`
final class DescribeNeighbours {

    private static final long BYTES_PER_MIB = 1024L * 1024;
    private static final String REGISTRY = ".dkr.ecr.";

    private DescribeNeighbours() {}

    static ObjectNode role(Role role) {
        var json = Shape.object();
        json.put("Path", "/");
        json.put("RoleName", role.name());
        json.put("Arn", role.arn());
        json.set("AssumeRolePolicyDocument", TrustDocument.of(role.trustedServices()));
        return json;
    }

    /// As `ListAttachedRolePolicies` has them.
    static ArrayNode attachedPolicies(Role role) {
        var policies = Shape.array();
        for (var arn : role.policyArns()) {
            policies.addObject().put("PolicyName", Arns.lastPart(arn)).put("PolicyArn", arn);
        }
        return policies;
    }

    /// The registry's id is known for images of ECR only.
    static ObjectNode image(Image image) {
        var uri = image.uri();
        var slash = uri.indexOf('/');
        var host = slash < 0 ? "" : uri.substring(0, slash);
        var isEcr = host.contains(REGISTRY);
        var path = isEcr ? uri.substring(slash + 1) : uri;
        var colon = path.lastIndexOf(':');
        var json = Shape.object();
        if (isEcr) {
            json.put("registryId", host.substring(0, host.indexOf(REGISTRY)));
        }
        json.put("repositoryName", colon < 0 ? path : path.substring(0, colon));
        Shape.text(json, "imageDigest", image.digest());
        if (colon >= 0) {
            json.putArray("imageTags").add(path.substring(colon + 1));
        }
        json.put("imageSizeInBytes", image.sizeMib() * BYTES_PER_MIB);
        return json;
    }

    /// The images of a registry.
    ///
    /// @param host `*` for all registries
    static void putImages(ObjectNode json, Collection<Image> images, String host) {
        var found =
                images.stream()
                        .filter(one ->
                                host.equals("*") || ImageName.parse(one.uri()).host().equals(host))
                        .toList();
        if (!found.isEmpty()) {
            var details = json.putArray("imageDetails");
            found.forEach(one -> details.add(image(one)));
        }
    }

    static ObjectNode subnet(Subnet subnet, Network network) {
        var json = Shape.object();
        json.put("SubnetId", subnet.subnetId());
        json.put("VpcId", network.vpcId());
        json.put("AvailabilityZone", subnet.availabilityZone());
        json.put("CidrBlock", subnet.cidr());
        json.put("State", "available");
        json.putArray("Tags").addObject().put("Key", "Name").put("Value", subnet.name());
        return json;
    }
}
