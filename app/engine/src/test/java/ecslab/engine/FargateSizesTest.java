package ecslab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fargate's pairs of CPU and memory, and how both may be written (behaviour reference §2.3).
class FargateSizesTest {

    @ParameterizedTest
    @CsvSource({
        "256, 512, 2048, 0",
        "512, 1024, 4096, 1024",
        "1024, 2048, 8192, 1024",
        "2048, 4096, 16384, 1024",
        "4096, 8192, 30720, 1024",
        "8192, 16384, 61440, 4096",
        "16384, 32768, 122880, 8192"
    })
    void memoryGoesInStepsFromTheSmallestToTheLargest(int cpu, int from, int to, int step) {
        var expected = new ArrayList<Integer>();
        if (step == 0) {
            expected.addAll(List.of(512, 1024, 2048));
        } else {
            for (var mib = from; mib <= to; mib += step) {
                expected.add(mib);
            }
        }
        var sold = new ArrayList<Integer>();
        for (var mib = 0; mib <= 130_000; mib++) {
            if (FargateSizes.has(cpu, mib)) {
                sold.add(mib);
            }
        }
        assertEquals(expected, sold);
    }

    @Test
    void onlySevenCpuSizesAreSold() {
        var sold = new ArrayList<Integer>();
        for (var cpu = 0; cpu <= 20_000; cpu++) {
            if (FargateSizes.hasCpu(cpu)) {
                sold.add(cpu);
            }
        }
        assertEquals(List.of(256, 512, 1024, 2048, 4096, 8192, 16384), sold);
    }

    @ParameterizedTest
    @CsvSource({
        "256, 256",
        ".25 vCPU, 256",
        "0.25 vCPU, 256",
        ".5 vcpu, 512",
        "1 vCPU, 1024",
        "1vCPU, 1024",
        "16 VCPU, 16384",
        "' 512 ', 512"
    })
    void cpuIsReadAsUnitsOrAsVcpus(String text, int units) {
        assertEquals(Optional.of(units), FargateSizes.cpuUnits(text));
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "2GB, 2048", "2 GB, 2048", "0.5GB, 512", ".5 gb, 512", "30gb, 30720"})
    void memoryIsReadAsMebibytesOrAsGigabytes(String text, int mib) {
        assertEquals(Optional.of(mib), FargateSizes.memoryMib(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vCPU", "1 core", "-256", "0.3 vCPU", "1,5", "1e3", "99999999999"})
    void anythingElseIsNoCpu(String text) {
        assertEquals(Optional.empty(), FargateSizes.cpuUnits(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GB", "2GiB", "-2GB", "512MB", "0.3GB", "two"})
    void anythingElseIsNoMemory(String text) {
        assertEquals(Optional.empty(), FargateSizes.memoryMib(text));
    }
}
