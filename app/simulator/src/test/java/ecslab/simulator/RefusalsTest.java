package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand.LabNetwork;
import ecslab.ecs.command.RoleCommand.AttachRolePolicy;
import ecslab.ecs.command.RoleCommand.CreateRole;
import ecslab.ecs.command.RoleCommand.DetachRolePolicy;
import ecslab.ecs.command.ServiceCommand.UpdateService;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is refused, in ECS's words, with the field and how to mend it (behaviour reference §2.9,
/// §7.3, §17.3).
class RefusalsTest {

    private static final Given<AwsVpcConfiguration> NETWORK = Given.of(Scenarios.network());

    private static SimulatedRun run() {
        return Scenarios.service(1)
                .setup(Scenarios.inBridgeMode("bridged"))
                .setup(Scenarios.loadBalancer("by-instance", "instance"))
                .setup(Scenarios.register("web", Scenarios.IMAGE))
                .start();
    }

    static Stream<Arguments> refused() {
        return Stream.of(tasksRefused(), networksRefused(), newServicesRefused(), changesRefused())
                .flatMap(part -> part);
    }

    private static Stream<Arguments> tasksRefused() {
        return Stream.of(
                arguments(
                        task("nowhere", "web", 1, "FARGATE", NETWORK),
                        "ClusterNotFoundException /cluster: Cluster not found.",
                        Phrase.of("remedy.cluster", "name", "nowhere", "known", "demo")),
                arguments(
                        task("demo", "api", 1, "FARGATE", NETWORK),
                        "ClientException /taskDefinition: TaskDefinition not found.",
                        Phrase.of(
                                "remedy.taskDefinition",
                                "name",
                                "api",
                                "known",
                                "web:1, bridged:1, web:2")),
                arguments(
                        task("demo", "web:9", 1, "FARGATE", NETWORK),
                        "ClientException /taskDefinition: TaskDefinition not found.",
                        Phrase.of(
                                "remedy.taskDefinition", "name", "web:9", "known", "web:1, web:2")),
                arguments(
                        task("demo", "wbe:1", 1, "FARGATE", NETWORK),
                        "ClientException /taskDefinition: TaskDefinition not found.",
                        nearest("wbe", "web")),
                arguments(
                        task("dmeo", "web", 1, "FARGATE", NETWORK),
                        "ClusterNotFoundException /cluster: Cluster not found.",
                        nearest("dmeo", "demo")),
                arguments(
                        task("demo", "web", 11, "FARGATE", NETWORK),
                        "InvalidParameterException /count: Count must be 1 to 10, but was 11.",
                        Phrase.of("remedy.count", "max", 10)),
                arguments(
                        task("demo", "web", 1, "LAMBDA", NETWORK),
                        "ClientException /launchType: Invalid launch type 'LAMBDA'.",
                        Phrase.of("remedy.launchType")));
    }

    private static Phrase nearest(String written, String near) {
        return Phrase.of("remedy.nearest", "name", written, "near", near);
    }

