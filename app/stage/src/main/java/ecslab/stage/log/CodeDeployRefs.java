package ecslab.stage.log;

import ecslab.ecs.codedeploy.Application;
import ecslab.ecs.codedeploy.CodeDeployResource;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.command.CodeDeployCommand;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import java.util.List;
import java.util.Optional;

/// Which services CodeDeploy's commands and resources are about.
final class CodeDeployRefs {

    private static final String SELECTOR = "${codeDeployDeployment/";

    private CodeDeployRefs() {}

    static List<Ref> of(CodeDeployResource resource) {
        return switch (resource) {
            case DeploymentGroup group -> List.of(Ref.service(group.service()));
            case Application _, DeploymentConfig _ -> List.of();
        };
    }

    static List<Ref> of(CodeDeployCommand command, EventMemory memory) {
        return switch (command) {
            case CodeDeployCommand.CreateApplication _ -> List.of();
            case CodeDeployCommand.CreateDeploymentConfig _ -> List.of();
            case CodeDeployCommand.CreateDeploymentGroup group ->
                    group.ecsServices().stream()
                            .map(one ->
                                    new ServiceName(
                                            one.clusterName().orElse(ClusterDescription.DEFAULT),
                                            Arns.lastPart(one.serviceName().orElse(""))))
                            .map(Ref::service)
                            .toList();
            case CodeDeployCommand.CreateDeployment create ->
                    group(create.applicationName(), create.deploymentGroupName(), memory);
            case CodeDeployCommand.ListDeployments list ->
                    group(list.applicationName().orElse(""), list.deploymentGroupName(), memory);
            case CodeDeployCommand.ContinueDeployment(var id, _) -> deployment(id, memory);
            case CodeDeployCommand.StopDeployment(var id, _) -> deployment(id, memory);
            case CodeDeployCommand.PutLifecycleEventHookExecutionStatus(var id, _, _) ->
                    deployment(id, memory);
            case CodeDeployCommand.GetDeployment(var id) -> deployment(id, memory);
            case CodeDeployCommand.GetDeploymentTarget(var id, _) -> deployment(id, memory);
        };
    }

    private static List<Ref> group(String application, Given<String> name, EventMemory memory) {
        return refs(memory.codeDeploy().group(application + "/" + name.orElse("")));
    }

    /// By its id, or by the service's name in a selector.
    private static List<Ref> deployment(String given, EventMemory memory) {
        return refs(
                given.startsWith(SELECTOR)
                        ? memory.codeDeploy()
                                .service(given.substring(SELECTOR.length(), given.length() - 1))
                        : memory.codeDeploy().deployment(given));
    }

    private static List<Ref> refs(Optional<ServiceName> service) {
        return service.map(Ref::service).map(List::of).orElse(List.of());
    }
}
