package ecslab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §4.3: how many tasks with a network interface of their own an instance has
/// room for, without and with trunking.
class EniDensityTest {

    @ParameterizedTest
    @CsvSource({
        "t3.nano, 1, 1",
        "t3.micro, 1, 1",
        "t4g.micro, 1, 1",
        "t3.small, 2, 2",
        "t3.medium, 2, 2",
        "t3.large, 2, 2",
        "t3.xlarge, 3, 3",
        "t3.2xlarge, 3, 3",
        "m5.large, 2, 10",
        "c5.large, 2, 10",
        "r5.large, 2, 10",
        "m6i.large, 2, 10",
        "m7g.large, 2, 10",
        "m5.xlarge, 3, 20",
        "c5.xlarge, 3, 20",
        "m5.2xlarge, 3, 40",
        "c5.2xlarge, 3, 40",
        "m5.4xlarge, 7, 60",
        "c5.4xlarge, 7, 60",
        "m5.8xlarge, 7, 60",
        "m5.12xlarge, 7, 60",
        "c5.9xlarge, 7, 60",
        "c5.12xlarge, 7, 60",
        "m6i.8xlarge, 7, 90",
        "c6i.8xlarge, 7, 90",
        "m6i.12xlarge, 7, 120",
        "m5.16xlarge, 14, 120",
        "m5.24xlarge, 14, 120",
        "c5.18xlarge, 14, 120",
        "c5.24xlarge, 14, 120",
        "m6g.medium, 1, 4",
        "c6g.medium, 1, 4",
        "m7g.medium, 1, 4",
    })
    void maxInterfacesLessOneOrTrunked(String type, int plain, int trunked) {
        var found = InstanceTypes.find(type).orElseThrow();
        assertEquals(plain, found.taskEnis(false));
        assertEquals(trunked, found.taskEnis(true));
    }
}
