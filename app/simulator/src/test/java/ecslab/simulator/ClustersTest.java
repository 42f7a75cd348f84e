package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Behaviour reference §1.1 and §1.2: clusters, and the providers that are associated with them.
class ClustersTest {

    private static final String EC2 = ", \"launchType\": \"EC2\"";
    private static final String DELETE = "{\"cluster\": \"demo\"}";

    @Test
    void clusterWithoutNameIsDefault() {
        var run = Written.demo().setup("ecs:CreateCluster", "{}").until("1s").run();
        assertEquals(List.of("demo", "default"), List.copyOf(run.snapshot().clusters().keySet()));
    }

    @Test
    void clusterIsDeletedOnceItIsEmpty() {
        var outcome =
                Written.demo()
                        .instances("pool", "t3.small", 1)
                        .family("web", "bridge", 128, 128, "none")
                        .run("1s", "web", 1, EC2)
                        .at("10s", "ecs:DeleteCluster", DELETE)
                        .stop("11s", "web#1")
                        .at("12s", "lab:TerminateInstance", "{\"instance\": \"instance/pool#1\"}")
                        .at("20s", "ecs:DeleteCluster", DELETE)
                        .at("21s", "ecs:DeleteCluster", DELETE)
                        .until("30s");
        assertEquals(
                List.of(
                        "ClusterContainsContainerInstancesException: The Cluster cannot be deleted"
                                + " while Container Instances are active or draining.",
                        "ClusterNotFoundException: Cluster not found."),
                outcome.refused());
    }

    @Test
    void servicesAndTasksKeepACluster() {
        var fargate =
                "{\"family\": \"f\", \"networkMode\": \"awsvpc\", \"cpu\": \"256\", \"memory\":"
                        + " \"512\", \"containerDefinitions\": [{\"name\": \"web\", \"image\":"
                        + " \"web:1\"}]}";
        var network =
                ", \"launchType\": \"FARGATE\", \"networkConfiguration\":"
                        + " {\"awsvpcConfiguration\": {\"subnets\": [\"${subnet/a}\"],"
                        + " \"assignPublicIp\": \"ENABLED\"}}";
        var outcome =
                Written.demo()
                        .setup("ecs:RegisterTaskDefinition", fargate)
                        .run("1s", "f", 1, network)
                        .at("2s", "ecs:DeleteCluster", DELETE)
                        .service("3s", "f", 1, network)
                        .at("4s", "ecs:DeleteCluster", DELETE)
                        .until("10s");
        assertEquals(
                List.of(
                        "ClusterContainsTasksException: The Cluster cannot be deleted while Tasks"
                                + " are active.",
                        "ClusterContainsServicesException: The Cluster cannot be deleted while"
                                + " Services are active."),
                outcome.refused());
    }

    @Test
    void putReplacesTheListAndRefusesWhatIsUsed() {
        var outcome =
                Written.demo()
                        .setup(
                                "lab:AutoScalingGroup",
                                "{\"name\": \"asg\", \"cluster\": \"demo\", \"instanceType\":"
                                        + " \"t3.small\", \"desired\": 1}")
                        .setup(
                                "ecs:CreateCapacityProvider",
                                "{\"name\": \"p\", \"autoScalingGroupProvider\":"
                                    + " {\"autoScalingGroupArn\": \"${autoScalingGroup/asg}\"}}")
                        .family("web", "bridge", 128, 128, "none")
                        .at("1s", "ecs:PutClusterCapacityProviders", put("\"FARGATE\", \"p\""))
                        .at("2s", "ecs:PutClusterCapacityProviders", put("\"FARGATE\""))
                        .run("10s", "web", 1, strategy("p", 0, 1))
                        .at("11s", "ecs:PutClusterCapacityProviders", put("\"FARGATE\""))
                        .run("12s", "web", 1, EC2 + strategy("p", 0, 1))
                        .run("13s", "web", 1, strategy("FARGATE_SPOT", 0, 1))
                        .at("14s", "ecs:PutClusterCapacityProviders", put("\"nobody\""))
                        .until("20s");
        assertEquals(
                List.of(
                        "UpdateInProgressException: The specified cluster is in a busy state."
                                + " Cluster attachments must be in UPDATE_COMPLETE or UPDATE_FAILED"
                                + " state before they can be updated.",
                        "ResourceInUseException: The specified capacity provider is in use and"
                                + " cannot be removed.",
                        "InvalidParameterException: Specify either Launch Type or Capacity Provider"
                                + " Strategy, but not both.",
                        "InvalidParameterException: The specified capacity provider strategy cannot"
                            + " contain a capacity provider that is not associated with the"
                            + " cluster. Associate the capacity provider with the cluster and try"
                            + " again.",
                        "InvalidParameterException: The specified capacity provider 'nobody' is not"
                                + " in an ACTIVE state. Specify a valid capacity provider and try"
                                + " again."),
                outcome.refused());
        var cluster = outcome.run().snapshot().clusters().get("demo");
        assertEquals(List.of("FARGATE", "p"), cluster.capacityProviders());
        assertEquals("UPDATE_COMPLETE", cluster.attachmentsStatus());
        assertEquals(1, cluster.registeredContainerInstancesCount());
    }

    private static String put(String providers) {
        return "{\"cluster\": \"demo\", \"capacityProviders\": ["
                + providers
                + "], \"defaultCapacityProviderStrategy\": []}";
    }

    static String strategy(String provider, int base, int weight) {
        return ", \"capacityProviderStrategy\": [{\"capacityProvider\": \""
                + provider
                + "\", \"base\": "
                + base
                + ", \"weight\": "
                + weight
                + "}]";
    }
}
