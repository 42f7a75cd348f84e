package ecslab.simulator;

import ecslab.ecs.command.Command.ContainerDefinitionInput;
import ecslab.ecs.command.Command.PortMappingInput;
import ecslab.ecs.command.Command.RegisterTaskDefinition;
import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

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
                List.of(),
                Unmodelled.NOTHING);
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
                    ContainerSettingsInput.NONE,
                    Unmodelled.NOTHING);
        }
    }
}
