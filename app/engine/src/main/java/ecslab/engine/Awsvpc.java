package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionStatus;
import java.util.List;

/// What RunTask and CreateService ask of a revision and its network before anything is started.
final class Awsvpc {

    private static final int SUBNETS_MAX = 16;
    private static final int SECURITY_GROUPS_MAX = 5;
    private static final AwsVpcConfiguration NONE =
            new AwsVpcConfiguration(List.of(), List.of(), false);

    private final Desk desk;
    private final Names names;

    Awsvpc(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    /// The launch type asked for; neither given nor a default strategy means EC2.
    LaunchType launchType(Given<String> given, TaskDefinition definition) {
        var type = LaunchTypes.parse(given.orElse(LaunchType.EC2.name()), "/launchType");
        if (definition.status() != TaskDefinitionStatus.ACTIVE) {
            throw ApiException.client("/taskDefinition")
                    .because("TaskDefinition is inactive")
                    .remedy(Phrase.of("remedy.taskDefinition.inactive"));
        }
        if (!definition.compatibilities().contains(type)) {
            throw ApiException.invalidParameter("/launchType")
                    .because(OurWords.launchType(type.name()))
                    .remedy(
                            Phrase.of(
                                    "remedy.launchType.support",
                                    "type",
                                    type,
                                    "known",
                                    LaunchTypes.list(definition.compatibilities())));
        }
        return type;
    }

    /// The network with every `${subnet/…}` replaced by its id.
    AwsVpcConfiguration network(
            Given<AwsVpcConfiguration> given, TaskDefinition definition, LaunchType type) {
        var awsvpc = definition.networkMode() == NetworkMode.AWSVPC;
        if (awsvpc != given.isGiven()) {
            throw ApiException.invalidParameter("/networkConfiguration")
                    .because(
                            awsvpc
                                    ? "Network Configuration must be provided when networkMode"
                                            + " 'awsvpc' is specified."
                                    : "Network Configuration is not valid for the given"
                                            + " networkMode of this task definition.")
                    .remedy(Phrase.of(awsvpc ? "remedy.network.give" : "remedy.network.leaveOut"));
        }
        var asked = given.orElse(NONE);
        var field = "/networkConfiguration/awsvpcConfiguration";
        if (awsvpc && (asked.subnets().isEmpty() || asked.subnets().size() > SUBNETS_MAX)) {
            throw ApiException.invalidParameter(field + "/subnets")
                    .because("subnets can not be empty.")
                    .remedy(Phrase.of("remedy.network.give"));
        }
        if (type == LaunchType.EC2 && asked.assignPublicIp()) {
            throw ApiException.invalidParameter(field + "/assignPublicIp")
                    .because(OurWords.NO_PUBLIC_IP)
                    .remedy(Phrase.of("remedy.publicIp"));
        }
        var subnets = new java.util.ArrayList<String>();
        for (var i = 0; i < asked.subnets().size(); i++) {
            var id = names.subnet(asked.subnets().get(i), field + "/subnets/" + i).subnetId();
            subnets.add(id);
        }
        return new AwsVpcConfiguration(
                List.copyOf(subnets), securityGroups(asked, field), asked.assignPublicIp());
    }

    /// In a network that filters nothing, groups are only names.
    private List<String> securityGroups(AwsVpcConfiguration asked, String field) {
        var groups = desk.state().network.securityGroups();
        if (groups.isEmpty()) {
            return asked.securityGroups();
        }
        if (asked.securityGroups().size() > SECURITY_GROUPS_MAX) {
            throw ApiException.invalidParameter(field + "/securityGroups")
                    .because(OurWords.atMost("securityGroups", SECURITY_GROUPS_MAX))
                    .remedy(Phrase.of("remedy.securityGroups"));
        }
        return names.securityGroups(asked.securityGroups(), field + "/securityGroups");
    }

    /// ECS's words if it can't act as one of the revision's roles; empty if it can.
    String cannotAssume(TaskDefinition definition) {
        var roles = new RoleEvaluation(desk);
        for (var arn : List.of(definition.executionRoleArn(), definition.taskRoleArn())) {
            if (!arn.isEmpty() && roles.assume(arn).isEmpty()) {
                return "ECS was unable to assume the role '"
                        + arn
                        + "' that was provided for this task. Please verify that the role being"
                        + " passed has the proper trust relationship and permissions and that your"
                        + " IAM user has permissions to pass this role.";
            }
        }
        return "";
    }
}
