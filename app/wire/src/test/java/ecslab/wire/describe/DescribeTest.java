package ecslab.wire.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.state.ClusterState;
import ecslab.wire.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is expected lies beside this class, one file a kind of thing.
class DescribeTest {

    @ParameterizedTest
    @CsvSource({
        "CLUSTER, demo, cluster",
        "SERVICE, demo/web, service",
        "TASK, 0123456789abcdef0123456789abcdef, running-task",
        "TASK, fedcba9876543210fedcba9876543210, stopped-task",
        "TASK_DEFINITION, web:1, task-definition",
        "LOAD_BALANCER, web, load-balancer",
        "TARGET_GROUP, web, target-group",
        "ROLE, ecsTaskExecutionRole, role",
        "IMAGE, 111122223333.dkr.ecr.us-east-1.amazonaws.com/team/web:1, image",
        "SUBNET, a, subnet",
        "INSTANCE, i-1, container-instance",
        "AUTO_SCALING_GROUP, a, auto-scaling-group",
        "CAPACITY_PROVIDER, asg, capacity-provider",
    })
    void aThingIsDescribedAsAwsDoes(Kind kind, String id, String expected) {
        assertEquals(
                Cases.text(expected + ".json", getClass()),
                Describe.json(Ref.of(kind, id), World.state(), World.RUN) + "\n");
    }

    @Test
    void theWholeStateIsDescribedInLists() {
        assertEquals(
                Cases.text("state.json", getClass()), Describe.state(World.state(), World.RUN));
    }

    @ParameterizedTest
    @EnumSource
    void whatThereIsNotIsAnEmptyObject(Kind kind) {
        assertEquals("{}", Describe.json(Ref.of(kind, "x"), ClusterState.EMPTY, World.RUN));
    }
}
