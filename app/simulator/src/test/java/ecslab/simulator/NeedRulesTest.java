package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.simulator.Written.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// §2.2, §2.5, §2.6, §2.8, §2.9 Log options, environment files, port ranges, platforms, storage and
/// what doesn't go with `awsvpc`.
class NeedRulesTest {

    private static Outcome register(String compatibility, String ofContainer, String ofTask) {
        var fargate = compatibility.equals("FARGATE");
        var size =
                fargate
                        ? ", \"networkMode\": \"awsvpc\", \"cpu\": \"256\", \"memory\": \"512\""
                        : "";
        var json =
                "{\"family\": \"web\", \"requiresCompatibilities\": [\""
                        + compatibility
                        + "\"]"
                        + size
                        + ofTask
                        + ", \"containerDefinitions\": [{\"name\": \"web\", \"image\": \"web:1\","
                        + " \"memory\": 64"
                        + ofContainer
                        + "}]}";
        return Written.demo()
                .role("exec")
                .setup("ecs:RegisterTaskDefinition", json.replace('\'', '"'))
                .until("1s");
    }

    private static final String ROLE = ", 'executionRoleArn': '${role/exec}'";

    private static void assertRefused(String words, Outcome outcome) {
        assertEquals(
                words.isEmpty() ? List.of() : List.of("ClientException: " + words),
                outcome.refused());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EC2 | 'awslogs-group': 'g', 'awslogs-region': 'r' |",
                "EC2 | 'awslogs-group': 'g' | awslogs-region",
                "EC2 | 'awslogs-stream-prefix': 'p' | awslogs-group, awslogs-region",
                "FARGATE | 'awslogs-group': 'g', 'awslogs-region': 'r'"
                        + " | awslogs-stream-prefix",
                "FARGATE | 'awslogs-group': 'g', 'awslogs-region': 'r', 'awslogs-stream-prefix':"
                        + " 'p' |"
            })
    void awslogsNeedsOptions(String compatibility, String options, String missing) {
        var log = ", 'logConfiguration': {'logDriver': 'awslogs', 'options': {" + options + "}}";
        assertRefused(
                missing == null ? "" : "Log driver awslogs requires options: " + missing,
                register(compatibility, log, ROLE));
    }

    @ParameterizedTest
    @CsvSource({
        "s3, arn:aws:s3:::bucket/web.env, true",
        "s3, arn:aws:s3:::bucket/folder/web.env, true",
        "s3, arn:aws:s3:::bucket/web.txt, false",
        "s3, web.env, false",
        "ftp, arn:aws:s3:::bucket/web.env, false"
    })
    void environmentFileIsAnObjectInS3(String type, String value, boolean registered) {
        var files = ", 'environmentFiles': [{'type': '" + type + "', 'value': '" + value + "'}]";
        assertRefused(
                registered ? "" : "Invalid 'environmentFiles' setting for container 'web'.",
                register("EC2", files, ""));
    }

    @ParameterizedTest
    @CsvSource({"10, true", "11, false"})
    void environmentFilesAreAtMostTen(int count, boolean registered) {
        var one = "{'type': 's3', 'value': 'arn:aws:s3:::bucket/web.env'}";
        var files = ", 'environmentFiles': [" + (one + ", ").repeat(count - 1) + one + "]";
        assertRefused(
                registered ? "" : "Invalid 'environmentFiles' setting for container 'web'.",
                register("FARGATE", files, ROLE));
        assertRefused(
                registered
                        ? "When you are specifying environment files, you must also specify a value"
                                + " for 'executionRoleArn'."
                        : "Invalid 'environmentFiles' setting for container 'web'.",
                register("FARGATE", files, ""));
    }

    @ParameterizedTest
    @CsvSource({"20, false", "21, true", "200, true", "201, false"})
    void ephemeralStorageIsOf21To200Gib(int gib, boolean registered) {
        assertRefused(
                registered ? "" : "Invalid 'ephemeralStorage' setting for task.",
                register("FARGATE", "", ", 'ephemeralStorage': {'sizeInGiB': " + gib + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FARGATE | 'cpuArchitecture': 'ARM64' |",
                "FARGATE | 'operatingSystemFamily': 'LINUX' |",
                "FARGATE | 'cpuArchitecture': 'RISCV' | Invalid 'cpuArchitecture' setting for"
                        + " task.",
                "FARGATE | 'operatingSystemFamily': 'WINDOWS_SERVER_2022_CORE' | No Fargate"
                        + " configuration exists for given values.",
                "FARGATE | 'operatingSystemFamily': 'WINDOWS_SERVER_2016_FULL' | Invalid"
                        + " 'operatingSystemFamily' setting for task.",
                "EC2 | 'operatingSystemFamily': 'WINDOWS_SERVER_2016_FULL' |",
                "EC2 | 'operatingSystemFamily': 'WINDOWS_SERVER_20H2_CORE' |",
                "EC2 | 'operatingSystemFamily': 'SOLARIS' | Invalid 'operatingSystemFamily'"
                        + " setting for task."
            })
    void platformIsOneOfThese(String compatibility, String platform, String words) {
        assertRefused(
                words == null ? "" : words,
                register(compatibility, "", ", 'runtimePlatform': {" + platform + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'pidMode': 'task' |",
                "'pidMode': 'host' | Tasks using the Fargate launch type do not support pidMode"
                        + " 'host'. The supported value for pidMode is 'task'.",
                "'pidMode': 'none' | Invalid 'pidMode' setting for task.",
                "'ipcMode': 'task' | Fargate does not support 'ipcMode'.",
                "'placementConstraints': [{'type': 'memberOf', 'expression': 'attribute:a == b'}]"
                        + " | Fargate does not support 'placementConstraints'."
            })
    void fargateSharesNothingOfAnInstance(String field, String words) {
        assertRefused(words == null ? "" : words, register("FARGATE", "", ", " + field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'privileged': true | privileged",
                "'linuxParameters': {'devices': []} | devices",
                "'linuxParameters': {'sharedMemorySize': 64} | sharedMemorySize",
                "'linuxParameters': {'maxSwap': 64} | maxSwap",
                "'linuxParameters': {'swappiness': 60} | swappiness",
                "'dockerSecurityOptions': ['no-new-privileges'] | dockerSecurityOptions",
                "'resourceRequirements': [{'type': 'GPU', 'value': '1'}] | resourceRequirements",
                "'logConfiguration': {'logDriver': 'json-file'} | json-file",
                "'linuxParameters': {'capabilities': {'add': ['NET_ADMIN']}} | NET_ADMIN",
                "'linuxParameters': {'capabilities': {'add': ['SYS_PTRACE']}} |",
                "'linuxParameters': {'capabilities': {'drop': ['ALL']}} |",
                "'linuxParameters': {'initProcessEnabled': true} |"
            })
    void fargateDoesNotSupport(String field, String setting) {
        assertRefused(
                setting == null ? "" : "Fargate does not support '" + setting + "'.",
                register("FARGATE", ", " + field, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'hostname': 'web'",
                "'dnsServers': ['10.0.0.2']",
                "'extraHosts': [{'hostname': 'db', 'ipAddress': '10.0.0.9'}]"
            })
    void networkInterfaceOfItsOwnDecides(String field) {
        var name = field.substring(1, field.indexOf('\'', 1));
        assertRefused(
                "'" + name + "' is not supported when networkMode=awsvpc.",
                register("FARGATE", ", " + field, ""));
        assertRefused("", register("EC2", ", " + field, ""));
    }

    @ParameterizedTest
    @CsvSource({"bridge, 100, true", "bridge, 101, false", "awsvpc, 1, true", "host, 1, false"})
    void portRanges(String mode, int count, boolean registered) {
        var one = "{'containerPortRange': '8000-8010'}";
        var ports = ", 'portMappings': [" + (one + ", ").repeat(count - 1) + one + "]";
        assertRefused(
                registered ? "" : "Invalid 'containerPortRange' setting for container 'web'.",
                register("EC2", ports, ", 'networkMode': '" + mode + "'"));
    }

    @ParameterizedTest
    @CsvSource({"http, true", "http2, true", "grpc, true", "ftp, false"})
    void protocolsOfPorts(String protocol, boolean registered) {
        var ports = ", 'portMappings': [{'containerPort': 80, 'appProtocol': '" + protocol + "'}]";
        assertRefused(
                registered ? "" : "Invalid 'appProtocol' setting for container 'web'.",
                register("EC2", ports, ""));
    }

    @ParameterizedTest
    @CsvSource({"255, true", "256, false"})
    void imageHasAtMost255Characters(int length, boolean registered) {
        var outcome =
                Written.demo()
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                "{\"family\": \"web\", \"containerDefinitions\": [{\"name\":"
                                        + " \"web\", \"memory\": 64, \"image\": \""
                                        + "w".repeat(length)
                                        + "\"}]}")
                        .until("1s");
        assertRefused(registered ? "" : "Container.image must be at most 255 characters.", outcome);
    }

    /// `{"containerOverrides":[{"name":"web","command":["…"]}]}` has 54 characters around the dots.
    @ParameterizedTest
    @CsvSource({"8138, true", "8139, false"})
    void overridesHaveAtMost8192CharactersOfJson(int length, boolean started) {
        var outcome =
                Written.demo()
                        .onFargate("web", "web:1", "", "")
                        .run(
                                "0s",
                                "web",
                                1,
                                ", \"launchType\": \"FARGATE\", \"overrides\":"
                                    + " {\"containerOverrides\": [{\"name\": \"web\", \"command\":"
                                    + " [\""
                                        + "x".repeat(length)
                                        + "\"]}]}, \"networkConfiguration\":"
                                        + " {\"awsvpcConfiguration\": {\"subnets\":"
                                        + " [\"${subnet/a}\"]}}")
                        .until("1s");
        assertEquals(
                started
                        ? List.of()
                        : List.of(
                                "InvalidParameterException: Container Overrides length must be at"
                                        + " most 8192"),
                outcome.refused());
    }
}
