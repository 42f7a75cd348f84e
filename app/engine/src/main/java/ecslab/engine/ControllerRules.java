package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.ServiceCommand.UpdateService;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.DeploymentController;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceLoadBalancer;
import java.util.Arrays;
import java.util.List;

/// What a service's deployment controller lets UpdateService change (API Reference,
/// *UpdateService*).
final class ControllerRules {

    private ControllerRules() {}

    static DeploymentController controller(Given<String> given) {
        var name = given.orElse(DeploymentController.ECS.name());
        return Arrays.stream(DeploymentController.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.invalidParameter("/deploymentController/type")
                                .because("deploymentController type " + name + " is not known.")
                                .remedy(
                                        Phrase.of(
                                                "remedy.oneOf",
                                                "known",
                                                "ECS, CODE_DEPLOY, EXTERNAL")));
    }

    static void check(Service service, UpdateService command) {
        var controller = service.rollout().controller();
        var changes = command.changes();
        if (changes.deploymentController().isGiven()
                && controller(changes.deploymentController()) != controller) {
            throw ApiException.invalidParameter("/deploymentController")
                    .because("Unable to update the deployment controller of a service.")
                    .remedy(Phrase.of("remedy.controller.change"));
        }
        if (controller == DeploymentController.ECS) {
            return;
        }
        refuse(command.taskDefinition().isGiven(), "task definition", controller);
        refuse(changes.networkConfiguration().isGiven(), "network configuration", controller);
        refuse(changes.loadBalancers().isGiven(), "load balancers", controller);
        refuse(!command.capacityProviderStrategy().isEmpty(), "launch type", controller);
        refuse(
                command.unmodelled().fields().containsKey("platformVersion"),
                "platform version",
                controller);
        var others = RevisionFields.of(command.unmodelled()).fields().keySet();
        refuse(!others.isEmpty(), String.join(", ", others), controller);
        refuse(
                command.forceNewDeployment().orElse(false),
                "deployment by forceNewDeployment",
                controller);
    }

    /// Strategy, circuit breaker and alarms are ECS's own; CodeDeploy has its own of each.
    static void check(DeploymentController controller, DeploymentConfiguration configuration) {
        if (controller == DeploymentController.ECS) {
            return;
        }
        if (configuration.strategy().shiftsTraffic()
                || configuration.circuitBreaker().enable()
                || configuration.alarms().enable()) {
            throw ApiException.invalidParameter("/deploymentConfiguration")
                    .because(
                            "strategy, deploymentCircuitBreaker and alarms are not supported for"
                                    + " services with a "
                                    + controller
                                    + " deployment controller.")
                    .remedy(Phrase.of("remedy.controller.configuration"));
        }
    }

    /// Of a new service.
    static void check(
            DeploymentController controller,
            boolean daemon,
            DeploymentConfiguration configuration,
            List<ServiceLoadBalancer> balancers) {
        if (daemon && controller.hasTaskSets()) {
            throw ApiException.invalidParameter("/schedulingStrategy")
                    .because(
                            "The daemon scheduling strategy is not supported for services with a "
                                    + controller
                                    + " deployment controller.")
                    .remedy(Phrase.of("remedy.controller.daemon"));
        }
        check(controller, configuration);
        checkBalancers(controller, balancers);
    }

    /// API Reference, *CreateService*, `loadBalancers`: CodeDeploy needs one whose traffic it can
    /// shift, and ECS attaches one target group at a time.
    private static void checkBalancers(
            DeploymentController controller, List<ServiceLoadBalancer> balancers) {
        if (controller != DeploymentController.CODE_DEPLOY) {
            return;
        }
        var fits =
                balancers.size() == 1
                        && balancers.getFirst().loadBalancerName().isEmpty()
                        && !balancers.getFirst().advanced().isGiven();
        if (!fits) {
            throw ApiException.invalidParameter("/loadBalancers")
                    .because(
                            "A service with a CODE_DEPLOY deployment controller must use one target"
                                    + " group of an Application Load Balancer or a Network Load"
                                    + " Balancer.")
                    .remedy(Phrase.of("remedy.controller.balancer"));
        }
    }

    private static void refuse(boolean isGiven, String what, DeploymentController controller) {
        if (isGiven) {
            var codeDeploy = controller == DeploymentController.CODE_DEPLOY;
            throw ApiException.invalidParameter("")
                    .because(
                            "Unable to update "
                                    + what
                                    + " on services with a "
                                    + controller
                                    + " deployment controller."
                                    + (codeDeploy
                                            ? " Use AWS CodeDeploy to trigger a new deployment."
                                            : " Create a new task set."))
                    .remedy(
                            Phrase.of(
                                    codeDeploy
                                            ? "remedy.controller.codeDeploy"
                                            : "remedy.controller.external"));
        }
    }
}
