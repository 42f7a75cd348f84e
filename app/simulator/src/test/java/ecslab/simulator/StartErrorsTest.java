package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// §3.5 Common start errors: log streams, secrets, environment files, addresses and disks. What is
/// wrong with an image is [PullErrorsTest]'s, with a role [SecretErrorsTest]'s, with a file system
/// [FileSystemErrorsTest]'s.
class StartErrorsTest {

    private static final String LOGS =
            ", \"logConfiguration\": {\"logDriver\": \"awslogs\", \"options\": {\"awslogs-group\":"
                    + " \"/ecs/web\", \"awslogs-region\": \"us-east-1\", \"awslogs-stream-prefix\":"
                    + " \"web\"CREATE}}";
    private static final String ROLE = ", \"executionRoleArn\": \"${role/exec}\"";
    private static final String PULL = "service-role/AmazonECSTaskExecutionRolePolicy";
    private static final String VALIDATE =
            "TaskFailedToStart: ResourceInitializationError: failed to validate logger args: ";
    private static final String DRIVER =
            "TaskFailedToStart: CannotStartContainerError: Error response from daemon: failed to"
                    + " initialize logging driver: ";
    private static final String NO_GROUP =
            "failed to create CloudWatch log stream: ResourceNotFoundException: The specified log"
                    + " group does not exist.";

    private static Written logging(String create, String... policies) {
        return Written.demo()
                .role("exec", policies)
                .onFargate("web", "web:1", LOGS.replace("CREATE", create), ROLE);
    }

    private static Transcript fargate(Written world) {
        return world.fargate("1s", "web", "a", "ENABLED").until("90s").told();
    }

    private static Transcript onInstance(Written world) {
        return world.instances("pool", "m5.large", 1)
                .setup(
                        "ecs:RegisterTaskDefinition",
                        "{\"family\": \"bridge\", \"containerDefinitions\": [{\"name\": \"web\","
                                + " \"image\": \"web:1\", \"memory\": 64"
                                + LOGS.replace("CREATE", "")
                                + "}]}")
                .run("1s", "bridge", 1, "")
                .until("90s")
                .told();
    }

    @Test
    void logGroupThatIsMissing() {
        var told = fargate(logging("", PULL).setup("lab:LogGroup", "{\"name\": \"/ecs/other\"}"));
        assertEquals(
                VALIDATE + "create stream has been retried 1 times: " + NO_GROUP,
                told.whyStopped("web#1"));
        assertEquals(
                List.of(
                        "1s PROVISIONING",
                        "4s PENDING",
                        "5.5s STOPPING",
                        "5.5s DEPROVISIONING",
                        "7.5s STOPPED"),
                told.lifeOf("web#1"));
        assertEquals(List.of("web -"), told.exitsOf("web#1"));
    }

    @Test
    void logGroupThatIsMissingOnAnInstance() {
        var world = Written.demo().setup("lab:LogGroup", "{\"name\": \"/ecs/other\"}");
        assertEquals(DRIVER + NO_GROUP, onInstance(world).whyStopped("bridge#1"));
    }

    @Test
    void logGroupThatWasDeletedStopsOnlyWhatStartsLater() {
        var told =
                logging("", PULL)
                        .setup("lab:LogGroup", "{\"name\": \"/ecs/web\"}")
                        .fargate("1s", "web", "a", "ENABLED")
                        .at("20s", "lab:DeleteLogGroup", "{\"name\": \"/ecs/web\"}")
                        .fargate("21s", "web", "a", "ENABLED")
                        .at("40s", "lab:LogGroup", "{\"name\": \"/ecs/web\"}")
                        .fargate("41s", "web", "a", "ENABLED")
                        .until("60s")
                        .told();
        assertEquals("not asked", told.whyStopped("web#1"));
        assertEquals(false, told.hasRun("web#2"));
        assertEquals("not asked", told.whyStopped("web#3"));
    }

