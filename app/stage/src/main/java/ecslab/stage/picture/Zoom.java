package ecslab.stage.picture;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/// The window onto the picture: at 100 % the whole picture fits; closer, it can be moved about.
final class Zoom {

    private static final double STEP = 1.25;
    private static final double MAX = 4;

    /// The picture is never laid out for less.
    private static final double WIDTH_MIN = 600;

    private static final double HEIGHT_MIN = 340;

    private final Pane content = new Pane();
    private final Pane window = new Pane(content);
    private final Rectangle clip = new Rectangle();
    private final Scale scale = new Scale(1, 1);
    private double magnified = 1;
    private double zoom = 1;
    private double dragX;
    private double dragY;

    Zoom() {
        content.setManaged(false);
        content.getTransforms().add(scale);
        content.getStyleClass().add("stage-content");
        window.setClip(clip);
        window.addEventHandler(MouseEvent.MOUSE_PRESSED, this::takeHold);
        window.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        window.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    Node node() {
        return window;
    }

    void setAll(List<Node> nodes) {
        content.getChildren().setAll(nodes);
        content.applyCss();
    }

    double width() {
        return content.getWidth();
    }

    double height() {
        return content.getHeight();
    }

    /// Whether the picture has another size now.
    ///
    /// @param textScale how much larger text is than usual: the picture grows with it, and is laid
    ///   out as for a smaller window
    boolean resize(double width, double height, double top, double textScale) {
        window.resizeRelocate(0, top, width, height);
        clip.setWidth(width);
        clip.setHeight(height);
        var room = Math.min(width / WIDTH_MIN, height / HEIGHT_MIN);
        magnified = Math.max(1, Math.min(textScale, room));
        var nextWidth = Math.rint(width / magnified);
        var nextHeight = Math.rint(height / magnified);
        zoomTo(zoom, 0, 0);
        if (content.getWidth() == nextWidth && content.getHeight() == nextHeight) {
            return false;
        }
        content.resize(nextWidth, nextHeight);
        moveTo(content.getLayoutX(), content.getLayoutY());
        return true;
    }

    void in() {
        zoomTo(zoom * STEP, window.getWidth() / 2, window.getHeight() / 2);
    }

    void out() {
        zoomTo(zoom / STEP, window.getWidth() / 2, window.getHeight() / 2);
    }

    void fit() {
        zoomTo(1, 0, 0);
    }

    /// Moves the picture until a thing is seen, if it isn't.
    void reveal(Bounds thing) {
        var left = content.getLayoutX() + thing.getMinX() * scale.getX();
        var top = content.getLayoutY() + thing.getMinY() * scale.getY();
        var width = thing.getWidth() * scale.getX();
        var height = thing.getHeight() * scale.getY();
        moveTo(
                content.getLayoutX() + inside(left, width, window.getWidth()),
                content.getLayoutY() + inside(top, height, window.getHeight()));
    }

    /// How far to move what begins at `start`, so that it lies within `room`.
    private static double inside(double start, double length, double room) {
        if (start < 0 || length > room) {
            return -start;
        }
        return Math.min(0, room - start - length);
    }

    /// By key code, so that it works under a Korean keyboard layout too. With Ctrl, the same keys
    /// are the window's: they set the size of its text.
    void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        var code = event.getCode();
        if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            in();
            event.consume();
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            out();
            event.consume();
        } else if (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0) {
            fit();
            event.consume();
        }
    }

    /// What lies at a point of the window stays there.
    private void zoomTo(double wanted, double x, double y) {
        zoom = Math.clamp(wanted, 1, MAX);
        var next = zoom * magnified;
        var growth = next / scale.getX();
        scale.setX(next);
        scale.setY(next);
        moveTo(x - (x - content.getLayoutX()) * growth, y - (y - content.getLayoutY()) * growth);
    }

    private void moveTo(double x, double y) {
        var leastX = window.getWidth() - content.getWidth() * scale.getX();
        var leastY = window.getHeight() - content.getHeight() * scale.getY();
        content.relocate(
                Math.rint(Math.clamp(x, Math.min(0, leastX), 0)),
                Math.rint(Math.clamp(y, Math.min(0, leastY), 0)));
    }

    private void takeHold(MouseEvent event) {
        dragX = event.getX() - content.getLayoutX();
        dragY = event.getY() - content.getLayoutY();
    }

    private void drag(MouseEvent event) {
        moveTo(event.getX() - dragX, event.getY() - dragY);
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            var wanted = event.getDeltaY() > 0 ? zoom * STEP : zoom / STEP;
            zoomTo(wanted, event.getX(), event.getY());
        } else {
            moveTo(
                    content.getLayoutX() + event.getDeltaX(),
                    content.getLayoutY() + event.getDeltaY());
        }
    }
}
