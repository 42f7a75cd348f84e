package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Ref;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Says why a deployment of CodeDeploy's goes on as it does.
final class CodeDeployWhys {

    private final Desk desk;

    CodeDeployWhys(Desk desk) {
        this.desk = desk;
    }

    /// The newest lifecycle event has begun.
    void begins(DeploymentInfo info) {
        info.newestEvent()
                .ifPresent(event -> {
                    var tenths = info.traffic().productionTenths();
                    tell(
                            info,
                            Phrase.of(
                                    key(info, event),
                                    "percent",
                                    percent(tenths),
                                    "minutes",
                                    info.routing().stepBake().toMinutes(),
                                    "function",
                                    WatchApi.functionName(event.function())));
                });
    }

    private static String key(DeploymentInfo info, LifecycleEvent event) {
        var name = "codeDeploy." + event.name().printed();
        return switch (event.name()) {
            case INSTALL -> name;
            case ALLOW_TEST_TRAFFIC ->
                    info.group().pair().hasTestListener() ? name : name + ".none";
            case ALLOW_TRAFFIC ->
                    info.origin().isRollback()
                            ? name + ".back"
                            : info.routing().stepBake().isZero() ? name + ".all" : name;
            case BEFORE_INSTALL, AFTER_INSTALL, AFTER_ALLOW_TEST_TRAFFIC -> hook(name, event);
            case BEFORE_ALLOW_TRAFFIC, AFTER_ALLOW_TRAFFIC -> hook(name, event);
        };
    }

    private static String hook(String name, LifecycleEvent event) {
        return event.function().isEmpty() ? name + ".none" : name;
    }

    /// Production traffic takes another step.
    void shifts(DeploymentInfo info, int tenths, Duration wait) {
        tell(
                info,
                Phrase.of(
                        wait.isZero() ? "codeDeploy.shift.last" : "codeDeploy.shift",
                        "percent",
                        percent(tenths),
                        "minutes",
                        wait.toMinutes()));
    }

    void waits(DeploymentInfo info, String key, Duration wait) {
        tell(info, Phrase.of(wait.isZero() ? key + ".none" : key, "minutes", wait.toMinutes()));
    }

    void succeeds(DeploymentInfo info) {
        tell(
                info,
                Phrase.of(
                        info.origin().isRollback()
                                ? "codeDeploy.rolledBack"
                                : "codeDeploy.succeeded"));
    }

    void fails(DeploymentInfo info, CodeDeployFailure why, boolean wished, boolean mayGoBack) {
        var key =
                !mayGoBack
                        ? "codeDeploy.fails.nothingYet"
                        : wished ? "codeDeploy.fails.back" : "codeDeploy.fails.stays";
        tell(info, Phrase.of(key, "event", why.event()));
    }

    private void tell(DeploymentInfo info, Phrase outcome) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("deploymentId", info.deploymentId()));
        facts.add(Fact.of("deploymentConfigName", info.revision().config().name()));
        info.newestEvent()
                .map(LifecycleEvent::name)
                .map(LifecycleEventName::printed)
                .ifPresent(name -> facts.add(Fact.of("lifecycleEventName", name)));
        desk.journal()
                .decide(
                        Ref.service(info.service()),
                        Kind.ROLLOUT,
                        List.copyOf(facts),
                        List.of(),
                        "",
                        outcome);
    }

    private static String percent(int tenths) {
        return tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
    }
}
