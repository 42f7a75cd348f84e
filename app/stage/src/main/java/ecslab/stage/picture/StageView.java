package ecslab.stage.picture;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskId;
import ecslab.stage.Selection;
import ecslab.stage.cue.Cue;
import ecslab.stage.cue.Cue.Caption;
import ecslab.stage.cue.Cue.Flight;
import ecslab.stage.cue.Cue.Ripple;
import ecslab.stage.cue.Motions;
import ecslab.stage.layout.Lit;
import ecslab.stage.layout.Measure;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Routes;
import ecslab.stage.layout.Settling;
import ecslab.stage.layout.Spot;
import ecslab.stage.layout.Whereabouts;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// The picture of a cluster at a frame's moment.
///
/// picture(t) = layout(state(t)) + the motions alive at t: showing a frame needs no earlier one, so
/// a run that was played, sought or branched to a moment looks the same there, byte for byte. What
/// stays from frame to frame are nodes, never facts.
public final class StageView extends Region {

    /// The size of AtlantaFX's text, in pixels.
    private static final double TEXT_SIZE_USUAL = 14;

    /// Has the app's font: what is in the picture has sizes of its own.
    private final Label ruler = new Label();

    private final Words words;
    private final Selection selection;
    private final Zoom zoom = new Zoom();
    private final ZoomBar bar;
    private final Settling settling = new Settling();
    private final Wires wires = new Wires();
    private final OutletTags outlets = new OutletTags();
    private final Flights flights = new Flights();
    private final Captions captions = new Captions();
    private final Spotlight light = new Spotlight(this::again);
    private final Marks marks = new Marks();
    private final FaultTags tags = new FaultTags();
    private final FaultMenu faults;
    private final PlacementMarks placement = new PlacementMarks();
    private final Map<Place, Actor> actors = new HashMap<>();
    private final Touch touch;
    private List<Place> order = List.of();
    private Optional<Frame> shown = Optional.empty();
    private boolean reducedMotion;

    /// An empty stage.
    ///
    /// @param selection what is chosen here is chosen everywhere
    public StageView(Words words, Selection selection) {
        this.words = words;
        this.selection = selection;
        faults = new FaultMenu(words, selection::choose);
        bar = new ZoomBar(words, faults.button(), zoom::out, zoom::in, zoom::fit);
        touch = new Touch(words, selection, this::byReadingOrder);
        touch.offers(() -> shown);
        touch.onPointed(this::again);
        getStyleClass().add("stage-view");
        getStylesheets().addAll(Sheets.ALL);
        ruler.setManaged(false);
        ruler.setVisible(false);
        ruler.fontProperty().addListener((_, _, _) -> requestLayout());
        getChildren().addAll(ruler, zoom.node(), bar.node());
        setAccessibleRole(AccessibleRole.PARENT);
        selection.chosen().addListener((_, _, _) -> again());
        words.texts().addListener((_, _, _) -> again());
        addEventHandler(KeyEvent.KEY_PRESSED, zoom::key);
    }

    /// Shows the moment of a frame. Needs the FX thread.
    public void show(Frame frame) {
        shown = Optional.of(frame);
        draw(frame);
    }

    /// Hears which task somebody wants to stop; nothing is stopped here.
    public void onStopTask(Consumer<TaskId> listener) {
        touch.onStopTask(listener);
    }

    /// Hears what somebody asks "why?" about.
    public void onWhy(Consumer<Ref> listener) {
        touch.onWhy(listener);
    }

    /// Hears what somebody wants to be done: a fault, its opposite, or a call. Nothing is done
    /// here.
    public void onCommand(Consumer<Command> listener) {
        touch.menu().onCommand(listener);
        faults.onCommand(listener);
    }

    /// Hears that somebody wants to write a command, whichever.
    public void onCompose(Runnable listener) {
        bar.onCompose(listener);
    }

    /// Hears which command somebody wants to write, and what of it is known: the call, and its
    /// fields as JSON.
    public void onForm(BiConsumer<String, String> listener) {
        touch.menu().onForm(listener);
    }

