package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import java.util.ArrayList;
import java.util.List;

/// Notices when a service has reached a steady state: one deployment, as many tasks running as
/// asked for, none on the way, all healthy.
final class Steadiness {

    private final Desk desk;
    private final ServiceMessages says;
    private final Health health;

    Steadiness(Desk desk, ServiceMessages says) {
        this.desk = desk;
        this.says = says;
        health = new Health(desk);
    }

    /// Looks at the end of a turn that touched the service.
    void look(ServiceName name) {
        var service = desk.service(name);
        var memory = desk.memory(name);
        var steady = isSteady(service);
        if (steady && !memory.steady) {
            declare(service);
        }
        memory.steady = steady;
    }

    /// A task may have become healthy by nothing but time; and an idle service repeats itself.
    void check(ServiceName name) {
        var memory = desk.memory(name);
        var wasSteady = memory.steady;
        look(name);
        desk.reconcileSoon(name);
        if (wasSteady && memory.steady && says.sayOnce(name, "has reached a steady state.")) {
            again(name);
        }
    }

    private void declare(Service service) {
        var name = service.name();
        explain(service);
        complete(service);
        says.clear(name);
        says.sayOnce(name, "has reached a steady state.");
        says.act(name, "INFO", "SERVICE_STEADY_STATE", "");
        again(name);
    }

    private void again(ServiceName name) {
        desk.agenda().wakeAfter(Timings.SAME_MESSAGE_AFTER, new Wake.SteadyCheck(name));
    }

    private void complete(Service service) {
        var primary = service.deployments().getFirst();
        if (primary.rolloutState() != RolloutState.IN_PROGRESS) {
            return;
        }
        var done =
                primary.withRollout(
                        RolloutState.COMPLETED,
                        "ECS deployment " + primary.id() + " completed.",
                        desk.now());
        var deployments = new ArrayList<Deployment>(service.deployments());
        deployments.set(0, done);
        desk.put(service.withDeployments(List.copyOf(deployments)));
        says.say(service.name(), "(deployment " + primary.id() + ") deployment completed.");
        says.deployment(service.name(), done, "SERVICE_DEPLOYMENT_COMPLETED");
    }

    private boolean isSteady(Service service) {
        return service.deployments().size() == 1
                && service.runningCount() == service.desiredCount()
                && service.pendingCount() == 0
                && desk.memory(service.name()).members().stream()
                        .allMatch(task ->
                                health.isHealthy(service, task)
                                        && !desk.state().mustMove(desk.task(task)));
    }

    private String why(Service service) {
        if (!service.loadBalancers().isEmpty()) {
            return "steady.byTargets";
        }
        var checked =
                desk.memory(service.name()).members().stream()
                        .anyMatch(id -> health.isChecked(desk.task(id)));
        return checked ? "steady.byChecks" : "steady.byTime";
    }

    private void explain(Service service) {
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.STEADY,
                        List.of(
                                Fact.of("desiredCount", service.desiredCount()),
                                Fact.of("runningCount", service.runningCount()),
                                Fact.of("pendingCount", service.pendingCount()),
                                Fact.of("deployments", service.deployments().size())),
                        List.of(),
                        service.runningCount() + " = " + service.desiredCount(),
                        Phrase.of(why(service)));
    }
}
