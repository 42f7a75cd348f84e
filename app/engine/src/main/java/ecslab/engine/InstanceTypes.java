package ecslab.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// EC2 instance types (EC2's DescribeInstanceTypes; Developer Guide, *Elastic network interface
/// trunking*).
final class InstanceTypes {

    /// One type.
    ///
    /// @param memoryMib as its data sheet says
    /// @param enis how many network interfaces it can have, its own included
    /// @param trunked how many tasks can have one with `awsvpcTrunking`; 0 if it doesn't support it
    /// @param gpus that its containers can be given
    record Type(String name, int vcpus, int memoryMib, int enis, int trunked, int gpus) {

        /// How many tasks can have a network interface of their own.
        int taskEnis(boolean trunking) {
            return trunking && trunked > 0 ? trunked : enis - 1;
        }
    }

    /// Name, vCPUs, MiB, interfaces, tasks with trunking, and GPUs if it has some.
    private static final String TABLE =
            """
            t3.nano 2 512 2 0
            t3.micro 2 1024 2 0
            t4g.micro 2 1024 2 0
            t3.small 2 2048 3 0
            t3.medium 2 4096 3 0
            t3.large 2 8192 3 0
            t3.xlarge 4 16384 4 0
            t3.2xlarge 8 32768 4 0
            m5.large 2 8192 3 10
            m5.xlarge 4 16384 4 20
            m5.2xlarge 8 32768 4 40
            m5.4xlarge 16 65536 8 60
            m5.8xlarge 32 131072 8 60
            m5.12xlarge 48 196608 8 60
            m5.16xlarge 64 262144 15 120
            m5.24xlarge 96 393216 15 120
            c5.large 2 4096 3 10
            c5.xlarge 4 8192 4 20
            c5.2xlarge 8 16384 4 40
            c5.4xlarge 16 32768 8 60
            c5.9xlarge 36 73728 8 60
            c5.12xlarge 48 98304 8 60
            c5.18xlarge 72 147456 15 120
            c5.24xlarge 96 196608 15 120
            r5.large 2 16384 3 10
            m6i.large 2 8192 3 10
            m6i.8xlarge 32 131072 8 90
            m6i.12xlarge 48 196608 8 120
            c6i.8xlarge 32 65536 8 90
            m7g.large 2 8192 3 10
            m6g.medium 1 4096 2 4
            c6g.medium 1 2048 2 4
            m7g.medium 1 4096 2 4
            g4dn.xlarge 4 16384 3 39 1
            g4dn.12xlarge 48 196608 8 0 4
            """;

    private static final int GPUS = 5;

    private static final SortedMap<String, Type> TYPES = read();

    private InstanceTypes() {}

    static Optional<Type> find(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    static List<String> known() {
        return new ArrayList<>(TYPES.keySet());
    }

    private static SortedMap<String, Type> read() {
        var types = new TreeMap<String, Type>();
        TABLE.lines()
                .map(line -> line.split(" "))
                .map(row ->
                        new Type(
                                row[0],
                                Integer.parseInt(row[1]),
                                Integer.parseInt(row[2]),
                                Integer.parseInt(row[3]),
                                Integer.parseInt(row[4]),
                                row.length > GPUS ? Integer.parseInt(row[GPUS]) : 0))
                .forEach(type -> types.put(type.name(), type));
        return Collections.unmodifiableSortedMap(types);
    }
}