    /// Turns the reader's eyes to one thing: a ring stands around it, and all else is dimmed but
    /// for what lies in it or leads to it. Of what isn't drawn by itself, what it belongs to is
    /// shown.
    ///
    /// @param thing empty for the whole picture
    public void setFocus(Optional<Ref> thing) {
        if (light.isTurnedTo(thing)) {
            return;
        }
        light.turnTo(thing, isSeenToMove());
        again();
        showLit();
    }

    /// What the reader's eyes are turned to now: what was asked for, or what it belongs to; empty
    /// if nothing is dimmed, also because the thing isn't there.
    public Optional<Ref> focused() {
        return light.lit().map(Lit::thing);
    }

    /// Puts badges at things, so that words beside the picture can refer to them. What isn't there
    /// has none.
    public void setMarks(List<Mark> shown) {
        if (marks.set(shown)) {
            again();
        }
    }

    private boolean isSeenToMove() {
        var scene = getScene();
        var window = scene == null ? null : scene.getWindow();
        return !reducedMotion && window != null && window.isShowing();
    }

    /// Whether things go to their places at once, and what flies is only seen to arrive.
    public void setReducedMotion(boolean reduced) {
        reducedMotion = reduced;
        again();
    }

    @Override
    protected void layoutChildren() {
        var height = snapSizeY(bar.height());
        bar.node().resizeRelocate(0, 0, getWidth(), height);
        var scale = ruler.getFont().getSize() / TEXT_SIZE_USUAL;
        var changed = zoom.resize(getWidth(), Math.max(0, getHeight() - height), height, scale);
        if (changed) {
            again();
        }
    }

    /// What is pointed at mustn't lie outside the part that is seen.
    private void showLit() {
        light.lit()
                .map(Lit::at)
                .map(actors::get)
                .ifPresent(actor -> zoom.reveal(actor.node().getBoundsInParent()));
    }

    private void again() {
        shown.ifPresent(this::draw);
    }

    private void draw(Frame frame) {
        if (zoom.width() <= 0 || zoom.height() <= 0) {
            return;
        }
        var scene =
                frame.playing()
                        ? settling.sceneAt(
                                frame.state(),
                                frame.events(),
                                frame.position(),
                                frame.at(),
                                zoom.width(),
                                zoom.height(),
                                reducedMotion)
                        : Settling.settled(frame.state(), frame.at(), zoom.width(), zoom.height());
        var moment = Moment.of(frame, scene.layout(), words, selection.now());
        var where = new Whereabouts(frame.state(), scene.layout());
        light.aim(where);
        pseudoClassStateChanged(Parts.ROOMY, scene.layout().measure().equals(Measure.ROOMY));
        callActors(List.copyOf(scene.spots().keySet()));
        scene.spots().forEach((place, spot) -> act(moment, place, spot.times(light.on(place))));
        light.draw(scene.spots());
        marks.draw(where, scene.spots());
        tags.draw(moment, where, scene.spots());
        placement.draw(moment, touch.pointedAt().or(selection::now), scene.spots());
        faults.show(frame);
        move(moment, new Routes(where, scene.spots(), moment.outlets()));
        bar.show(frame);
        setAccessibleText(Summary.of(moment));
    }

    private void act(Moment moment, Place place, Spot spot) {
        var actor = actors.get(place);
        if (actor == null) {
            return;
        }
        var node = actor.node();
        var box = spot.box();
        node.resizeRelocate(box.x(), box.y(), box.width(), box.height());
        node.setOpacity(spot.opacity());
        actor.lettering().ifPresent(words -> stand(words, moment, spot));
        node.pseudoClassStateChanged(
                Parts.SELECTED, actor.chooses().filter(selection::is).isPresent());
        actor.show(moment, spot);
        touch.settle(actor);
    }

