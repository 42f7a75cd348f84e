package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.stage.cue.Tempo;
import ecslab.stage.layout.Lit;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Spot;
import ecslab.stage.layout.Whereabouts;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The light on one thing: a ring around it, and everything else dimmed.
///
/// Whoever points turns the light, not the run; so it fades on the screen's clock and not on the
/// run's, which may stand still meanwhile.
final class Spotlight {

    /// Dimmed words can still be read.
    private static final double DIMMED = 0.5;

    /// Between a thing and its ring; also what the ring itself takes.
    private static final double AROUND = 5;

    private final Region ring = new Region();
    private final Turning turning = new Turning();
    private final Runnable redraw;
    private Optional<Ref> wanted = Optional.empty();
    private Optional<Lit> before = Optional.empty();
    private Optional<Lit> now = Optional.empty();
    private double turned = 1;

    /// @param redraw is called for each step of a fade
    Spotlight(Runnable redraw) {
        this.redraw = redraw;
        ring.getStyleClass().add("spotlight");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
    }

    private final class Turning extends Transition {

        Turning() {
            setCycleDuration(Duration.millis((double) Tempo.STAGE.fadeIn().toMillis()));
            setInterpolator(Interpolator.EASE_BOTH);
        }

        @Override
        protected void interpolate(double share) {
            turned = share;
            redraw.run();
        }
    }

    Node ring() {
        return ring;
    }

    boolean isTurnedTo(Optional<Ref> thing) {
        return wanted.equals(thing);
    }

    /// Turns the light to a thing, or switches it off.
    ///
    /// @param isSeen whether anybody would see it fade
    void turnTo(Optional<Ref> thing, boolean isSeen) {
        turning.stop();
        wanted = thing;
        before = now;
        if (isSeen) {
            turned = 0;
            turning.playFromStart();
        } else {
            turned = 1;
        }
    }

    /// What is lit; empty if nothing is dimmed.
    Optional<Lit> lit() {
        return now;
    }

    /// Finds where the light falls, before the picture is drawn.
    void aim(Whereabouts where) {
        now = wanted.flatMap(thing -> Lit.find(thing, where));
    }

    /// How bright a place is, from dimmed to 1.
    double on(Place place) {
        return mixed(share(before, place), share(now, place));
    }

    /// How bright it is between two places: as bright as the brighter one.
    double between(Optional<Place> one, Optional<Place> other) {
        return Math.max(one.map(this::on).orElse(DIMMED), other.map(this::on).orElse(DIMMED));
    }

    boolean isOff() {
        return now.isEmpty() && (before.isEmpty() || turned == 1);
    }

    private static double share(Optional<Lit> lit, Place place) {
        return lit.isEmpty() || lit.get().has(place) ? 1 : DIMMED;
    }

    private double mixed(double old, double next) {
        return old + (next - old) * turned;
    }

    /// Draws the ring: around what is lit, or was until now.
    void draw(Map<Place, Spot> spots) {
        var spot = now.or(() -> before).map(Lit::at).map(spots::get);
        ring.setVisible(spot.isPresent() && !isOff());
        spot.ifPresent(it -> {
            var box = it.box().inset(-AROUND);
            ring.resizeRelocate(box.x(), box.y(), box.width(), box.height());
            ring.setOpacity(now.isPresent() ? turned : 1 - turned);
        });
    }
}
