package ecslab.simulator;

import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.ContainerSettingsInput.DependencyInput;
import ecslab.ecs.command.ContainerSettingsInput.HealthCheckInput;
import ecslab.ecs.command.ContainerSettingsInput.RestartPolicyInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskDefinitionCommand.ContainerDefinitionInput;
import ecslab.ecs.command.TaskDefinitionCommand.PortMappingInput;
import ecslab.ecs.command.TaskDefinitionCommand.RegisterTaskDefinition;
import ecslab.ecs.model.MountPoint;
import ecslab.ecs.model.Secret;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A RegisterTaskDefinition in the making: of one container for Fargate, and right in everything,
/// until somebody says otherwise.
final class RevisionDraft {

    private String family = "web";
    private Given<String> networkMode = Given.of("awsvpc");
    private List<String> requires = List.of("FARGATE");
    private Given<String> cpu = Given.of("256");
    private Given<String> memory = Given.of("512");
    private Given<String> executionRole = Given.of(Scenarios.ARNS.role(Scenarios.ROLE));
    private List<ContainerDefinitionInput> containers = List.of(container("web").made());

    private List<Volume> volumes = List.of();
    private Unmodelled unmodelled = Unmodelled.NOTHING;

    static RevisionDraft revision() {
        return new RevisionDraft();
    }

    RevisionDraft family(String next) {
        family = next;
        return this;
    }

    RevisionDraft networkMode(Given<String> next) {
        networkMode = next;
        return this;
    }

    RevisionDraft requires(String... next) {
        requires = List.of(next);
        return this;
    }

    RevisionDraft size(Given<String> nextCpu, Given<String> nextMemory) {
        cpu = nextCpu;
        memory = nextMemory;
        return this;
    }

    RevisionDraft size(String nextCpu, String nextMemory) {
        return size(Given.of(nextCpu), Given.of(nextMemory));
    }

    RevisionDraft withoutExecutionRole() {
        executionRole = Given.absent();
        return this;
    }

    RevisionDraft containers(ContainerDraft... next) {
        containers = List.of(next).stream().map(ContainerDraft::made).toList();
        return this;
    }

    RevisionDraft volumes(Volume... next) {
        volumes = List.of(next);
        return this;
    }

    /// @param json as it is written in the task definition
    RevisionDraft unmodelled(String field, String json) {
        unmodelled = new Unmodelled(new TreeMap<>(Map.of(field, json)));
        return this;
    }

    RegisterTaskDefinition command() {
        return new RegisterTaskDefinition(
                family,
                networkMode,
                requires,
                cpu,
                memory,
                executionRole,
                Given.absent(),
                containers,
                volumes,
                unmodelled);
    }

    static ContainerDraft container(String name) {
        return new ContainerDraft().name(Given.of(name));
    }

    /// One of its containers.
    static final class ContainerDraft {

        private Given<String> name = Given.absent();
        private Given<String> image = Given.of(Scenarios.IMAGE);
        private Given<Integer> cpu = Given.absent();
        private Given<Integer> memory = Given.absent();
        private Given<Integer> reservation = Given.absent();
        private Given<Boolean> essential = Given.absent();
        private Given<Integer> stopTimeout = Given.absent();
        private Given<String> logDriver = Given.absent();
        private List<PortMappingInput> ports = List.of();
        private List<DependencyInput> dependsOn = List.of();
        private Given<Integer> startTimeout = Given.absent();
        private Given<HealthCheckInput> health = Given.absent();
        private Given<RestartPolicyInput> restart = Given.absent();
        private List<MountPoint> mounts = List.of();
        private List<String> links = List.of();
        private List<Secret> secrets = List.of();
        private Unmodelled unmodelled = Unmodelled.NOTHING;

        ContainerDraft name(Given<String> next) {
            name = next;
            return this;
        }

        ContainerDraft image(Given<String> next) {
            image = next;
            return this;
        }

        ContainerDraft cpu(int next) {
            cpu = Given.of(next);
            return this;
        }

        ContainerDraft memory(int next) {
            memory = Given.of(next);
            return this;
        }

        ContainerDraft reservation(int next) {
            reservation = Given.of(next);
            return this;
        }

        ContainerDraft optional() {
            essential = Given.of(false);
            return this;
        }

        ContainerDraft stopTimeout(int next) {
            stopTimeout = Given.of(next);
            return this;
        }

        ContainerDraft logDriver(String next) {
            logDriver = Given.of(next);
            return this;
        }

        ContainerDraft port(Given<Integer> containerPort, Given<Integer> hostPort) {
            ports =
                    List.of(
                            new PortMappingInput(
                                    containerPort, hostPort, Given.absent(), Given.absent()));
            return this;
        }

        /// @param others `NAME CONDITION`
        ContainerDraft dependsOn(String... others) {
            dependsOn =
                    Stream.of(others)
                            .map(one -> one.split(" ", 2))
                            .map(one -> new DependencyInput(one[0], one[1]))
                            .toList();
            return this;
        }

        ContainerDraft startTimeout(int seconds) {
            startTimeout = Given.of(seconds);
            return this;
        }

        ContainerDraft health(int interval, int timeout, int retries, int startPeriod) {
            return health(
                    new HealthCheckInput(
                            List.of("CMD-SHELL", "curl -f localhost || exit 1"),
                            Given.of(interval),
                            Given.of(timeout),
                            Given.of(retries),
                            Given.of(startPeriod)));
        }

        ContainerDraft health(HealthCheckInput next) {
            health = Given.of(next);
            return this;
        }

        ContainerDraft restart(int periodSeconds, Integer... ignored) {
            restart =
                    Given.of(
                            new RestartPolicyInput(
                                    true, List.of(ignored), Given.of(periodSeconds)));
            return this;
        }

        ContainerDraft mounts(String... volumes) {
            mounts = Stream.of(volumes).map(v -> new MountPoint(v, "/" + v, false)).toList();
            return this;
        }

        ContainerDraft links(String... next) {
            links = List.of(next);
            return this;
        }

        ContainerDraft secret(String valueFrom) {
            secrets = List.of(new Secret("KEY", valueFrom));
            return this;
        }

        /// @param json as it is written in the task definition
        ContainerDraft unmodelled(String field, String json) {
            unmodelled = new Unmodelled(new TreeMap<>(Map.of(field, json)));
            return this;
        }

        ContainerDefinitionInput made() {
            return new ContainerDefinitionInput(
                    name,
                    image,
                    cpu,
                    memory,
                    reservation,
                    essential,
                    ports,
                    List.of(),
                    stopTimeout,
                    logDriver,
                    new ContainerSettingsInput(
                            List.of(),
                            List.of(),
                            dependsOn,
                            startTimeout,
                            health,
                            restart,
                            mounts,
                            List.of(),
                            links,
                            secrets),
                    unmodelled);
        }
    }
}
