package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.CodeDeployIdResponse;
import ecslab.ecs.codedeploy.Application;
import ecslab.ecs.codedeploy.CodeDeployResource;
import ecslab.ecs.codedeploy.DeploymentConfig;
import ecslab.ecs.codedeploy.DeploymentGroup;
import ecslab.ecs.codedeploy.DeploymentGroup.TargetGroupPair;
import ecslab.ecs.command.CodeDeployCommand.CreateApplication;
import ecslab.ecs.command.CodeDeployCommand.CreateDeploymentConfig;
import ecslab.ecs.command.CodeDeployCommand.CreateDeploymentGroup;
import ecslab.ecs.command.Given;
import ecslab.ecs.event.Event.CodeDeployResourceChange;
import ecslab.ecs.model.ServiceName;
import java.util.List;
import java.util.regex.Pattern;

/// CodeDeploy's applications, deployment configurations and deployment groups.
final class CodeDeployResources {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,100}");

    private static final String PLATFORM = "ECS";

    private final Desk desk;
    private final Names names;
    private final GroupChecks checks;

    CodeDeployResources(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
        checks = new GroupChecks(desk, names);
    }

    Response create(CreateApplication command, Runnable accepted) {
        var name = name(command.applicationName(), "InvalidApplicationNameException");
        checkPlatform(command.computePlatform());
        if (desk.state().codeDeploy.applications().containsKey(name)) {
            throw ApiException.of("ApplicationAlreadyExistsException", "/applicationName")
                    .because("The application " + name + " already exists.")
                    .remedy(Phrase.of("remedy.codeDeploy.exists"));
        }
        accepted.run();
        var made = new Application(name, desk.now());
        desk.state().codeDeploy.put(made);
        return told(made, "applicationId");
    }

    Response create(CreateDeploymentConfig command, Runnable accepted) {
        var name = name(command.deploymentConfigName(), "InvalidDeploymentConfigNameException");
        checkPlatform(command.computePlatform());
        if (DeploymentConfig.isReserved(name)) {
            throw ApiException.of("InvalidDeploymentConfigNameException", "/deploymentConfigName")
                    .because("The prefix CodeDeployDefault. is reserved.")
                    .remedy(Phrase.of("remedy.codeDeploy.reserved"));
        }
        if (desk.state().codeDeploy.config(name).isPresent()) {
            throw ApiException.of("DeploymentConfigAlreadyExistsException", "/deploymentConfigName")
                    .because("The deployment configuration " + name + " already exists.")
                    .remedy(Phrase.of("remedy.codeDeploy.exists"));
        }
        var made =
                new DeploymentConfig(
                        name, CodeDeployInputs.routing(command.trafficRoutingConfig()));
        accepted.run();
        desk.state().codeDeploy.put(made);
        return told(made, "deploymentConfigId");
    }

    Response create(CreateDeploymentGroup command, Runnable accepted) {
        application(command.applicationName());
        var name = name(command.deploymentGroupName(), "InvalidDeploymentGroupNameException");
        if (desk.state().codeDeploy.groups().containsKey(command.applicationName() + "/" + name)) {
            throw ApiException.of("DeploymentGroupAlreadyExistsException", "/deploymentGroupName")
                    .because("The deployment group " + name + " already exists.")
                    .remedy(Phrase.of("remedy.codeDeploy.exists"));
        }
        var config =
                config(command.deploymentConfigName().orElse(DeploymentConfig.ALL_AT_ONCE.name()));
        var role = checks.role(command.serviceRoleArn());
        checks.style(command.deploymentStyle());
        var service = checks.service(command.ecsServices());
        var pair = checks.pair(command.targetGroupPairs());
        checks.checkService(service, pair.targetGroups());
        checks.checkRouting(config, pair);
        var made =
                new DeploymentGroup(
                        command.applicationName(),
                        name,
                        config.name(),
                        role,
                        service,
                        pair,
                        CodeDeployInputs.blueGreen(command.blueGreen()),
                        CodeDeployInputs.rollback(command.autoRollback()),
                        CodeDeployInputs.alarms(command.alarms()));
        accepted.run();
        desk.state().codeDeploy.put(made);
        return told(made, "deploymentGroupId");
    }

    private Response told(CodeDeployResource made, String field) {
        desk.journal().report(new CodeDeployResourceChange(desk.now(), made));
        return new CodeDeployIdResponse(field, desk.ids().uuid("ids/codeDeploy"));
    }

    private String name(String given, String code) {
        var name = names.plain(given, "");
        if (!NAME.matcher(name).matches()) {
            throw ApiException.of(code, "")
                    .because("The name " + name + " is invalid.")
                    .remedy(Phrase.of("remedy.codeDeploy.name"));
        }
        return name;
    }

    /// CodeDeploy's own default is `Server`, and nothing of that is here.
    private static void checkPlatform(Given<String> given) {
        if (!given.orElse("Server").equals(PLATFORM)) {
            throw ApiException.of("InvalidComputePlatformException", "/computePlatform")
                    .because("The compute platform " + given.orElse("Server") + " is not modelled.")
                    .remedy(Phrase.of("remedy.codeDeploy.platform"));
        }
    }

    void application(String name) {
        var known = desk.state().codeDeploy.applications();
        if (!known.containsKey(name)) {
            throw ApiException.of("ApplicationDoesNotExistException", "/applicationName")
                    .because("No application found for name: " + name)
                    .remedy(
                            Phrase.of(
                                    "remedy.codeDeploy.application",
                                    "known",
                                    Names.list(known.keySet())));
        }
    }

    DeploymentGroup group(String application, String name) {
        var found = desk.state().codeDeploy.groups().get(application + "/" + name);
        if (found == null) {
            throw ApiException.of("DeploymentGroupDoesNotExistException", "/deploymentGroupName")
                    .because("No Deployment Group found for name: " + name)
                    .remedy(
                            Phrase.of(
                                    "remedy.codeDeploy.group",
                                    "known",
                                    Names.list(
                                            desk.state().codeDeploy.groups().values().stream()
                                                    .filter(one ->
                                                            one.application().equals(application))
                                                    .map(DeploymentGroup::name)
                                                    .toList())));
        }
        return found;
    }

    DeploymentConfig config(String name) {
        return desk.state()
                .codeDeploy
                .config(name)
                .orElseThrow(() ->
                        ApiException.of(
                                        "DeploymentConfigDoesNotExistException",
                                        "/deploymentConfigName")
                                .because("No Deployment Configuration found for name: " + name)
                                .remedy(
                                        Phrase.of(
                                                "remedy.codeDeploy.config",
                                                "known",
                                                Names.list(
                                                        DeploymentConfig.PREDEFINED.stream()
                                                                .map(DeploymentConfig::name)
                                                                .toList()))));
    }

    void checkRouting(DeploymentConfig config, TargetGroupPair pair) {
        checks.checkRouting(config, pair);
    }

    void checkService(ServiceName service, List<String> targetGroups) {
        checks.checkService(service, targetGroups);
    }
}
