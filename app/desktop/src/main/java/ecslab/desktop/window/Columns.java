package ecslab.desktop.window;

import ecslab.desktop.home.Settings;
import ecslab.stage.panel.Inspector;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The run with the inspector at its right and, in a lesson, the lesson at its left. Their borders
/// can be moved; the inspector can be folded.
///
/// With a lesson beside it a narrow window has no room for the inspector, unless somebody asks.
final class Columns extends SplitPane {

    private static final double INSPECTOR_SHARE = 0.29;
    private static final double INSPECTOR_WIDTH = 400;
    private static final double FOLDED_WIDTH = 44;
    private static final double LESSON_SHARE = 0.3;
    private static final double LESSON_WIDTH = 400;

    /// From here on all three have room.
    private static final double WIDE = 1560;

    private final Region run;
    private final Inspector inspector;
    private Optional<Region> lesson = Optional.empty();
    private boolean isDecided;
    private Settings.Folding kept = Settings.Folding.UNDECIDED;
    private Consumer<Boolean> folds = _ -> {};
    private boolean isSettling;

    Columns(Region run, Inspector inspector) {
        this.run = run;
        this.inspector = inspector;
        getStyleClass().add("columns");
        SplitPane.setResizableWithParent(inspector, false);
        getItems().setAll(run, inspector);
        inspector.collapsed().addListener((_, _, _) -> folded());
        widthProperty().subscribe(this::settle);
    }

    /// Folds the inspector as the reader left it; beside a lesson only room decides, until the
    /// reader does.
    ///
    /// @param heard hears when the reader folds or unfolds it
    void keep(Settings.Folding before, Consumer<Boolean> heard) {
        kept = before;
        settle(getWidth());
        folds = heard;
    }

    /// Puts a lesson at the left, or nothing.
    void setLesson(Optional<Region> next) {
        lesson = next;
        isDecided = false;
        getItems().clear();
        next.ifPresent(region -> {
            SplitPane.setResizableWithParent(region, false);
            getItems().add(region);
        });
        getItems().addAll(run, inspector);
        settle(getWidth());
    }

    void showInspector() {
        inspector.collapsed().set(false);
    }

    void toggleInspector() {
        inspector.collapsed().set(!inspector.collapsed().get());
    }

    private void folded() {
        if (!isSettling) {
            isDecided = true;
            if (lesson.isEmpty()) {
                var isFolded = inspector.collapsed().get();
                kept = isFolded ? Settings.Folding.FOLDED : Settings.Folding.OPEN;
                folds.accept(isFolded);
            }
        }
        place();
    }

    /// Until somebody folds it or unfolds it, the window's width does.
    private void settle(Number width) {
        if (width.doubleValue() > 0 && !isDecided) {
            isSettling = true;
            inspector.collapsed().set(isFolded(width.doubleValue()));
            isSettling = false;
            place();
        }
    }

    private boolean isFolded(double width) {
        return lesson.isPresent() ? width < WIDE : kept == Settings.Folding.FOLDED;
    }

    private void place() {
        var width = Math.max(getWidth(), 1);
        var right = 1 - inspectorWidth(width) / width;
        if (lesson.isPresent()) {
            setDividerPositions(Math.min(LESSON_SHARE, LESSON_WIDTH / width), right);
        } else {
            setDividerPositions(right);
        }
    }

    private double inspectorWidth(double width) {
        return inspector.collapsed().get()
                ? FOLDED_WIDTH
                : Math.min(INSPECTOR_SHARE * width, INSPECTOR_WIDTH);
    }
}
