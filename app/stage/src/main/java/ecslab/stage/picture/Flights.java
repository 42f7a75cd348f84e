package ecslab.stage.picture;

import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Cue.Cargo;
import ecslab.stage.cue.Cue.Flight;
import ecslab.stage.cue.Cue.Ripple;
import ecslab.stage.cue.Cue.Tone;
import ecslab.stage.cue.Tempo;
import ecslab.stage.layout.Route.Point;
import ecslab.stage.layout.Routes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// Everything that flies, and the ripples where it arrives. Nodes are used again from frame to
/// frame.
final class Flights {

    private static final double RIPPLE_START = 3;
    private static final double RIPPLE_GROWTH = 9;

    private final Group group = new Group();
    private final Map<Cargo, Pool> cargo = new EnumMap<>(Cargo.class);
    private final Group rippleGroup = new Group();
    private final List<Circle> ripples = new ArrayList<>();
    private int ripplesUsed;

    /// Nodes of one kind. Kinds lie above each other in their order, not in the order in which they
    /// were first seen.
    private static final class Pool {

        private final Group group = new Group();
        private final List<Region> nodes = new ArrayList<>();
        private int used;
    }

    Flights() {
        group.setMouseTransparent(true);
        group.setManaged(false);
        group.getChildren().add(rippleGroup);
        for (var kind : Cargo.values()) {
            var pool = new Pool();
            cargo.put(kind, pool);
            group.getChildren().add(pool.group);
        }
    }

    Node node() {
        return group;
    }

    /// @param reduced whether what flies is only seen to arrive
    void show(
            List<Flight> flights,
            List<Ripple> landed,
            Routes routes,
            Spotlight light,
            SimInstant at,
            boolean reduced) {
        cargo.values().forEach(pool -> pool.used = 0);
        ripplesUsed = 0;
        for (var flight : flights) {
            var brightness = Wires.brightness(routes, light, flight.from(), flight.to());
            if (reduced) {
                arrive(flight, routes, brightness, at);
            } else {
                fly(flight, routes, brightness, at);
            }
        }
        landed.forEach(ripple -> spread(ripple, routes, light, at, reduced));
        cargo.values().forEach(pool -> hideRest(pool.nodes, pool.used));
        hideRest(ripples, ripplesUsed);
    }

    private void fly(Flight flight, Routes routes, double brightness, SimInstant at) {
        routes.of(flight)
                .ifPresent(route -> {
                    var token = token(flight.cargo());
                    center(token, route.at(eased(flight.progressAt(at))));
                    token.setOpacity(brightness);
                });
    }

    /// A cross-fade at the end of the way.
    private void arrive(Flight flight, Routes routes, double brightness, SimInstant at) {
        var left = flight.start().plus(flight.length()).since(at);
        var fade = Tempo.STAGE.reduced();
        if (left.compareTo(fade) > 0) {
            return;
        }
        routes.of(flight)
                .ifPresent(route -> {
                    var token = token(flight.cargo());
                    center(token, route.at(1));
                    var share = 1 - (double) left.toNanos() / fade.toNanos();
                    token.setOpacity(share * brightness);
                });
    }

    private void spread(
            Ripple ripple, Routes routes, Spotlight light, SimInstant at, boolean reduced) {
        var gone = ripple.progressAt(at);
        routes.entry(ripple.on())
                .ifPresent(point -> {
                    var circle = nextRipple();
                    tone(circle, ripple.tone());
                    circle.setCenterX(point.x());
                    circle.setCenterY(point.y());
                    circle.setRadius(RIPPLE_START + RIPPLE_GROWTH * (reduced ? 0.5 : gone));
                    circle.setOpacity(
                            (1 - gone) * Wires.brightness(routes, light, ripple.on(), ripple.on()));
                    circle.setVisible(true);
                });
    }

    static void tone(Node node, Tone shown) {
        for (var tone : Tone.values()) {
            var looks = PseudoClass.getPseudoClass("tone-" + tone.word());
            node.pseudoClassStateChanged(looks, tone == shown);
        }
    }

    private Circle nextRipple() {
        if (ripplesUsed == ripples.size()) {
            var circle = new Circle();
            circle.getStyleClass().add("ripple");
            ripples.add(circle);
            rippleGroup.getChildren().add(circle);
        }
        return ripples.get(ripplesUsed++);
    }

    private Region token(Cargo kind) {
        var pool = cargo.get(kind);
        if (pool == null) {
            throw new IllegalStateException("no pool for " + kind);
        }
        if (pool.used == pool.nodes.size()) {
            var made = make(kind);
            made.setManaged(false);
            pool.nodes.add(made);
            pool.group.getChildren().add(made);
            size(made);
        }
        var token = pool.nodes.get(pool.used++);
        token.setVisible(true);
        return token;
    }

    private static Region make(Cargo kind) {
        var node =
                switch (kind) {
                    case REQUEST, REGISTRATION, LAYER -> new Region();
                    case ERROR, KEY, PROBE, SIGNAL -> worded("", kind);
                    case NETWORK_INTERFACE -> worded("ENI", kind);
                };
        node.getStyleClass().addAll("token", "token-" + kind.word());
        return node;
    }

    private static Region worded(String words, Cargo kind) {
        var label = new Label(words);
        label.setGraphic(Parts.icon("token-icon-" + kind.word()));
        return label;
    }

    /// An icon finds its font only in the second pass, and only then its size.
    private static void size(Region token) {
        token.applyCss();
        token.applyCss();
        token.autosize();
    }

    private static void center(Region token, Point point) {
        token.relocate(point.x() - token.getWidth() / 2, point.y() - token.getHeight() / 2);
    }

    private static void hideRest(List<? extends Node> nodes, int used) {
        for (var node : nodes.subList(used, nodes.size())) {
            node.setVisible(false);
        }
    }

    /// Sets out and arrives gently.
    private static double eased(double share) {
        return share * share * (3 - 2 * share);
    }
}
