package ecslab.engine;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.HookDetail;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import ecslab.ecs.model.TaskSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What selectors of a service's newest deployment stand for.
final class DeploymentNames {

    private final Desk desk;

    DeploymentNames(Desk desk) {
        this.desk = desk;
    }

    /// @param kind what stands before the slash
    /// @param service its name; of a task set its external id
    Optional<String> meaning(String kind, String service) {
        return switch (kind) {
            case "serviceDeployment" ->
                    newest(service)
                            .map(one -> desk.arns().serviceDeployment(one.service(), one.id()));
            case "hook" -> newest(service).flatMap(DeploymentNames::pause);
            case "codeDeployDeployment" ->
                    newestOfCodeDeploy(service).map(DeploymentInfo::deploymentId);
            case "hookExecution" -> newestOfCodeDeploy(service).flatMap(DeploymentNames::execution);
            case "taskSet" ->
                    taskSets()
                            .filter(set -> set.externalId().equals(service))
                            .reduce((_, later) -> later)
                            .map(TaskSet::id);
            default -> Optional.empty();
        };
    }

    List<String> externalIds() {
        return taskSets().map(TaskSet::externalId).filter(id -> !id.isEmpty()).toList();
    }

    private Stream<TaskSet> taskSets() {
        return desk.state().services.values().stream()
                .flatMap(service -> service.rollout().taskSets().stream())
                .filter(set -> !set.leaving());
    }

    private Optional<ServiceDeployment> newest(String service) {
        return desk.state().serviceDeployments.values().stream()
                .filter(one -> one.service().service().equals(service))
                .reduce((_, later) -> later);
    }

    /// The pause that it is in.
    private static Optional<String> pause(ServiceDeployment deployment) {
        return deployment.hooks().stream()
                .reduce((_, later) -> later)
                .filter(hook -> hook.status() == HookStatus.AWAITING_ACTION)
                .map(HookDetail::hookId);
    }

    private Optional<DeploymentInfo> newestOfCodeDeploy(String service) {
        return desk.state().codeDeploy.deployments().values().stream()
                .filter(one -> one.service().service().equals(service))
                .reduce((_, later) -> later);
    }

    /// The hook that it waits for.
    private static Optional<String> execution(DeploymentInfo deployment) {
        return deployment
                .newestEvent()
                .filter(one -> !one.hookExecutionId().isEmpty())
                .map(LifecycleEvent::hookExecutionId);
    }
}