    @Test
    void whoMayCreateTheGroupNeedsNone() {
        var world = logging(", \"awslogs-create-group\": \"true\"", "CloudWatchLogsFullAccess");
        var told = fargate(world.setup("lab:LogGroup", "{\"name\": \"/ecs/other\"}"));
        assertEquals("not asked", told.whyStopped("web#1"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, AmazonSSMReadOnlyAccess, logs:CreateLogStream",
        "true, service-role/AmazonECSTaskExecutionRolePolicy, logs:CreateLogGroup"
    })
    void roleThatMayNot(boolean creates, String policy, String action) {
        var option = creates ? ", \"awslogs-create-group\": \"true\"" : "";
        var told = fargate(logging(option, policy));
        assertEquals(
                VALIDATE
                        + "create stream has been retried 1 times: failed to create Cloudwatch log"
                        + " stream: AccessDeniedException: User:"
                        + " arn:aws:sts::111122223333:assumed-role/exec/web#1 is not authorized to"
                        + " perform: "
                        + action
                        + " because no identity-based policy allows the "
                        + action
                        + " action",
                told.whyStopped("web#1"));
    }

    /// Fargate says it in the newer words, an instance's Docker in its own.
    @Test
    void noRouteToTheLogs() {
        var network = "\"subnets\": \"private\", \"endpoints\": [\"ecr.api\", \"ecr.dkr\", \"s3\"]";
        var image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1";
        var told =
                Written.demo(1, network)
                        .role("exec", PULL)
                        .onFargate("web", image, LOGS.replace("CREATE", ""), ROLE)
                        .fargate("1s", "web", "a", "DISABLED")
                        .until("60s")
                        .told();
        assertEquals(
                VALIDATE
                        + "The task cannot find the Amazon CloudWatch log group defined in the task"
                        + " definition. There is a connection issue between the task and Amazon"
                        + " CloudWatch. Check your network configuration.",
                told.whyStopped("web#1"));
        assertEquals("9.5s STOPPING", told.lifeOf("web#1").get(2));
    }

    @Test
    void noRouteToTheLogsFromAnInstance() {
        var network = "\"subnets\": \"private\", \"endpoints\": [\"ecr.api\", \"ecr.dkr\", \"s3\"]";
        var told =
                Written.demo(1, network)
                        .instances("pool", "m5.large", 1)
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                "{\"family\": \"bridge\", \"containerDefinitions\": [{\"name\":"
                                        + " \"web\", \"image\":"
                                        + " \"111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1\","
                                        + " \"memory\": 64"
                                        + LOGS.replace("CREATE", "")
                                        + "}]}")
                        .run("1s", "bridge", 1, "")
                        .until("60s")
                        .told();
        assertEquals(
                DRIVER
                        + "failed to create Cloudwatch log stream: RequestError: send request"
                        + " failed caused by: Post \"https://logs.us-east-1.amazonaws.com/\": dial"
                        + " tcp 192.0.2.10:443: i/o timeout",
                told.whyStopped("bridge#1"));
    }

