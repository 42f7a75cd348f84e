package ecslab.engine;

/// Texts of ECS that we don't know letter for letter, in one place; those about load balancers are
/// [BalancerWords]. Each says what ECS says, in words of ours or remembered without a source; the
/// scenes that show one declare it as simplified by `simplified.words`. Everything that isn't here
/// was seen: its marks stand in the behaviour reference.
public final class OurWords {

    /// The address of a service that nobody reaches, from TEST-NET-1 (RFC 5737).
    private static final String ADDRESS = "192.0.2.10:443";

    /// What follows Secrets Manager's `failed to fetch secret … from secrets manager: `.
    static final String NO_SECRET =
            "ResourceNotFoundException: Secrets Manager can't find the specified secret.";

    /// What follows `Failed to resolve "fs-….efs.REGION.amazonaws.com"`.
    static final String NO_MOUNT_TARGET =
            " - check that your file system ID is correct, and ensure that the VPC has an EFS mount"
                    + " target for this file system ID.";

    /// What follows `Mount attempt 1/3 failed due to timeout after 15 sec`.
    static final String MOUNT_TIMED_OUT = ", wait 0 sec before next attempt.";

    /// What a shell prints before `: exec format error`.
    static final String EXEC = "exec /docker-entrypoint.sh";

    /// What goes before `image Manifest does not contain descriptor matching platform`.
    static final String MANIFEST_RETRIED = "pull image manifest has been retried 1 time(s): ";

    /// `GetImageBlob` is followed by digits.
    static final String BLOB = "GetImageBlob785243671";

    /// The end is unknown.
    public static final String FARGATE_HANGS =
            "ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting"
                    + " 1m: context deadline exceeded";

    static final String UNKNOWN_PLATFORM = "The specified platform version does not exist.";
    static final String NO_PLATFORM_VERSION =
            "The platform version must be null when specifying an EC2 launch type.";
    static final String GPU_VALUE =
            "The value of a resource requirement of type GPU must be a positive integer.";
    static final String HOOK_ARN = "hookTargetArn is not the ARN of a Lambda function.";
    static final String FAMILY = "Family contains invalid characters.";
    static final String NO_CONTAINERS = "Container list cannot be empty.";
    static final String UNIQUE_NAMES = "Container names must be unique.";
    static final String CONTAINER_NAME = "Container name contains invalid characters.";
    static final String NO_PORTS = "Port mappings are not allowed when networkMode=none.";
    static final String NO_ESSENTIAL =
            "Task definition must have at least one essential container.";
    static final String EXTERNAL_NETWORK =
            "External only supports network modes 'bridge', 'host' and 'none'.";
    static final String SECRETS_NEED_A_ROLE =
            "When you are specifying container secrets, you must also specify a value for"
                    + " 'executionRoleArn'.";
    static final String FILES_NEED_A_ROLE =
            "When you are specifying environment files, you must also specify a value for"
                    + " 'executionRoleArn'.";

    /// RunTask's failure; a service's event says it much like this.
    static final String PROVISIONING_FULL = "The tasks provisioning capacity limit was exceeded.";

    /// Not ECS's: this lab has no Managed Instances.
    static final String NO_MANAGED_INSTANCES = "Managed Instances aren't part of this lab.";

    static final String NO_REVISION = "Revision is missing.";
    static final String NO_PUBLIC_IP = "Assign public IP is not supported for this launch type.";

    private OurWords() {}

    static String count(int max, int written) {
        return "Count must be 1 to " + max + ", but was " + written + ".";
    }

    static String items(String field, int max) {
        return field + " must have 1 to " + max + " items.";
    }

    static String atMost(String field, int max) {
        return field + " can have at most " + max + " items.";
    }

    static String reservedGroup(String group) {
        return "The task group '" + group + "' is reserved for the service.";
    }

    /// Not ECS's: an outage is the lab's.
    static String zoneIsOut(String zone) {
        return "The Availability Zone " + zone + " is out: no agent there can be reached.";
    }

    static String status(String written) {
        return "Invalid status '" + written + "'.";
    }

    static String launchType(String type) {
        return "Task definition does not support launch_type " + type + ".";
    }

    static String quota(String what, int max) {
        return "The maximum number of " + what + " has been reached: " + max + ".";
    }

    static String tooManyContainers(int count) {
        return "Too many containers: " + count;
    }

    static String networkMode(String written) {
        return "Invalid network mode '" + written + "'.";
    }

    static String imageLength(int max) {
        return "Container.image must be at most " + max + " characters.";
    }

    static String bothProtocols(int port) {
        return "Container port " + port + " is mapped for both tcp and udp.";
    }

    static String portRange(int max) {
        return "Invalid port mapping: ports are 1 to " + max + ".";
    }

    static String sum(String what, String containers, String task) {
        return "The '"
                + what
                + "' of the containers adds up to "
                + containers
                + ", more than the task's "
                + task
                + ".";
    }

    /// The words are ECS's for 'cpu' and 'memory'.
    static String invalidForTask(String setting) {
        return "Invalid '" + setting + "' setting for task.";
    }

    static String invalidForContainer(String setting, String container) {
        return "Invalid '" + setting + "' setting for container '" + container + "'.";
    }

    static String invalidForVolume(String setting, String volume) {
        return "Invalid '" + setting + "' setting for volume '" + volume + "'.";
    }

    static String unknownVolume(String name) {
        return "Unknown volume '" + name + "'.";
    }

    static String notOnFargate(String setting) {
        return "Fargate does not support '" + setting + "'.";
    }

    /// ECS's words are known for links.
    static String notInAwsvpc(String setting) {
        return "'" + setting + "' is not supported when networkMode=awsvpc.";
    }

    static String missingOptions(String options) {
        return "Log driver awslogs requires options: " + options;
    }

    /// What goes before `dial tcp …:443: i/o timeout`, and what stands for the dots.
    ///
    /// @param service as its host is called, such as `secretsmanager`
    static String timedOut(String service, String region) {
        return "RequestError: send request failed caused by: Post \"https://"
                + service
                + "."
                + region
                + ".amazonaws.com/\": dial tcp "
                + ADDRESS
                + ": i/o timeout";
    }

    static String noParameter(String name) {
        return "invalid parameters: " + name;
    }

    /// What a driver of Docker says on an instance, where the log stream is made when a container
    /// is created.
    static String loggingDriver(String why) {
        return "CannotStartContainerError: Error response from daemon: failed to initialize logging"
                + " driver: "
                + why;
    }

    /// The start is known for other resources.
    static String environmentFile(String arn, String why) {
        return "ResourceInitializationError: failed to download env files: file download command:"
                + " failed to download "
                + arn
                + ": "
                + why;
    }
}
