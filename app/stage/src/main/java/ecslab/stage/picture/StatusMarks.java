package ecslab.stage.picture;

import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// All marks of a state as one shape. Its form tells whether tasks come, run, go or have gone: a
/// hollow square, a whole one, half of one, or a dash.
final class StatusMarks {

    private final Path path = new Path();
    private final List<PathElement> elements = new ArrayList<>();
    private final TaskStatus status;

    StatusMarks(TaskStatus status) {
        this.status = status;
        path.getStyleClass().addAll("task-look", "crowd-mark");
        path.setFillRule(FillRule.EVEN_ODD);
        path.setManaged(false);
        path.setMouseTransparent(true);
        TaskLooks.status(path, status);
    }

    Node node() {
        return path;
    }

    void clear() {
        elements.clear();
    }

    void add(double x, double y, double size) {
        switch (status) {
            case PROVISIONING, PENDING, ACTIVATING -> {
                var edge = Math.max(1, Math.rint(size / 5));
                square(x, y, size, size);
                square(x + edge, y + edge, size - 2 * edge, size - 2 * edge);
            }
            case RUNNING -> square(x, y, size, size);
            case DEACTIVATING, STOPPING, DEPROVISIONING -> half(x, y, size);
            case STOPPED -> square(x, y + Math.rint(size / 2), size, Math.max(1, size / 5));
        }
    }

    void draw() {
        path.getElements().setAll(elements);
    }

    private void square(double x, double y, double width, double height) {
        if (width > 0) {
            elements.add(new MoveTo(x, y));
            elements.add(new LineTo(x + width, y));
            elements.add(new LineTo(x + width, y + height));
            elements.add(new LineTo(x, y + height));
            elements.add(new ClosePath());
        }
    }

    private void half(double x, double y, double size) {
        elements.add(new MoveTo(x, y));
        elements.add(new LineTo(x, y + size));
        elements.add(new LineTo(x + size, y + size));
        elements.add(new ClosePath());
    }
}
