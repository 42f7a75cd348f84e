package ecslab.stage.picture;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// How much of something is taken: in words, and below them as a bar.
final class Meter extends Pane {

    private static final double BAR = 4;

    private final Label words = Parts.label("meter-words");
    private final Region track = new Region();
    private final Region fill = new Region();
    private List<String> forms = List.of("");
    private double share;

    Meter() {
        getStyleClass().add("meter");
        track.getStyleClass().add("meter-track");
        fill.getStyleClass().add("meter-fill");
        getChildren().addAll(words, track, fill);
        setMinWidth(0);
    }

    /// @param longestFirst the same in more and in fewer words
    /// @param taken at most `all`
    void show(List<String> longestFirst, int taken, int all) {
        var isFull = taken >= all && all > 0;
        var next = all == 0 ? 0 : Math.clamp((double) taken / all, 0, 1);
        if (!longestFirst.equals(forms) || next != share) {
            forms = List.copyOf(longestFirst);
            share = next;
            requestLayout();
        }
        pseudoClassStateChanged(TaskLooks.BAD, isFull);
    }

    /// In full.
    String words() {
        return forms.getFirst();
    }

    /// How many ways there are to say it.
    int forms() {
        return forms.size();
    }

    /// @param form 0 for the longest
    double widthOf(int form) {
        return TextWidths.of(words, forms.get(form));
    }

    void say(int form) {
        words.setText(forms.get(form));
    }

    @Override
    protected void layoutChildren() {
        var height = Math.max(0, getHeight() - BAR);
        words.resizeRelocate(0, 0, getWidth(), height);
        track.resizeRelocate(0, height, getWidth(), BAR);
        fill.resizeRelocate(0, height, Math.rint(getWidth() * share), BAR);
    }
}
