package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.Response.RunTaskResponse;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §5.1, §5.4 GPUs are reserved like CPU and memory: what lacks them answers `RESOURCE:GPU`.
class GpuTest {

    private static final String TRAIN =
            "{\"family\": \"train\", \"networkMode\": \"bridge\", \"containerDefinitions\":"
                    + " [{\"name\": \"web\", \"image\": \"web:1\", \"cpu\": 128, \"memory\": 128,"
                    + " \"resourceRequirements\": [{\"type\": \"GPU\", \"value\": \"COUNT\"}]}]}";

    private static Written pool(String type, String gpus) {
        return Written.demo()
                .instances("pool", type, 1)
                .setup("ecs:RegisterTaskDefinition", TRAIN.replace("COUNT", gpus));
    }

    @ParameterizedTest
    @CsvSource({
        "t3.small, 1, 0, RESOURCE:GPU",
        "g4dn.xlarge, 1, 1, RESOURCE:GPU",
        "g4dn.xlarge, 2, 0, RESOURCE:GPU",
        "g4dn.12xlarge, 2, 2, RESOURCE:GPU",
        "g4dn.12xlarge, 1, 3, ''",
    })
    void tasksRunWhereThereAreGpus(String type, String gpus, int placed, String reason) {
        var answer =
                (RunTaskResponse)
                        Live.at("10s", pool(type, gpus))
                                .response(
                                        "ecs:RunTask",
                                        "{\"cluster\": \"demo\", \"taskDefinition\": \"train\","
                                                + " \"count\": 3}");
        assertEquals(placed, answer.tasks().size());
        assertEquals(
                reason, String.join(" ", answer.failures().stream().map(Failure::reason).toList()));
    }

    @Test
    void gpuOfATaskThatHasStoppedIsFreeAgain() {
        var outcome =
                pool("g4dn.xlarge", "1")
                        .service("1s", "train", 1, ", \"launchType\": \"EC2\"")
                        .at(
                                "60s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"forceNewDeployment\": true,"
                                        + " \"deploymentConfiguration\":"
                                        + " {\"minimumHealthyPercent\": 0}}")
                        .until("150s");
        assertEquals(List.of("web#2 pool#1"), outcome.places());
        assertEquals(0, outcome.instance("pool#1").remaining().gpus());
        assertEquals(1, outcome.instance("pool#1").registered().gpus());
    }

    @Test
    void serviceSaysWhatItLacks() {
        var outcome =
                pool("t3.small", "1")
                        .service("1s", "train", 1, ", \"launchType\": \"EC2\"")
                        .until("10s");
        assertEquals(1, outcome.told().said("encountered error \"RESOURCE:GPU\".").size());
        var told =
                outcome.run().events().stream()
                        .filter(Decision.class::isInstance)
                        .map(Decision.class::cast)
                        .filter(one -> one.kind() == Decision.Kind.PLACE)
                        .toList();
        assertEquals("place.nobody.gpu", told.getFirst().outcome().key());
        assertEquals(
                "place.check.gpu {left=0, needed=1}",
                told.getFirst().candidates().getFirst().why().key()
                        + " "
                        + told.getFirst().candidates().getFirst().why().values());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "one", "1.5"})
    void countThatIsNoneIsRefused(String gpus) {
        assertEquals(
                List.of("/containerDefinitions/0/resourceRequirements"),
                pool("t3.small", gpus).until("1s").run().events().stream()
                        .filter(Event.ApiRefusal.class::isInstance)
                        .map(event -> ((Event.ApiRefusal) event).error().field())
                        .toList());
    }
}
