package ecslab.stage.picture;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Meters side by side, each in as many words as there is room for all.
final class MeterRow extends Pane {

    private static final double SIDE = 6;
    private static final double GAP = 8;

    private final List<Meter> meters;

    MeterRow(List<Meter> meters) {
        this.meters = List.copyOf(meters);
        getStyleClass().add("instance-meters");
        getChildren().setAll(meters);
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        var shown = meters.stream().filter(Node::isManaged).toList();
        if (shown.isEmpty()) {
            return;
        }
        var room = getWidth() - 2 * SIDE - (shown.size() - 1) * GAP;
        var form = 0;
        var forms = shown.stream().mapToInt(Meter::forms).min().orElse(1);
        while (form < forms - 1 && width(shown, form) > room) {
            form++;
        }
        var spare = (room - width(shown, form)) / shown.size();
        var x = SIDE;
        for (var meter : shown) {
            var width = Math.floor(meter.widthOf(form) + spare);
            meter.say(form);
            meter.resizeRelocate(x, 0, width, getHeight());
            x += width + GAP;
        }
    }

    private static double width(List<Meter> shown, int form) {
        return shown.stream().mapToDouble(meter -> meter.widthOf(form)).sum();
    }
}
