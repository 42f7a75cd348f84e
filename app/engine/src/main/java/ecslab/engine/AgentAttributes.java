package ecslab.engine;

import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an agent says of its instance when it registers it (behaviour reference §1.4): where and
/// what the instance is, and what the agent can do.
final class AgentAttributes {

    /// As the agent registers them on Amazon Linux 2023 (amazon-ecs-agent, `agent_capability.go`);
    /// of the log drivers those that the ECS-optimized image makes available
    /// (`ECS_AVAILABLE_LOGGING_DRIVERS`).
    private static final String OLD =
            """
            docker-remote-api.1.17 docker-remote-api.1.18 docker-remote-api.1.19
            docker-remote-api.1.20 docker-remote-api.1.21 docker-remote-api.1.22
            docker-remote-api.1.23 docker-remote-api.1.24 docker-remote-api.1.25
            ecr-auth privileged-container task-iam-role task-iam-role-network-host
            logging-driver.awsfirelens logging-driver.awslogs logging-driver.fluentd
            logging-driver.json-file logging-driver.none logging-driver.syslog\
            """;

    private static final String NEW =
            """
            aws-appmesh container-health-check container-ordering container-restart-policy
            docker-plugin.local ecr-endpoint efs efsAuth env-files.s3 execute-command
            execution-role-awslogs execution-role-ecr-pull fault-injection firelens.fluentbit
            firelens.fluentd firelens.options.config.file firelens.options.config.s3 full-sync
            increased-task-cpu-limit network.container-port-range pid-ipc-namespace-sharing
            private-registry-authentication.secretsmanager secrets.asm.bootstrap.log-driver
            secrets.asm.environment-variables secrets.ssm.bootstrap.log-driver
            secrets.ssm.environment-variables service-connect-v1 storage.ebs-task-volume-attach
            task-cpu-mem-limit task-eni task-eni.ipv6\
            """;

    /// One list for all instances: they all run the same agent.
    private static final List<Attribute> CAPABILITIES =
            Stream.concat(
                            words(OLD).map("com.amazonaws.ecs.capability."::concat),
                            words(NEW).map("ecs.capability."::concat))
                    .map(name -> new Attribute(name, ""))
                    .toList();

    /// A `g` behind the generation's number.
    private static final Pattern GRAVITON = Pattern.compile("[a-z]+[0-9]g[a-z]*\\..*");

    private AgentAttributes() {}

    private static Stream<String> words(String text) {
        return Stream.of(text.split("\\s+"));
    }

    /// @param trunk the id of its trunk interface; empty if it has none
    /// @param custom those that `ECS_INSTANCE_ATTRIBUTES` names
    static List<Attribute> of(
            Ec2Instance instance, String vpc, String trunk, List<Attribute> custom) {
        var arm = GRAVITON.matcher(instance.instanceType()).matches();
        var all = new ArrayList<Attribute>();
        all.add(new Attribute("ecs.ami-id", arm ? Guesses.AMI_ARM64 : Guesses.AMI_X86_64));
        all.add(new Attribute(ContainerInstance.AVAILABILITY_ZONE, instance.availabilityZone()));
        all.add(new Attribute(ContainerInstance.INSTANCE_TYPE, instance.instanceType()));
        all.add(new Attribute("ecs.os-type", "linux"));
        all.add(new Attribute("ecs.os-family", "LINUX"));
        all.add(new Attribute("ecs.cpu-architecture", arm ? "arm64" : "x86_64"));
        all.add(new Attribute("ecs.vpc-id", vpc));
        all.add(new Attribute(ContainerInstance.SUBNET_ID, instance.subnetId()));
        if (!trunk.isEmpty()) {
            all.add(new Attribute("ecs.awsvpc-trunk-id", trunk));
            all.add(new Attribute("ecs.capability.task-eni-trunking", ""));
        }
        all.addAll(custom);
        all.addAll(CAPABILITIES);
        return List.copyOf(all);
    }
}
