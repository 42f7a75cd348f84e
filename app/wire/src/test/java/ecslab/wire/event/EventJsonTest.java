package ecslab.wire.event;

import static ecslab.wire.describe.World.AT;
import static ecslab.wire.describe.World.RUNNING;
import static ecslab.wire.describe.World.TARGET;
import static ecslab.wire.describe.World.WEB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatus;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Unmodelled;
import ecslab.wire.describe.World;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    private static final String TASK = "\"" + RUNNING + "\"";

    static Stream<Arguments> events() {
        return Stream.of(
                of(
                        new Event.TaskStateChange(AT, World.stopped()),
                        "TaskStateChange",
                        "'task':{'id':'fedcba9876543210fedcba9876543210','cluster':'demo',"
                                + "'taskDefinition':'web:1','group':'service:web',"
                                + "'startedBy':'ecs-svc/0123456789012345678',"
                                + "'lastStatus':'STOPPED','desiredStatus':'STOPPED',"
                                + "'healthStatus':'UNKNOWN','launchType':'FARGATE',"
                                + "'availabilityZone':'us-east-1a','subnetId':'subnet-1',"
                                + "'cpu':256,'memory':512,'containers':[{'name':'web','image':'"
                                + World.IMAGE
                                + "','lastStatus':'STOPPED','exitCode':137,'reason':"
                                + "'OutOfMemoryError: Container killed due to memory usage',"
                                + "'healthStatus':'UNKNOWN','essential':true,'cpu':256,"
                                + "'memory':512}],'stoppedAt':'30.000000s',"
                                + "'stopCode':'EssentialContainerExited','stoppedReason':"
                                + "'Essential container in task exited','version':4}"),
                of(
                        new Event.TaskStateChange(AT, World.running()),
                        "TaskStateChange",
                        "'task':{'id':'"
                                + RUNNING
                                + "','cluster':'demo','taskDefinition':'web:1',"
                                + "'group':'service:web',"
                                + "'startedBy':'ecs-svc/0123456789012345678',"
                                + "'lastStatus':'RUNNING','desiredStatus':'RUNNING',"
                                + "'healthStatus':'UNKNOWN','launchType':'FARGATE',"
                                + "'availabilityZone':'us-east-1a','subnetId':'subnet-1',"
                                + "'cpu':256,'memory':512,'containers':[{'name':'web','image':'"
                                + World.IMAGE
                                + "','imageDigest':'"
                                + World.DIGEST
                                + "','lastStatus':'RUNNING','healthStatus':'UNKNOWN',"
                                + "'essential':true,'cpu':0,'memory':0}],'networkInterface':"
                                + "{'eniId':'eni-1','subnetId':'subnet-1',"
                                + "'privateIpv4Address':'10.0.0.17',"
                                + "'publicIpv4Address':'54.0.0.1'},'createdAt':'20.250000s',"
                                + "'connectivityAt':'20.250000s','version':4}"),
                of(
                        new Event.ServiceAction(AT, WEB, "INFO", "SERVICE_STEADY_STATE", ""),
                        "ServiceAction",
                        "'service':'demo/web','eventType':'INFO','eventName':"
                                + "'SERVICE_STEADY_STATE'"),
                of(
                        new Event.DeploymentStateChange(
                                AT, WEB, "ecs-svc/1", "SERVICE_DEPLOYMENT_COMPLETED", "done"),
                        "DeploymentStateChange",
                        "'service':'demo/web','deploymentId':'ecs-svc/1','eventName':"
                                + "'SERVICE_DEPLOYMENT_COMPLETED','reason':'done'"),
                of(
                        new Event.ServiceEvent(AT, WEB, "e-1", "(service web) …"),
                        "ServiceEvent",
                        "'service':'demo/web','id':'e-1','message':'(service web) …'"),
                of(
                        new Event.ServiceChange(AT, World.service()),
                        "ServiceChange",
                        "'service':{'name':'demo/web','status':'ACTIVE','taskDefinition':'web:1',"
                                + "'desiredCount':1,'runningCount':1,'pendingCount':0,"
                                + "'launchType':'FARGATE','deploymentConfiguration':"
                                + "{'minimumHealthyPercent':100,'maximumPercent':200},"
                                + "'deployments':[{'id':'ecs-svc/0123456789012345678','status':"
                                + "'PRIMARY','taskDefinition':'web:1','desiredCount':1,"
                                + "'pendingCount':0,'runningCount':1,'failedTasks':0,"
                                + "'rolloutState':'COMPLETED','rolloutStateReason':"
                                + "'ECS deployment ecs-svc/0123456789012345678 completed.',"
                                + "'createdAt':'20.250000s','updatedAt':'30.000000s'}],"
                                + "'loadBalancers':[{'targetGroupArn':'"
                                + World.GROUP_ARN
                                + "','containerName':'web','containerPort':80}],'network':"
                                + "{'subnets':['subnet-1'],'assignPublicIp':true},"
                                + "'healthCheckGracePeriod':'60.000000s',"
                                + "'createdAt':'20.250000s','unmodelled':"
                                + "{'deploymentConfiguration.strategy':'ROLLING'}}"),
                of(
                        new Event.ClusterChange(
                                AT, new ClusterDescription("demo", ClusterStatus.ACTIVE, 3, 0, 1)),
                        "ClusterChange",
                        "'cluster':{'name':'demo','status':'ACTIVE','runningTasksCount':3,"
                                + "'pendingTasksCount':0,'activeServicesCount':1}"),
                of(
                        new Event.TaskDefinitionChange(AT, World.taskDefinition()),
                        "TaskDefinitionChange",
                        "'taskDefinition':{'name':'web:1','status':'ACTIVE','networkMode':"
                                + "'awsvpc','requiresCompatibilities':['FARGATE'],"
                                + "'compatibilities':['EC2','FARGATE'],'cpu':256,'memory':512,"
                                + "'executionRoleArn':"
                                + "'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',"
                                + "'containerDefinitions':[{'name':'web','image':'"
                                + World.IMAGE
                                + "','cpu':0,'memory':0,'memoryReservation':128,"
                                + "'essential':true,'portMappings':[{'containerPort':80,"
                                + "'hostPort':80,'protocol':'tcp','name':'http'}],"
                                + "'environment':[{'name':'ENV'}],'stopTimeout':'30.000000s',"
                                + "'logDriver':'awslogs','unmodelled':"
                                + "{'logConfiguration.options':{'awslogs-group':'/web'},"
                                + "'portMappings[0].appProtocol':'http'}}],"
                                + "'registeredAt':'5.000000s','unmodelled':{'tags':"
                                + "[{'key':'team','value':'a'}]}}"),
                of(
                        new Event.NetworkChange(AT, World.network()),
                        "NetworkChange",
                        "'network':{'vpcId':'vpc-1','cidr':'10.0.0.0/16','subnets':[{'name':'a',"
                                + "'subnetId':'subnet-1','availabilityZone':'us-east-1a',"
                                + "'cidr':'10.0.0.0/24','publicRoute':true}]}"),
                of(
                        new Event.RoleChange(AT, World.role()),
                        "RoleChange",
                        "'role':{'name':'ecsTaskExecutionRole','arn':"
                                + "'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',"
                                + "'trustedServices':['ecs-tasks.amazonaws.com'],'policyArns':"
                                + "['arn:aws:iam::aws:policy/service-role/"
                                + "AmazonECSTaskExecutionRolePolicy']}"),
                of(
                        new Event.ImageChange(AT, new Image("web:1", "sha256:1", 120, 5)),
                        "ImageChange",
                        "'image':{'uri':'web:1','digest':'sha256:1','sizeMib':120,'layers':5}"),
                of(
                        new Event.LoadBalancerChange(
                                AT, new LoadBalancer("web", "arn:1", "web.elb", 80, "arn:2")),
                        "LoadBalancerChange",
                        "'loadBalancer':{'name':'web','arn':'arn:1','dnsName':'web.elb',"
                                + "'listenerPort':80,'targetGroupArn':'arn:2'}"),
                of(
                        new Event.TargetGroupChange(AT, World.targetGroup()),
                        "TargetGroupChange",
                        "'targetGroup':{'name':'web','arn':'"
                                + World.GROUP_ARN
                                + "','targetType':'ip','port':80,'healthCheck':{'path':'/health',"
                                + "'interval':'30.000000s','timeout':'5.000000s',"
                                + "'healthyThreshold':5,'unhealthyThreshold':2,'matcher':'200'},"
                                + "'deregistrationDelay':'300.000000s'}"),
                of(
                        new Event.TargetHealthChange(AT, World.target()),
                        "TargetHealthChange",
                        "'target':{'id':'web/10.0.0.17:80','task':'"
                                + RUNNING
                                + "','availabilityZone':'us-east-1a','state':'unhealthy',"
                                + "'reason':'Target.ResponseCodeMismatch','description':"
                                + "'Health checks failed with these codes: [404]'}"),
                of(
                        new Event.HealthProbe(AT, TARGET, RUNNING, 0, false, 2),
                        "HealthProbe",
                        "'target':'web/10.0.0.17:80','task':"
                                + TASK
                                + ",'status':0,'passed':false,'inARow':2"),
                of(
                        new Event.ImagePull(
                                AT,
                                RUNNING,
                                "web",
                                "web:1",
                                new Event.Pull.Started(120, 5, Duration.ofMillis(4_500))),
                        "ImagePull",
                        "'task':"
                                + TASK
                                + ",'container':'web','image':'web:1','pull':'started',"
                                + "'sizeMib':120,'layers':5,'expected':'4.500000s'"),
                of(
                        new Event.ImagePull(
                                AT, RUNNING, "web", "web:1", new Event.Pull.Finished("sha256:1")),
                        "ImagePull",
                        "'task':"
                                + TASK
                                + ",'container':'web','image':'web:1','pull':'finished',"
                                + "'digest':'sha256:1'"),
                of(
                        new Event.ImagePull(
                                AT, RUNNING, "web", "web:1", new Event.Pull.Failed("not found")),
                        "ImagePull",
                        "'task':"
                                + TASK
                                + ",'container':'web','image':'web:1','pull':'failed',"
                                + "'message':'not found'"),
                of(
                        new Event.RequestSent(AT, 5, "users", "web", "/"),
                        "RequestSent",
                        "'request':5,'traffic':'users','loadBalancer':'web','path':'/'"),
                of(
                        new Event.RequestRouted(AT, 5, TARGET, RUNNING),
                        "RequestRouted",
                        "'request':5,'target':'web/10.0.0.17:80','task':" + TASK),
                of(
                        new Event.RequestAnswered(
                                AT,
                                5,
                                "users",
                                "web",
                                new Event.Route.To(TARGET, RUNNING),
                                200,
                                Event.RequestCause.SERVED,
                                Duration.ofMillis(48)),
                        "RequestAnswered",
                        "'request':5,'traffic':'users','loadBalancer':'web','target':"
                                + "'web/10.0.0.17:80','task':"
                                + TASK
                                + ",'status':200,'cause':'served','took':'0.048000s'"),
                of(
                        new Event.RequestAnswered(
                                AT,
                                6,
                                "users",
                                "web",
                                Event.Route.NOWHERE,
                                503,
                                Event.RequestCause.NO_REGISTERED_TARGETS,
                                Duration.ZERO),
                        "RequestAnswered",
                        "'request':6,'traffic':'users','loadBalancer':'web','status':503,"
                                + "'cause':'noTargets','took':'0.000000s'"),
                of(
                        new Event.ApiCall(AT, 1, Event.Origin.LEARNER, update()),
                        "ApiCall",
                        "'call':1,'origin':'LEARNER','action':'ecs:UpdateService','with':"
                                + "{'service':'web','desiredCount':4}"),
                of(
                        new Event.ApiRefusal(
                                AT,
                                2,
                                Event.Origin.SCENARIO,
                                update(),
                                new ApiError(
                                        "ServiceNotFoundException",
                                        400,
                                        "Service not found.",
                                        "/service",
                                        Phrase.of("remedy.service.create", "key", "web"))),
                        "ApiRefusal",
                        "'call':2,'origin':'SCENARIO','action':'ecs:UpdateService','with':"
                                + "{'service':'web','desiredCount':4},'code':"
                                + "'ServiceNotFoundException','httpStatus':400,'message':"
                                + "'Service not found.','field':'/service','remedy':{'key':"
                                + "'remedy.service.create','values':{'key':'web'}}"),
                of(
                        new Decision(
                                AT,
                                Ref.service(WEB),
                                Decision.Kind.SCHEDULE,
                                List.of(Decision.Fact.of("desiredCount", 3)),
                                List.of(
                                        new Decision.Candidate(
                                                "web#1", false, Phrase.of("why.newest"))),
                                "3 - 2 = 1",
                                Phrase.NOTHING),
                        "Decision",
                        "'about':'service/demo/web','kind':'schedule','inputs':"
                                + "[{'name':'desiredCount','value':'3'}],'candidates':"
                                + "[{'name':'web#1','accepted':false,'why':{'key':"
                                + "'why.newest'}}],'arithmetic':'3 - 2 = 1'"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsOneLine(Event event, String expected) {
        assertEquals(expected, EventJson.line(event));
    }

    @Test
    void everyKindOfEventIsTried() {
        var tried = new TreeSet<String>();
        events().forEach(one -> tried.add(one.get()[0].getClass().getSimpleName()));
        var known = new TreeSet<>(List.of("Decision"));
        for (var kind : Event.Reported.class.getPermittedSubclasses()) {
            known.add(kind.getSimpleName());
        }

        assertEquals(known, tried);
    }

    private static Command update() {
        return new Command.UpdateService(
                Given.absent(),
                "web",
                Given.of(4),
                Given.absent(),
                Given.absent(),
                Unmodelled.NOTHING);
    }

    private static Arguments of(Event event, String name, String fields) {
        var line = "{'at':'20.250000s','event':'" + name + "'," + fields + "}";
        return Arguments.of(event, line.replace('\'', '"'));
    }
}
