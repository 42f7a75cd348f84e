package ecslab.stage.picture;

import ecslab.stage.layout.Box;
import ecslab.stage.layout.Lit;
import ecslab.stage.layout.Measure;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.layout.Spot;
import ecslab.stage.layout.Whereabouts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Draws badges at the edges of things, where none of their words stand.
final class Marks {

    /// From the middle of the users to the free place at their left, in distances between them.
    private static final double BESIDE_USERS = 2.7;

    private final Group group = new Group();
    private final List<Label> badges = new ArrayList<>();
    private List<Mark> marks = List.of();

    Marks() {
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    Node node() {
        return group;
    }

    /// Takes other badges, to be drawn next time.
    ///
    /// @return whether they are others than before
    boolean set(List<Mark> next) {
        var isNew = !marks.equals(next);
        marks = List.copyOf(next);
        return isNew;
    }

    /// Several badges at one thing stand at its corners.
    void draw(Whereabouts where, Map<Place, Spot> spots) {
        var used = 0;
        Map<Place, Integer> corners = new HashMap<>();
        for (var mark : marks) {
            var place = Lit.find(mark.on(), where).map(Lit::at).filter(spots::containsKey);
            var spot = place.map(spots::get);
            if (spot.isPresent()) {
                var corner = corners.merge(place.get(), 1, Integer::sum) - 1;
                var badge = badge(used++);
                badge.setText(mark.text());
                badge.setOpacity(spot.get().opacity());
                stand(badge, place.get(), spot.get().box(), where.layout().measure(), corner);
            }
        }
        for (var badge : badges.subList(used, badges.size())) {
            badge.setVisible(false);
        }
    }

    private Label badge(int index) {
        if (index == badges.size()) {
            var made = new Label();
            made.getStyleClass().add("mark");
            badges.add(made);
            group.getChildren().add(made);
        }
        var badge = badges.get(index);
        badge.setVisible(true);
        return badge;
    }

    private static void stand(Label badge, Place place, Box box, Measure measure, int corner) {
        badge.applyCss();
        badge.autosize();
        var line = (measure.caption() + (place.part().isFrame() ? 0 : measure.pad())) / 2;
        var outside = outside(measure);
        var x = corner / 2 == 0 ? box.x() - outside : box.right() + outside;
        var y = corner % 2 == 0 ? box.y() + line : box.bottom() - line;
        if (place.part() == Part.USERS) {
            x = box.centerX() - (BESIDE_USERS + corner) * measure.userSpacing();
            y = box.centerY();
        }
        badge.relocate(Math.rint(x - badge.getWidth() / 2), Math.rint(y - badge.getHeight() / 2));
    }

    /// How far outside its edge a badge's middle lies: what things write begins just inside.
    private static double outside(Measure measure) {
        return 1 + measure.pad() / 2;
    }
}
