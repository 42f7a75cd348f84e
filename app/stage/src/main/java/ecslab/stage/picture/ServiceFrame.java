package ecslab.stage.picture;

import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.layout.Spot;
import ecslab.stage.log.NextTry;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A service around its tasks, with the numbers that it compares; or all standalone tasks.
final class ServiceFrame implements Actor {

    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private final Region box = Parts.area("service-frame");
    private final Lettering lettering;
    private final Label title = Parts.label("area-title");
    private final Label desired = Parts.word("count-desired");
    private final Label running = Parts.word("count-running");
    private final Label pending = Parts.word("count-pending");
    private final Label rollout = Parts.label("service-rollout");
    private final RolloutStrip strip = new RolloutStrip();
    private final String id;

    /// @param id a service's full name, or a cluster's and `/` for its standalone tasks
    ServiceFrame(String id) {
        this.id = id;
        lettering =
                new Lettering(
                        "service",
                        Parts.icon("area-icon"),
                        title,
                        desired,
                        running,
                        pending,
                        strip.node(),
                        Parts.spring(),
                        rollout);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Optional<Lettering> lettering() {
        return Optional.of(lettering);
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var width = spot.box().width();
        find(moment.state())
                .ifPresentOrElse(it -> service(moment, it, width), () -> standalone(moment));
        box.setAccessibleText(spoken());
    }

    private Optional<Service> find(ClusterState state) {
        return state.services().values().stream()
                .filter(service -> service.name().toString().equals(id))
                .findFirst();
    }

    private void service(Moment moment, Service service, double width) {
        var isRolling = strip.show(moment, service, width);
        Parts.present(desired, !isRolling);
        Parts.present(running, !isRolling);
        title.setText(moment.say("picture.service", "name", service.name().service()));
        desired.setText(moment.say("picture.desired", "count", service.desiredCount()));
        running.setText(moment.say("picture.running", "count", service.runningCount()));
        pending.setText(moment.say("picture.pending", "count", service.pendingCount()));
        running.pseudoClassStateChanged(SHORT, service.runningCount() < service.desiredCount());
        Parts.present(pending, !isRolling && service.pendingCount() > 0);
        var wait = NextTry.of(moment.frame(), service);
        rollout.pseudoClassStateChanged(TaskLooks.BAD, wait.isPresent());
        rollout.setText(
                wait.map(left -> moment.say("picture.nextTry", "time", NextTry.words(left)))
                        .orElseGet(() ->
                                stage(moment, service)
                                        .or(() -> CodeDeployWords.stage(moment, service))
                                        .orElse(rollout(service))));
        Parts.present(rollout, !rollout.getText().isEmpty());
    }

    /// Where a deployment is that shifts traffic.
    private static Optional<String> stage(Moment moment, Service service) {
        return Optional.ofNullable(
                        moment.state()
                                .rollouts()
                                .serviceDeployments()
                                .get(service.rollout().currentServiceDeployment()))
                .map(ServiceDeployment::lifecycleStage)
                .filter(one -> one != LifecycleStage.NONE)
                .map(LifecycleStage::name);
    }

    private static String rollout(Service service) {
        return service.deployments().stream()
                .filter(each -> each.status() == DeploymentStatus.PRIMARY)
                .findFirst()
                .map(ServiceFrame::rollout)
                .orElse("");
    }

    /// A rollout that is done needs no words.
    private static String rollout(Deployment primary) {
        return primary.rolloutState() == RolloutState.COMPLETED
                ? ""
                : primary.rolloutState().name();
    }

    private void standalone(Moment moment) {
        title.setText(moment.say("picture.standalone"));
        Parts.present(strip.node(), false);
        Parts.present(desired, false);
        Parts.present(running, false);
        Parts.present(pending, false);
        rollout.setText("RunTask");
    }

    private String spoken() {
        var all = new StringBuilder(title.getText());
        for (var label : new Label[] {desired, running, pending, rollout}) {
            if (label.isManaged() && !label.getText().isEmpty()) {
                all.append(", ").append(label.getText());
            }
        }
        if (strip.node().isManaged()) {
            all.append(", ").append(strip.spoken());
        }
        return all.toString();
    }

    @Override
    public Optional<Ref> chooses() {
        return id.endsWith("/") ? Optional.empty() : Optional.of(Ref.of(Kind.SERVICE, id));
    }
}
