package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.stage.layout.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The users on the internet, outside AWS, and how they fare.
final class UsersRow implements Actor {

    private static final int FACES = 5;

    /// Between faces and words, in distances between faces: a mark has room there.
    private static final double BESIDE = 0.75;

    private final List<FontIcon> faces = new ArrayList<>();
    private final Label rate = Parts.word("users-rate");
    private final Label served = Parts.word("users-served");
    private final Label failed = Parts.word("users-failed");
    private final Region left = Parts.row(rate);
    private final Label took = Parts.label("users-took");
    private final Region right = Parts.row(served, failed, took);
    private final Box box = new Box();
    private double spacing;

    /// Stands the faces where requests set out.
    private final class Box extends Pane {

        Box() {
            getStyleClass().add("users-row");
        }

        @Override
        protected void layoutChildren() {
            var middle = getWidth() / 2;
            for (var i = 0; i < faces.size(); i++) {
                place(faces.get(i), middle + (i - (FACES - 1) / 2.0) * spacing);
            }
            var edge = spacing * (FACES / 2.0 + BESIDE);
            var height = snapSizeY(left.prefHeight(-1));
            var y = snapPositionY((getHeight() - height) / 2);
            var room = Math.max(0, middle - edge);
            var width = Math.min(room, left.prefWidth(-1));
            left.resizeRelocate(snapPositionX(middle - edge - width), y, width, height);
            right.resizeRelocate(snapPositionX(middle + edge), y, room, height);
        }

        private void place(FontIcon face, double center) {
            var bounds = face.getLayoutBounds();
            face.relocate(
                    Math.rint(center - bounds.getWidth() / 2),
                    Math.rint((getHeight() - bounds.getHeight()) / 2));
        }
    }

    UsersRow() {
        for (var i = 0; i < FACES; i++) {
            faces.add(Parts.icon("users-face"));
        }
        box.getChildren().addAll(faces);
        box.getChildren().addAll(left, right);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        if (spacing != moment.layout().measure().userSpacing()) {
            spacing = moment.layout().measure().userSpacing();
            box.requestLayout();
        }
        var requests = moment.state().requests();
        rate.setText(
                requests.sent() == 0
                        ? moment.say("picture.users")
                        : moment.say("picture.users.rate", "rate", moment.flow().sent()));
        served.setText(moment.say("picture.users.served", "count", requests.succeeded()));
        failed.setText(moment.say("picture.users.failed", "count", requests.failed()));
        Parts.present(served, requests.sent() > 0);
        Parts.present(failed, requests.sent() > 0);
        var worst = moment.flow().worst().filter(_ -> requests.failed() > 0);
        if (worst.isPresent() && worst.get() > 0) {
            failed.setText(failed.getText() + " · HTTP " + worst.get());
        }
        took(moment);
        failed.pseudoClassStateChanged(TaskLooks.BAD, requests.failed() > 0);
        box.setAccessibleText(
                requests.sent() == 0
                        ? rate.getText()
                        : rate.getText() + ", " + served.getText() + ", " + failed.getText());
    }

    /// How long the last seconds' requests took.
    private void took(Moment moment) {
        var latencies = moment.flow().latencies();
        Parts.present(took, latencies.count() > 0);
        took.setText(
                moment.say(
                        "picture.users.took",
                        "p50",
                        latencies.percentile(50).toMillis(),
                        "p95",
                        latencies.percentile(95).toMillis(),
                        "p99",
                        latencies.percentile(99).toMillis()));
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.empty();
    }
}
