package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.CapacityProvider;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §1.1, §1.2 Capacity providers: made, changed, deleted, and how they hold a cluster.
class CapacityProvidersTest {

    private static final String PUT =
            "{'cluster': 'demo', 'capacityProviders': [%], 'defaultCapacityProviderStrategy': []}";

    private static Written world() {
        var written = Written.demo(1, "\"subnets\": \"public\"");
        for (var name : List.of("asg", "other")) {
            written.setup(
                    "lab:AutoScalingGroup",
                    json(
                            "{'name': '%', 'cluster': 'demo', 'instanceType': 't3.small',"
                                    .concat(" 'desired': 0}")
                                    .replace("%", name)));
        }
        return written.setup("ecs:CreateCapacityProvider", create("p", "asg", ""));
    }

    private static String create(String name, String group, String more) {
        return json(
                "{'name': '%N', 'autoScalingGroupProvider': {'autoScalingGroupArn': '%G'%M}}"
                        .replace("%N", name)
                        .replace("%G", "${autoScalingGroup/" + group + "}")
                        .replace("%M", more));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q | other | '' | ''",
                "p | other | '' | ClientException",
                "q | asg | '' | ClientException",
                "q | none | '' | InvalidParameterException",
                "aws-q | other | '' | InvalidParameterException",
                "ecs-q | other | '' | InvalidParameterException",
                "Fargate-q | other | '' | InvalidParameterException",
                "q | other | , 'managedTerminationProtection': 'ENABLED' |"
                        + " InvalidParameterException",
                "q | other | , 'managedScaling': {'status': 'ENABLED', 'targetCapacity': 0} |"
                        + " InvalidParameterException",
                "q | other | , 'managedScaling': {'status': 'ENABLED', 'targetCapacity': 101} |"
                        + " InvalidParameterException",
                "q | other | , 'managedScaling': {'status': 'ENABLED',"
                        + " 'maximumScalingStepSize': 10001} | InvalidParameterException",
                "q | other | , 'managedScaling': {'status': 'ENABLED',"
                        + " 'instanceWarmupPeriod': 10001} | InvalidParameterException",
            })
    void whatIsCreatedIsHeldAgainstItsRules(String name, String group, String more, String code) {
        var live = Live.at("1s", world());
        assertEquals(code, live.code("ecs:CreateCapacityProvider", create(name, group, more)));
    }

    @Test
    void managedInstancesAreRefusedOpenly() {
        assertEquals(
                "UnsupportedFeatureException",
                Live.at("1s", world())
                        .code(
                                "ecs:CreateCapacityProvider",
                                json("{'name': 'mi', 'managedInstancesProvider': {}}")));
    }

    @Test
    void updateChangesWhatIsGiven() {
        var live = Live.at("1s", world());
        live.response(
                "ecs:UpdateCapacityProvider",
                json(
                        "{'name': 'p', 'autoScalingGroupProvider': {'managedScaling': {'status':"
                                + " 'ENABLED', 'targetCapacity': 80}, 'managedDraining':"
                                + " 'DISABLED'}}"));
        live.response(
                "ecs:UpdateCapacityProvider",
                json(
                        "{'name': 'p', 'autoScalingGroupProvider': {'managedScaling':"
                                + " {'instanceWarmupPeriod': 60}}}"));
        CapacityProvider now = live.run().snapshot().capacity().capacityProviders().get("p");
        assertEquals(
                new CapacityProvider.ManagedScaling(true, 80, 1, 10_000, 60), now.managedScaling());
        assertEquals(false, now.managedDraining());
        assertEquals("UPDATE_COMPLETE", now.updateStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "ecs:UpdateCapacityProvider, name, FARGATE, ClientException",
        "ecs:UpdateCapacityProvider, name, none, InvalidParameterException",
        "ecs:DeleteCapacityProvider, capacityProvider, FARGATE_SPOT, ClientException",
        "ecs:DeleteCapacityProvider, capacityProvider, none, InvalidParameterException",
        "ecs:DeleteCapacityProvider, capacityProvider, p, ''",
    })
    void awsOwnTwoStayAsTheyAre(String call, String field, String name, String code) {
        assertEquals(
                code, Live.at("1s", world()).code(call, json("{'" + field + "': '" + name + "'}")));
    }

    /// It has to be disassociated first.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p | ClusterContainsCapacityProviderException | ClientException",
                "FARGATE | '' | ''",
            })
    void associatedProviderHoldsItsCluster(String providers, String cluster, String provider) {
        var written =
                world().setup(
                                "ecs:PutClusterCapacityProviders",
                                json(PUT.replace("%", "'" + providers + "'")));
        assertEquals(
                provider,
                Live.at("10s", written)
                        .code("ecs:DeleteCapacityProvider", json("{'capacityProvider': 'p'}")));
        assertEquals(
                cluster,
                Live.at("10s", written).code("ecs:DeleteCluster", json("{'cluster': 'demo'}")));
    }

    @Test
    void busyClusterIsNotChanged() {
        var written =
                world().setup("ecs:PutClusterCapacityProviders", json(PUT.replace("%", "'p'")));
        for (var call : List.of("ecs:DeleteCluster", "ecs:UpdateClusterSettings")) {
            var settings =
                    call.endsWith("Settings")
                            ? ", 'settings': [{'name': 'containerInsights', 'value': 'enabled'}]"
                            : "";
            assertEquals(
                    "UpdateInProgressException",
                    Live.at("1s", written).code(call, json("{'cluster': 'demo'" + settings + "}")));
        }
    }

    /// PROVISIONING only with providers that something must be made for.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"p | PROVISIONING, ACTIVE", "FARGATE | ACTIVE", "'' | ACTIVE"})
    void newClusterIsProvisioningWhileItsProvidersAreMade(String providers, String states) {
        var list = providers.isEmpty() ? "" : "'" + providers + "'";
        var outcome =
                world().at(
                                "1s",
                                "ecs:CreateCluster",
                                json("{'clusterName': 'new', 'capacityProviders': [" + list + "]}"))
                        .until("10s");
        var seen =
                outcome.run().events().stream()
                        .filter(Event.ClusterChange.class::isInstance)
                        .map(event -> ((Event.ClusterChange) event).cluster())
                        .filter(one -> one.name().equals("new"))
                        .map(one -> one.status().name())
                        .distinct()
                        .toList();
        assertEquals(List.of(states.split(", ")), seen);
    }

    private static String json(String written) {
        return written.replace('\'', '"');
    }
}