    private static Stream<Arguments> networksRefused() {
        return Stream.of(
                arguments(
                        task("demo", "bridged", 1, "FARGATE", Given.absent()),
                        "InvalidParameterException /launchType: Task definition does not support"
                                + " launch_type FARGATE.",
                        Phrase.of(
                                "remedy.launchType.support",
                                "type",
                                "FARGATE",
                                "known",
                                "EXTERNAL, EC2")),
                arguments(
                        task("demo", "web", 1, "FARGATE", Given.absent()),
                        "InvalidParameterException /networkConfiguration: Network Configuration"
                                + " must be provided when networkMode 'awsvpc' is specified.",
                        Phrase.of("remedy.network.give")),
                arguments(
                        task("demo", "bridged", 1, "EC2", NETWORK),
                        "InvalidParameterException /networkConfiguration: Network Configuration is"
                                + " not valid for the given networkMode of this task definition.",
                        Phrase.of("remedy.network.leaveOut")),
                arguments(
                        task("demo", "web", 1, "FARGATE", subnets("subnet-1")),
                        "InvalidParameterException"
                                + " /networkConfiguration/awsvpcConfiguration/subnets/0: Error"
                                + " retrieving subnet information for [subnet-1]: The subnet ID"
                                + " 'subnet-1' does not exist",
                        Phrase.of("remedy.subnet", "known", "${subnet/a}, ${subnet/b}")),
                arguments(
                        task("demo", "web", 1, "FARGATE", subnets("${subnet/z}")),
                        "InvalidParameterException"
                                + " /networkConfiguration/awsvpcConfiguration/subnets/0: Nothing is"
                                + " called subnet/z.",
                        Phrase.of("remedy.selector")),
                arguments(
                        task("demo", "bridged", 1, "EC2", Given.absent()),
                        "InvalidParameterException /launchType: No Container Instances were found"
                                + " in your cluster.",
                        Phrase.of("remedy.noInstances")),
                arguments(
                        task("demo", "web", 1, "EC2", NETWORK),
                        "InvalidParameterException"
                            + " /networkConfiguration/awsvpcConfiguration/assignPublicIp: Assign"
                            + " public IP is not supported for this launch type.",
                        Phrase.of("remedy.publicIp")),
                arguments(
                        new StopTask(Given.of("demo"), "0123", Given.absent()),
                        "InvalidParameterException /task: The referenced task was not found.",
                        Phrase.of("remedy.task", "name", "0123")),
                arguments(
                        Scenarios.stop("wbe#1"),
                        "InvalidParameterException /task: Nothing is called task/wbe#1.",
                        nearest("wbe", "web")),
                arguments(
                        Scenarios.stop("web#99"),
                        "InvalidParameterException /task: Nothing is called task/web#99.",
                        Phrase.of("remedy.selector")));
    }

    private static Stream<Arguments> newServicesRefused() {
        return Stream.of(
                arguments(
                        ServiceDraft.of(1).command(),
                        "InvalidParameterException /serviceName: Creation of service was not"
                                + " idempotent.",
                        Phrase.of("remedy.service.exists", "name", "web")),
                arguments(
                        ServiceDraft.of(5_001).name("api").command(),
                        "InvalidParameterException /desiredCount: desiredCount must be 0 to 5000.",
                        Phrase.of("remedy.desiredCount", "max", 5_000)),
                arguments(
                        ServiceDraft.of(1).name("api").percents(101, 200).command(),
                        "InvalidParameterException /deploymentConfiguration/minimumHealthyPercent:"
                                + " minimumHealthyPercent"
                                + " must be 0 to 100 and maximumPercent 100 to 200.",
                        Phrase.of("remedy.percents")),
                arguments(
                        ServiceDraft.of(1).name("api").graceSeconds(-1).command(),
                        "InvalidParameterException /healthCheckGracePeriodSeconds:"
                                + " healthCheckGracePeriodSeconds must be 0 to 2147483647.",
                        Phrase.of("remedy.grace")),
                arguments(
                        ServiceDraft.of(1).name("api").wiring(wired("web", "web", 81)).command(),
                        "InvalidParameterException /loadBalancers/0/containerPort: The container"
                                + " web did not have a container port 81 defined.",
                        Phrase.of("remedy.wiring.port", "ports", "80")),
                arguments(
                        ServiceDraft.of(1).name("api").wiring(wired("web", "api", 80)).command(),
                        "InvalidParameterException /loadBalancers/0/containerName: The container"
                                + " api does not exist in the task definition.",
                        Phrase.of("remedy.wiring.container", "known", "web")),
                arguments(
                        ServiceDraft.of(1)
                                .name("api")
                                .wiring(wired("by-instance", "web", 80))
                                .command(),
                        "InvalidParameterException /loadBalancers/0/targetGroupArn: The provided"
                            + " target group ARN has target type instance, which is incompatible"
                            + " with the awsvpc network mode specified in the task definition.",
                        Phrase.of("remedy.wiring.type")));
    }

