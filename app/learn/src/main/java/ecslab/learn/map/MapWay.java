package ecslab.learn.map;

import ecslab.learn.part.Parts;
import ecslab.stage.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// An arrow of the map, straight or with one corner, and what goes along it.
final class MapWay {

    private static final double HEAD = 7;

    private final MapPlace.Way way;
    private final Polyline line = new Polyline();
    private final Polygon head = new Polygon();
    private final Label label;

    MapWay(MapPlace.Way way, Words words) {
        this.way = way;
        line.getStyleClass().add("map-line");
        head.getStyleClass().add("map-arrow");
        label = Parts.word(words.text("learn.map.way." + way.says()), "map-way");
        line.setManaged(false);
        head.setManaged(false);
        label.setManaged(false);
        line.setMouseTransparent(true);
    }

    MapPlace.Way way() {
        return way;
    }

    Polyline line() {
        return line;
    }

    Polygon head() {
        return head;
    }

    Label label() {
        return label;
    }

    void layout(Region from, Region to) {
        if (middleY(from) == middleY(to)) {
            along(from, to);
        } else if (middleX(from) == middleX(to)) {
            down(from, to);
        } else if (middleY(from) < middleY(to)) {
            aslant(from, to);
        } else {
            aroundCorner(from, to);
        }
    }

    private void along(Region from, Region to) {
        var y = middleY(from);
        draw(List.of(right(from), y, to.getLayoutX(), y), 1, 0);
        put((right(from) + to.getLayoutX()) / 2, y, true);
    }

    private void down(Region from, Region to) {
        var x = middleX(from);
        draw(List.of(x, bottom(from), x, to.getLayoutY()), 0, 1);
        put(x, (bottom(from) + to.getLayoutY()) / 2, false);
    }

    /// Leaves to the side and comes from above.
    private void aslant(Region from, Region to) {
        var x = middleX(from) - from.getWidth() / 4;
        var y = (bottom(from) + to.getLayoutY()) / 2;
        draw(List.of(x, bottom(from), x, y, middleX(to), y, middleX(to), to.getLayoutY()), 0, 1);
        put((x + middleX(to)) / 2, y, true);
    }

    /// Goes to the side as far as the other stands, and up to it.
    private void aroundCorner(Region from, Region to) {
        var y = middleY(from);
        draw(List.of(right(from), y, middleX(to), y, middleX(to), bottom(to)), 0, -1);
        put(middleX(to), (y + bottom(to)) / 2, false);
    }

    private void draw(List<Double> points, double dx, double dy) {
        line.getPoints().setAll(points);
        var x = points.get(points.size() - 2);
        var y = points.getLast();
        head.getPoints()
                .setAll(
                        x,
                        y,
                        x - HEAD * dx - HEAD / 2 * dy,
                        y - HEAD * dy - HEAD / 2 * dx,
                        x - HEAD * dx + HEAD / 2 * dy,
                        y - HEAD * dy + HEAD / 2 * dx);
    }

    /// Puts the words over a level line, and beside an upright one.
    private void put(double x, double y, boolean isLevel) {
        label.autosize();
        if (isLevel) {
            label.relocate(x - label.getWidth() / 2, y - label.getHeight() - 1);
        } else {
            label.relocate(x + 6, y - label.getHeight() / 2);
        }
    }

    private static double middleX(Region card) {
        return card.getLayoutX() + card.getWidth() / 2;
    }

    private static double middleY(Region card) {
        return card.getLayoutY() + card.getHeight() / 2;
    }

    private static double right(Region card) {
        return card.getLayoutX() + card.getWidth();
    }

    private static double bottom(Region card) {
        return card.getLayoutY() + card.getHeight();
    }
}
