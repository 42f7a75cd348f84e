package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.codedeploy.AppSpec;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentInfo.ErrorInformation;
import ecslab.ecs.codedeploy.DeploymentInfo.Origin;
import ecslab.ecs.codedeploy.DeploymentInfo.Progress;
import ecslab.ecs.codedeploy.DeploymentInfo.Revision;
import ecslab.ecs.codedeploy.DeploymentInfo.TaskSets;
import ecslab.ecs.codedeploy.DeploymentInfo.Times;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.command.CodeDeployCommand.CreateDeployment;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.ServiceDeployment.Traffic;
import ecslab.ecs.time.SimInstant;
import java.util.Arrays;

/// What CreateDeployment asks for, checked as far as CodeDeploy checks it at once: whether ECS
/// takes what the AppSpec says turns out in Install.
final class NewDeployments {

    private final Desk desk;
    private final Names names;
    private final CodeDeployResources resources;

    NewDeployments(Desk desk, Names names, CodeDeployResources resources) {
        this.desk = desk;
        this.names = names;
        this.resources = resources;
    }

    /// What a deployment is made of, before it has a name.
    record Checked(DeploymentGroup group, AppSpec appSpec, DeploymentConfig config, String about) {}

    Checked checked(CreateDeployment command) {
        resources.application(command.applicationName());
        var group = resources.group(command.applicationName(), groupName(command));
        var spec = revision(command);
        var config = resources.config(command.deploymentConfigName().orElse(group.configName()));
        resources.checkRouting(config, group.pair());
        var alarms =
                command.overrideAlarms().isGiven()
                        ? CodeDeployInputs.alarms(command.overrideAlarms())
                        : group.alarms();
        var rollback =
                command.autoRollback().isGiven()
                        ? CodeDeployInputs.rollback(command.autoRollback())
                        : group.autoRollback();
        resources.checkService(group.service(), group.pair().targetGroups());
        refuseSecond(group);
        return new Checked(
                new DeploymentGroup(
                        group.application(),
                        group.name(),
                        group.configName(),
                        group.serviceRoleArn(),
                        group.service(),
                        group.pair(),
                        group.blueGreen(),
                        rollback,
                        alarms),
                spec,
                config,
                command.description().orElse(""));
    }

    private static String groupName(CreateDeployment command) {
        if (command.deploymentGroupName() instanceof Given.Value<String>(var name)) {
            return name;
        }
        throw ApiException.of("DeploymentGroupNameRequiredException", "/deploymentGroupName")
                .because("The deployment group name was not specified.")
                .remedy(Phrase.of("remedy.codeDeploy.groupName"));
    }

    private AppSpec revision(CreateDeployment command) {
        if (command.revision() instanceof Given.Value<AppSpec>(var spec)) {
            return spec.withTaskDefinition(names.plain(spec.taskDefinition(), "/revision"));
        }
        throw ApiException.of("RevisionRequiredException", "/revision")
                .because("The revision ID was not specified.")
                .remedy(Phrase.of("remedy.codeDeploy.revision"));
    }

    private void refuseSecond(DeploymentGroup group) {
        var active = desk.state().codeDeploy.active(group.service());
        if (active.isPresent()) {
            throw ApiException.of("DeploymentLimitExceededException", "/deploymentGroupName")
                    .because(
                            "The Deployment Group '"
                                    + group.name()
                                    + "' already has an active Deployment '"
                                    + active.get().deploymentId()
                                    + "'")
                    .remedy(
                            Phrase.of(
                                    "remedy.codeDeploy.active",
                                    "id",
                                    active.get().deploymentId(),
                                    "status",
                                    active.get().status().printed()));
        }
    }

    DeploymentInfo named(Checked checked) {
        var spec = checked.appSpec();
        return new DeploymentInfo(
                desk.ids().codeDeployDeployment(),
                checked.group(),
                new Revision(spec, checked.config()),
                new Origin(checked.about(), ""),
                new TaskSets("", ""),
                DeploymentState.CREATED,
                ErrorInformation.NONE,
                "",
                Traffic.NONE,
                Progress.NONE,
                Arrays.stream(LifecycleEventName.values())
                        .map(name -> LifecycleEvent.pending(name, spec.hook(name)))
                        .toList(),
                new Times(desk.now(), SimInstant.START, SimInstant.START));
    }
}