    private static Stream<Arguments> changesRefused() {
        return Stream.of(
                arguments(
                        update("nowhere", "web"),
                        "ClusterNotFoundException /cluster: Cluster not found.",
                        Phrase.of("remedy.cluster", "name", "nowhere", "known", "demo")),
                arguments(
                        update("demo", "api"),
                        "ServiceNotFoundException /service: Service not found.",
                        Phrase.of("remedy.service", "name", "api", "known", "web")),
                arguments(
                        Scenarios.revision("bridged"),
                        "InvalidParameterException /taskDefinition: Task definition does not"
                                + " support launch_type FARGATE.",
                        Phrase.of(
                                "remedy.launchType.support",
                                "type",
                                "FARGATE",
                                "known",
                                "EXTERNAL, EC2")),
                arguments(
                        new AttachRolePolicy("nobody", Scenarios.PULL_POLICY),
                        "NoSuchEntity /RoleName: The role with name nobody cannot be found.",
                        Phrase.of("remedy.role", "name", "nobody", "known", Scenarios.ROLE)),
                arguments(
                        new DetachRolePolicy(Scenarios.ROLE, "arn:aws:iam::aws:policy/Other"),
                        "NoSuchEntity /PolicyArn: Policy arn:aws:iam::aws:policy/Other was not"
                                + " found.",
                        Phrase.of("remedy.policy", "known", Scenarios.PULL_POLICY)),
                arguments(
                        new CreateRole(Scenarios.ROLE, List.of()),
                        "EntityAlreadyExists /RoleName: Role with name ecsTaskExecutionRole already"
                                + " exists.",
                        Phrase.of("remedy.role.exists", "name", Scenarios.ROLE)),
                arguments(
                        new LabNetwork(List.of("us-east-1a"), true),
                        "InvalidParameterException /availabilityZones: A run has one network with 1"
                                + " to 6 zones.",
                        Phrase.of("remedy.network")),
                arguments(
                        inGroup("service:web"),
                        "InvalidParameterException /group: The task group 'service:web' is reserved"
                                + " for the service.",
                        Phrase.of("remedy.group")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void commandIsRefused(Command command, String words, Phrase remedy) {
        var run = run();
        run.advanceTo(SimInstant.ofSeconds(20));
        var before = run.snapshot();
        var answer = run.submit(command);
        if (!(answer instanceof ApiError error)) {
            throw new AssertionError("was not refused: " + answer);
        }
        assertEquals(words, words(error));
        assertEquals(remedy, error.remedy());
        assertEquals(400, error.httpStatus());
        var last = run.events().getLast();
        assertEquals(
                new Event.ApiRefusal(run.now(), call(last), Origin.LEARNER, command, error), last);
        assertEquals(before.tasks(), run.snapshot().tasks());
        assertEquals(before.services(), run.snapshot().services());
    }

    private static String words(ApiError error) {
        var message = error.message().replaceAll("arn:aws:elasticloadbalancing\\S+", "ARN");
        return error.code() + " " + error.field() + ": " + message;
    }

    private static long call(Event event) {
        return event instanceof Event.ApiRefusal(_, long call, _, _, _) ? call : -1;
    }

    /// A cluster that isn't named is `default`, and there is none.
    @Test
    void clusterLeftOutIsTheDefaultOne() {
        var run = run();
        var stop = new StopTask(Given.absent(), "${task/web#1}", Given.absent());
        assertEquals(
                "ClusterNotFoundException /cluster: Cluster not found.",
                run.submit(stop) instanceof ApiError error ? words(error) : "");
    }

    private static RunTask task(
            String cluster,
            String definition,
            int count,
            String launchType,
            Given<AwsVpcConfiguration> network) {
        return new RunTask(
                Given.of(cluster),
                definition,
                Given.of(count),
                Given.of(launchType),
                List.of(),
                network,
                Given.absent(),
                Given.absent(),
                TaskOverride.NONE,
                Unmodelled.NOTHING);
    }

    private static RunTask inGroup(String group) {
        return new RunTask(
                Given.of("demo"),
                "web",
                Given.absent(),
                Given.of("FARGATE"),
                List.of(),
                NETWORK,
                Given.of(group),
                Given.absent(),
                TaskOverride.NONE,
                Unmodelled.NOTHING);
    }

    private static UpdateService update(String cluster, String service) {
        return new UpdateService(
                Given.of(cluster),
                service,
                Given.of(1),
                Given.absent(),
                List.of(),
                Given.absent(),
                Unmodelled.NOTHING);
    }

    private static Given<AwsVpcConfiguration> subnets(String... ids) {
        return Given.of(new AwsVpcConfiguration(List.of(ids), List.of(), true));
    }

    private static List<ServiceLoadBalancer> wired(String group, String container, int port) {
        return List.of(new ServiceLoadBalancer("${targetGroup/" + group + "}", container, port));
    }
}
