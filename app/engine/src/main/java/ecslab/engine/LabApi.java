package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand.LabLoadBalancer;
import ecslab.ecs.command.LabCommand.LabSendRequests;
import ecslab.ecs.event.Event.LoadBalancerChange;
import ecslab.ecs.event.Event.TargetGroupChange;
import ecslab.ecs.model.HealthCheckSettings;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.TargetGroup;
import java.time.Duration;
import java.util.Locale;

/// The lab's own commands: each stands for what takes many API calls and isn't the topic.
final class LabApi {

    /// Defaults of an Application Load Balancer's target group (ELBv2 API model; the timeout as the
    /// User Guide gives it).
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEREGISTRATION_DELAY = Duration.ofMinutes(5);
    private static final int HEALTHY_THRESHOLD = 5;
    private static final int UNHEALTHY_THRESHOLD = 2;
    private static final int REQUESTS_MAX = 100;

    private final Desk desk;
    private final Names names;

    LabApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response loadBalancer(LabLoadBalancer command, Runnable accepted) {
        var name = command.name();
        if (desk.state().loadBalancers.containsKey(name)
                || desk.state().targetGroups.containsKey(command.targetGroup())) {
            throw ApiException.of("DuplicateLoadBalancerName", "/name")
                    .because(
                            "A load balancer with the same name '"
                                    + name
                                    + "' exists, but with different settings")
                    .remedy(Phrase.of("remedy.loadBalancer.exists", "name", name));
        }
        checkSpan("healthCheckInterval", command.healthCheckInterval(), 5, 300);
        checkSpan("deregistrationDelay", command.deregistrationDelay(), 0, 3_600);
        var securityGroups = names.securityGroups(command.securityGroups(), "/securityGroups");
        accepted.run();
        var group = targetGroup(command);
        var dns =
                (name + "-" + desk.ids().below(1_000_000_000, "ids/dns")).toLowerCase(Locale.ROOT)
                        + "."
                        + desk.arns().region()
                        + ".elb.amazonaws.com";
        var balancer =
                new LoadBalancer(
                        name,
                        desk.arns().loadBalancer(name, desk.ids().hex("ids/loadBalancer")),
                        dns,
                        command.listener(),
                        group.arn(),
                        securityGroups);
        desk.state().targetGroups.put(group.name(), group);
        desk.state().loadBalancers.put(name, balancer);
        desk.journal().report(new TargetGroupChange(desk.now(), group));
        desk.journal().report(new LoadBalancerChange(desk.now(), balancer));
        desk.dataPlane().listen(balancer, group);
        return new EmptyResponse();
    }

    /// The bounds are ELB's.
    private static void checkSpan(
            String field, Given<Duration> given, int secondsMin, int secondsMax) {
        var span = given.orElse(Duration.ofSeconds(secondsMin));
        var tooShort = span.compareTo(Duration.ofSeconds(secondsMin)) < 0;
        if (tooShort || span.compareTo(Duration.ofSeconds(secondsMax)) > 0) {
            throw ApiException.of("ValidationError", "/targetGroup/" + field)
                    .because(field + " must be " + secondsMin + " to " + secondsMax + " seconds.")
                    .remedy(Phrase.of("remedy.span", "min", secondsMin, "max", secondsMax));
        }
    }

    Response sendRequests(LabSendRequests command, Runnable accepted) {
        var balancer = desk.state().loadBalancers.get(command.loadBalancer());
        if (balancer == null) {
            throw ApiException.of("LoadBalancerNotFound", "/to")
                    .because("Load balancer '" + command.loadBalancer() + "' not found")
                    .remedy(
                            Phrase.of(
                                    "remedy.loadBalancer",
                                    "known",
                                    desk.state().loadBalancers.isEmpty()
                                            ? "-"
                                            : String.join(
                                                    ", ", desk.state().loadBalancers.keySet())));
        }
        if (command.count() < 1 || command.count() > REQUESTS_MAX) {
            throw ApiException.invalidParameter("/count")
                    .because("Count must be 1 to " + REQUESTS_MAX + ".")
                    .remedy(Phrase.of("remedy.requests", "max", REQUESTS_MAX));
        }
        accepted.run();
        desk.dataPlane().send(balancer, command.path(), command.count());
        return new EmptyResponse();
    }

    private TargetGroup targetGroup(LabLoadBalancer command) {
        var check =
                new HealthCheckSettings(
                        command.healthCheckPath().orElse("/"),
                        command.healthCheckInterval().orElse(INTERVAL),
                        TIMEOUT,
                        HEALTHY_THRESHOLD,
                        command.unhealthyThreshold().orElse(UNHEALTHY_THRESHOLD),
                        "200");
        return new TargetGroup(
                command.targetGroup(),
                desk.arns().targetGroup(command.targetGroup(), desk.ids().hex("ids/targetGroup")),
                command.targetType(),
                command.port(),
                check,
                command.deregistrationDelay().orElse(DEREGISTRATION_DELAY));
    }
}
