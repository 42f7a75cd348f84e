package ecslab.simulator;

import ecslab.ecs.command.DeploymentConfigurationInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.PlacementInput;
import ecslab.ecs.command.SchedulingInput;
import ecslab.ecs.command.ServiceCommand.CreateService;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Unmodelled;
import java.util.ArrayList;
import java.util.List;

/// A CreateService in the making: of Fargate tasks behind the load balancer `web`, until somebody
/// says otherwise.
final class ServiceDraft {

    private final int desired;
    private String name = "web";
    private String revision = "web";
    private String launchType = "FARGATE";
    private List<ServiceLoadBalancer> wiring =
            List.of(new ServiceLoadBalancer("${targetGroup/web}", "web", 80));
    private Given<Integer> grace = Given.absent();
    private Given<DeploymentConfigurationInput> deployment = Given.absent();
    private Given<AwsVpcConfiguration> network = Given.of(network("ab", true));

    private SchedulingInput scheduling = SchedulingInput.NOTHING;

    private ServiceDraft(int desired) {
        this.desired = desired;
    }

    static ServiceDraft of(int desired) {
        return new ServiceDraft(desired);
    }

    ServiceDraft name(String next) {
        name = next;
        return this;
    }

    ServiceDraft revision(String next) {
        revision = next;
        return this;
    }

    /// Tasks stay in their Availability Zones.
    ServiceDraft notRebalanced() {
        scheduling =
                new SchedulingInput(Given.absent(), Given.of("DISABLED"), PlacementInput.NOTHING);
        return this;
    }

    ServiceDraft unbalanced() {
        return wiring(List.of());
    }

    ServiceDraft wiring(List<ServiceLoadBalancer> next) {
        wiring = next;
        return this;
    }

    ServiceDraft graceSeconds(int next) {
        grace = Given.of(next);
        return this;
    }

    ServiceDraft percents(int least, int most) {
        return deployment(DeploymentConfigurationInput.percents(least, most));
    }

    ServiceDraft deployment(DeploymentConfigurationInput next) {
        deployment = Given.of(next);
        return this;
    }

    ServiceDraft onEc2() {
        launchType = "EC2";
        return network(Given.of(network("ab", false)));
    }

    ServiceDraft network(Given<AwsVpcConfiguration> next) {
        network = next;
        return this;
    }

    /// @param subnets a letter for each, as a scenario calls them
    ServiceDraft network(String subnets) {
        return network(Given.of(network(subnets, true)));
    }

    static AwsVpcConfiguration network(String subnets, boolean assignPublicIp) {
        var selectors = new ArrayList<String>();
        subnets.chars().forEach(name -> selectors.add("${subnet/" + (char) name + "}"));
        return new AwsVpcConfiguration(List.copyOf(selectors), List.of(), assignPublicIp);
    }

    CreateService command() {
        return new CreateService(
                Given.of("demo"),
                name,
                Given.of(revision),
                Given.of(desired),
                Given.of(launchType),
                List.of(),
                network,
                wiring,
                grace,
                deployment,
                Given.absent(),
                scheduling,
                Unmodelled.NOTHING);
    }
}
