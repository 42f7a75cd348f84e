package ecslab.stage.picture;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// How much of something is taken: in words, and below them as a bar.
final class Meter extends Pane {

    private static final double BAR = 4;

    private final Label words = Parts.label("meter-words");
    private final Region track = new Region();
    private final Region fill = new Region();
    private double share;

    Meter() {
        getStyleClass().add("meter");
        track.getStyleClass().add("meter-track");
        fill.getStyleClass().add("meter-fill");
        getChildren().addAll(words, track, fill);
        setMinWidth(0);
    }

    /// @param taken at most `all`
    void show(String text, int taken, int all) {
        words.setText(text);
        share = all == 0 ? 0 : Math.clamp((double) taken / all, 0, 1);
        pseudoClassStateChanged(TaskLooks.BAD, taken >= all && all > 0);
        requestLayout();
    }

    String words() {
        return words.getText();
    }

    @Override
    protected void layoutChildren() {
        var height = Math.max(0, getHeight() - BAR);
        words.resizeRelocate(0, 0, getWidth(), height);
        track.resizeRelocate(0, height, getWidth(), BAR);
        fill.resizeRelocate(0, height, Math.rint(getWidth() * share), BAR);
    }

    @Override
    protected double computePrefWidth(double height) {
        return words.prefWidth(-1);
    }
}