    private static Transcript reading(String valueFrom, String policy, String network) {
        return Written.demo(1, network)
                .role("exec", PULL, policy)
                .setup("lab:Secret", "{\"name\": \"db\"}")
                .setup("lab:Secret", "{\"name\": \"/web/key\", \"parameter\": true}")
                .onFargate(
                        "web",
                        "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1",
                        ", \"secrets\": [{\"name\": \"KEY\", \"valueFrom\": \""
                                + valueFrom
                                + "\"}]",
                        ROLE)
                .fargate("1s", "web", "a", network.contains("private") ? "DISABLED" : "ENABLED")
                .until("60s")
                .told();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${secret/db}", "${secret/db}:password::", "${secret//web/key}", "/web/key"})
    void secretThatIsThere(String valueFrom) {
        var policy =
                valueFrom.contains("db") ? "SecretsManagerReadWrite" : "AmazonSSMReadOnlyAccess";
        var told = reading(valueFrom, policy, "\"subnets\": \"public\"");
        assertEquals("not asked", told.whyStopped("web#1"));
    }

    @Test
    void secretThatIsMissing() {
        var start =
                "TaskFailedToStart: ResourceInitializationError: unable to pull secrets or registry"
                        + " auth: execution resource retrieval failed: ";
        var arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:old-AbCdEf";
        var open = "\"subnets\": \"public\"";
        assertEquals(
                start
                        + "unable to retrieve secret from asm: service call has been retried 1"
                        + " time(s): failed to fetch secret "
                        + arn
                        + " from secrets manager: ResourceNotFoundException: Secrets Manager can't"
                        + " find the specified secret.",
                reading(arn, "SecretsManagerReadWrite", open).whyStopped("web#1"));
        assertEquals(
                start
                        + "unable to retrieve secrets from ssm: service call has been retried 1"
                        + " time(s): invalid parameters: other",
                reading("/web/other", "AmazonSSMReadOnlyAccess", open).whyStopped("web#1"));
    }

    @ParameterizedTest
    @CsvSource({
        "${secret/db}, SecretsManagerReadWrite, secretsmanager",
        "/web/key, AmazonSSMReadOnlyAccess, ssm"
    })
    void noRouteToTheSecret(String valueFrom, String policy, String service) {
        var network = "\"subnets\": \"private\", \"endpoints\": [\"ecr.api\", \"ecr.dkr\", \"s3\"";
        var why = reading(valueFrom, policy, network + "]").whyStopped("web#1");
        var post = "Post \"https://" + service + ".us-east-1.amazonaws.com/\": ";
        assertEquals(true, why.contains(post), why);
        assertEquals(true, why.endsWith("dial tcp 192.0.2.10:443: i/o timeout"), why);
        var open = reading(valueFrom, policy, network + ", \"" + service + "\"]");
        assertEquals("not asked", open.whyStopped("web#1"));
    }

    /// A task that is stopped while its agent still tries to read a secret stops at once.
    @Test
    void stopWhileSomebodyWaits() {
        var told =
                Written.demo(1, "\"subnets\": \"private\"")
                        .role("exec", PULL)
                        .onFargate(
                                "web",
                                "web:1",
                                ", \"secrets\": [{\"name\": \"KEY\", \"valueFrom\": \"key\"}]",
                                ROLE)
                        .fargate("1s", "web", "a", "DISABLED")
                        .stop("6s", "web#1")
                        .until("60s")
                        .told();
        assertEquals(
                List.of(
                        "1s PROVISIONING",
                        "4s PENDING",
                        "6s STOPPING",
                        "6s DEPROVISIONING",
                        "8s STOPPED"),
                told.lifeOf("web#1"));
        assertEquals("UserInitiated: Task stopped by user", told.whyStopped("web#1"));
    }

    @Test
    void environmentFileNeedsARoleThatMayReadIt() {
        var files =
                ", \"environmentFiles\": [{\"type\": \"s3\", \"value\":"
                        + " \"arn:aws:s3:::config/web.env\"}]";
        for (var policy : List.of("AmazonSSMReadOnlyAccess", "AmazonS3ReadOnlyAccess")) {
            var told =
                    Written.demo()
                            .role("exec", PULL, policy)
                            .onFargate("web", "web:1", files, ROLE)
                            .fargate("1s", "web", "a", "ENABLED")
                            .until("60s")
                            .told();
            assertEquals(policy.contains("S3"), told.hasRun("web#1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ENABLED, enabled", "DISABLED, disabled"})
    void subnetWithoutFreeAddresses(String ip, String words) {
        var told =
                Written.demo()
                        .onFargate("web", "web:1", "", "")
                        .setup("lab:FillSubnet", "{\"subnet\": \"${subnet/a}\"}")
                        .fargate("1s", "web", "a", ip)
                        .at("10s", "lab:EmptySubnet", "{\"subnet\": \"${subnet/a}\"}")
                        .fargate("11s", "web", "a", "ENABLED")
                        .until("60s")
                        .told();
        var why = told.whyStopped("web#1");
        assertEquals(
                "TaskFailedToStart: Unexpected EC2 error while attempting to Create Network"
                        + " Interface with public IP assignment "
                        + words
                        + " in subnet 'SUBNET'",
                why.replaceAll("subnet-[0-9a-f]+", "SUBNET"));
        assertEquals(true, told.hasRun("web#2"));
    }

    @Test
    void registryThatThrottles() {
        var told =
                Written.demo()
                        .onFargate("web", "web:1", "", "")
                        .setup(
                                "lab:RegistryDown",
                                "{\"registry\": \"docker.io\", \"throttles\": true}")
                        .fargate("1s", "web", "a", "ENABLED")
                        .at("10s", "lab:RegistryUp", "{\"registry\": \"docker.io\"}")
                        .fargate("11s", "web", "a", "ENABLED")
                        .until("60s")
                        .told();
        assertEquals(
                "TaskFailedToStart: CannotPullContainerError: ERROR: toomanyrequests: Too Many"
                        + " Requests",
                told.whyStopped("web#1"));
        assertEquals(true, told.hasRun("web#2"));
    }

    /// An image lies there compressed and unpacked: three times its size.
    @ParameterizedTest
    @CsvSource({"6826, 0, true", "6827, 0, false", "6827, 21, true", "10240, 30, true"})
    void imageThatDoesNotFitOntoTheDisk(int sizeMib, int storage, boolean fits) {
        var task = storage > 0 ? ", \"ephemeralStorage\": {\"sizeInGiB\": " + storage + "}" : "";
        var told =
                Written.demo()
                        .image("large:1", "{\"sizeMib\": " + sizeMib + "}")
                        .onFargate("web", "large:1", "", task)
                        .fargate("1s", "web", "a", "ENABLED")
                        .until("10m")
                        .told();
        assertEquals(
                fits
                        ? "not asked"
                        : "TaskFailedToStart: CannotPullContainerError: write"
                                + " /var/lib/docker/tmp/GetImageBlob785243671: no space left on"
                                + " device",
                told.whyStopped("web#1"));
    }

    @Test
    void containerThatNeverComesToStart() {
        var world =
                Written.demo()
                        .image("hangs:1", "{\"sizeMib\": 40, \"hangsAtStart\": true}")
                        .instances("pool", "m5.large", 1)
                        .onFargate("web", "hangs:1", "", "")
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                "{\"family\": \"bridge\", \"containerDefinitions\": [{\"name\":"
                                        + " \"web\", \"image\": \"hangs:1\", \"memory\": 64}]}")
                        .fargate("1s", "web", "a", "ENABLED")
                        .run("1s", "bridge", 1, "");
        var told = world.until("5m").told();
        assertEquals("1m5.5s STOPPING", told.lifeOf("web#1").get(2));
        assertEquals(
                "TaskFailedToStart: ContainerRuntimeTimeoutError: Could not transition to running;"
                        + " timed out after waiting 1m: context deadline exceeded",
                told.whyStopped("web#1"));
        assertEquals("3m2.5s STOPPING", told.lifeOf("bridge#1").get(1));
        assertEquals(
                "TaskFailedToStart: DockerTimeoutError: Could not transition to started; timed out"
                        + " after waiting 3m0s",
                told.whyStopped("bridge#1"));
    }
}
