package ecslab.learn.home;

import ecslab.learn.home.LessonsHome.Progress;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One segment for each step of a lesson: gone through, the one to go on with, or still to come.
final class StepBar extends HBox {

    StepBar(int steps, Progress progress) {
        getStyleClass().add("step-bar");
        for (var i = 1; i <= steps; i++) {
            var segment = new Region();
            segment.getStyleClass().addAll("segment", look(i, progress));
            HBox.setHgrow(segment, Priority.ALWAYS);
            getChildren().add(segment);
        }
    }

    private static String look(int step, Progress progress) {
        if (step <= progress.done() || progress.finished()) {
            return "segment-done";
        }
        return step == progress.step() ? "segment-begun" : "segment-ahead";
    }
}