    private static void stand(Lettering words, Moment moment, Spot spot) {
        var measure = moment.layout().measure();
        var height = Math.min(spot.box().height(), measure.withMeters());
        words.resizeRelocate(spot.box().x(), spot.box().y(), spot.box().width(), height);
        words.setOpacity(spot.opacity());
    }

    private void move(Moment moment, Routes routes) {
        var frame = moment.frame();
        var alive = Motions.aliveAt(frame.events(), frame.position(), frame.at());
        var flying = new ArrayList<Flight>(Motions.pullingAt(frame.state(), frame.at()));
        var landed = new ArrayList<Ripple>();
        var said = new ArrayList<Caption>();
        for (Cue cue : alive) {
            switch (cue) {
                case Flight flight -> flying.add(flight);
                case Ripple ripple -> landed.add(ripple);
                case Caption caption -> said.add(caption);
            }
        }
        wires.show(moment, routes, light);
        outlets.draw(moment, routes);
        flights.show(flying, landed, routes, light, frame.at(), reducedMotion);
        captions.show(said, routes, light, frame.at(), placement.taken());
    }

    /// Nodes stand in the order in which things are read, so that Tab goes that way.
    private void callActors(List<Place> places) {
        if (places.equals(order)) {
            return;
        }
        order = places;
        actors.keySet().retainAll(Set.copyOf(places));
        var nodes = new ArrayList<Node>();
        for (var place : places) {
            var actor = actors.computeIfAbsent(place, this::call);
            nodes.add(actor.node());
            actor.lettering().ifPresent(nodes::add);
        }
        nodes.addAll(List.of(wires.node(), light.ring(), flights.node()));
        nodes.addAll(List.of(captions.node(), tags.node(), placement.node(), marks.node()));
        nodes.add(outlets.node());
        outlets.node().setViewOrder(Layer.TAGS.viewOrder);
        tags.node().setViewOrder(Layer.TAGS.viewOrder);
        placement.node().setViewOrder(Layer.TAGS.viewOrder);
        marks.node().setViewOrder(Layer.MARKS.viewOrder);
        wires.node().setViewOrder(Layer.WIRES.viewOrder);
        light.ring().setViewOrder(Layer.RING.viewOrder);
        flights.node().setViewOrder(Layer.FLIGHTS.viewOrder);
        captions.node().setViewOrder(Layer.CAPTIONS.viewOrder);
        zoom.setAll(nodes);
    }

    private Actor call(Place place) {
        var actor = Cast.of(place);
        actor.node().setManaged(false);
        actor.node().setViewOrder(Layer.of(place.part()).viewOrder);
        actor.lettering().ifPresent(it -> it.setViewOrder(Layer.LETTERING.viewOrder));
        touch.reach(actor);
        return actor;
    }

    private List<Actor> byReadingOrder() {
        return order.stream()
                .map(actors::get)
                .filter(actor -> actor != null && actor.chooses().isPresent())
                .toList();
    }

    /// What lies above what: lower numbers lie above.
    private enum Layer {
        GROUND(4),
        FRAMES(3),
        WIRES(2),
        LETTERING(1.5),
        THINGS(1),
        RING(0.5),
        FLIGHTS(0),
        TAGS(-0.5),
        CAPTIONS(-1),
        MARKS(-2);

        private final double viewOrder;

        Layer(double viewOrder) {
            this.viewOrder = viewOrder;
        }

        static Layer of(Place.Part part) {
            return switch (part) {
                case REGION, SHELF, TASK_DEFINITIONS, ROLES, CLUSTER, VPC, ZONE -> GROUND;
                case FARGATE, BAND, GROUP, INSTANCE, WAITING -> FRAMES;
                case USERS, NO_BALANCER, BALANCER, IMAGE, IMAGES_MORE -> THINGS;
                case TASK_DEFINITION, TASK_DEFINITIONS_MORE, NO_CLUSTER -> THINGS;
                case BANDS_MORE, NO_TASKS, TASK, CROWD, FLEET, ROLE, ROLES_MORE -> THINGS;
            };
        }
    }
}
