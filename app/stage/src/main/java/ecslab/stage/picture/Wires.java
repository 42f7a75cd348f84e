package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.TargetState;
import ecslab.stage.layout.Detail;
import ecslab.stage.layout.Route;
import ecslab.stage.layout.Routes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Polyline;

/// The lines that stay: from the load balancer to each target, and from an image to each task that
/// pulls it.
final class Wires {

    /// Where single tasks are cards: between smaller things, lines would hide more than they show.
    private static final Set<Detail> WIRED = EnumSet.of(Detail.FULL, Detail.CARD, Detail.SMALL);

    private static final PseudoClass PULL = PseudoClass.getPseudoClass("pull");

    private final Group group = new Group();
    private final List<Polyline> lines = new ArrayList<>();
    private final List<Optional<Route>> drawn = new ArrayList<>();
    private int used;

    Wires() {
        group.setMouseTransparent(true);
        group.setManaged(false);
    }

    Node node() {
        return group;
    }

    void show(Moment moment, Routes routes, Spotlight light) {
        used = 0;
        if (WIRED.containsAll(moment.layout().details().values())) {
            for (var target : moment.state().targets().values()) {
                var from = Ref.of(Kind.TARGET_GROUP, target.id().targetGroup());
                var to = Ref.task(target.task());
                var isIdle = moment.outlets().isIdle(target.id().targetGroup());
                routes.wire(from, to)
                        .ifPresent(route ->
                                flow(
                                        draw(route, Optional.of(target.state()), isIdle),
                                        moment.flow().perSecond().getOrDefault(target.task(), 0L),
                                        brightness(routes, light, from, to)));
            }
        }
        moment.state()
                .pulls()
                .forEach((task, pull) -> {
                    var from = Ref.of(Kind.IMAGE, pull.image());
                    var to = Ref.task(task);
                    routes.wire(from, to)
                            .ifPresent(route ->
                                    flow(
                                            draw(route, Optional.empty(), false),
                                            0,
                                            brightness(routes, light, from, to)));
                });
        for (var line : lines.subList(used, lines.size())) {
            line.setVisible(false);
        }
    }

    /// The more requests a second, the wider; tenfold makes it two pixels wider.
    private static void flow(Polyline line, long perSecond, double brightness) {
        line.setOpacity(brightness);
        if (perSecond > 0) {
            line.setStrokeWidth(1 + 2 * Math.log10(1.0 + perSecond));
        } else {
            line.setStrokeWidth(1);
        }
    }

    /// What touches the thing that is lit is lit.
    static double brightness(Routes routes, Spotlight light, Ref from, Ref to) {
        if (light.isOff()) {
            return 1;
        }
        var where = routes.whereabouts();
        return light.between(where.find(from, to), where.find(to, from));
    }

    /// @param target empty for a pull
    /// @param isIdle whether no traffic is sent that way
    private Polyline draw(Route route, Optional<TargetState> target, boolean isIdle) {
        if (used == lines.size()) {
            var made = new Polyline();
            made.getStyleClass().add("wire");
            lines.add(made);
            drawn.add(Optional.empty());
            group.getChildren().add(made);
        }
        var line = lines.get(used);
        if (!drawn.get(used).filter(route::equals).isPresent()) {
            drawn.set(used, Optional.of(route));
            line.getPoints().setAll(route.coordinates());
        }
        used++;
        line.setVisible(true);
        line.pseudoClassStateChanged(PULL, target.isEmpty());
        line.pseudoClassStateChanged(TaskLooks.IDLE, isIdle);
        TaskLooks.health(line, target.orElse(TargetState.UNUSED));
        return line;
    }
}
