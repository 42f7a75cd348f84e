package ecslab.stage.picture;

import ecslab.ecs.model.Task;
import ecslab.stage.layout.Measure;
import ecslab.stage.picture.ContainerChip.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// The containers of a task, inside its card: under each other where there is room, else side by
/// side in what its line has left; where not one fits, a [ContainerTally] counts them.
final class ContainersPane extends Pane {

    private static final double GAP = 4;

    private final List<ContainerChip> chips = new ArrayList<>();
    private final Label more = Parts.word("containers-more");
    private final ContainerTally tally = new ContainerTally();
    private int count;
    private boolean isList;
    private Measure measure = Measure.COMPACT;

    ContainersPane() {
        setMinWidth(0);
        getChildren().addAll(more, tally.node());
    }

    /// @param list whether each has a line of its own
    void say(Moment moment, Task task, boolean list) {
        var containers = task.containers();
        measure = moment.layout().measure();
        isList = list;
        tally.say(moment, task);
        count = containers.size();
        while (chips.size() < Math.min(count, Measure.CONTAINERS_MAX)) {
            var chip = new ContainerChip();
            chips.add(chip);
            getChildren().add(chip.node());
        }
        for (var i = 0; i < chips.size(); i++) {
            chips.get(i).node().setVisible(i < count);
            if (i < count) {
                chips.get(i).say(moment, containers.get(i), list || count > 1);
            }
        }
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return isList
                ? measure.containerRows(count, getWidth()) * measure.container() - GAP / 2
                : measure.container() - 1.5 * GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        tally.node().setVisible(false);
        if (isList) {
            stack();
        } else {
            line();
        }
    }

    private void stack() {
        var abreast = measure.containersAbreast(count, getWidth());
        var width = Math.floor((getWidth() - (abreast - 1) * GAP) / abreast);
        var shown = Math.min(count, chips.size());
        for (var i = 0; i < shown; i++) {
            var chip = chips.get(i);
            var makesWay = shown < count && i == shown - 1;
            var own = makesWay ? width - restWidth(shown) - GAP : width;
            chip.take(widest(chip, own));
            chip.node()
                    .resizeRelocate(
                            i % abreast * (width + GAP),
                            Math.floorDiv(i, abreast) * measure.container(),
                            own,
                            measure.container() - GAP / 2);
        }
        restAt(shown, getWidth());
    }

    private static Words widest(ContainerChip chip, double width) {
        for (var words : Words.values()) {
            if (chip.widthWith(words) <= width) {
                return words;
            }
        }
        return Words.NAME;
    }

    /// All with as many words as fit; with the fewest, as many as fit.
    private void line() {
        var shown = Math.min(count, chips.size());
        var words = Words.NAME;
        for (var each : List.of(Words.FEW, Words.NAME)) {
            if (widthOf(shown, each) <= getWidth()) {
                words = each;
                break;
            }
        }
        while (shown > 0 && widthOf(shown, words) > getWidth()) {
            shown--;
        }
        var x = getWidth() - widthOf(shown, words);
        for (var i = 0; i < chips.size(); i++) {
            var chip = chips.get(i);
            chip.node().setVisible(i < shown);
            chip.take(words);
            var width = Math.ceil(chip.node().prefWidth(-1));
            chip.node().resizeRelocate(Math.floor(x), 0, width, getHeight());
            x += i < shown ? width + GAP : 0;
        }
        if (shown > 0) {
            restAt(shown, getWidth());
        } else {
            tallyAt(getWidth());
        }
    }

    /// "+2" tells nothing where no other container stands beside it.
    private void tallyAt(double right) {
        more.setVisible(false);
        var width = Math.ceil(tally.node().prefWidth(-1));
        tally.node().setVisible(tally.saysMore() && width <= getWidth());
        tally.node().resizeRelocate(right - width, 0, width, getHeight());
    }

    private double widthOf(int shown, Words words) {
        if (shown == 0) {
            return 0;
        }
        var width = shown < count ? restWidth(shown) : -GAP;
        for (var chip : chips.subList(0, shown)) {
            width += Math.ceil(chip.widthWith(words)) + GAP;
        }
        return width;
    }

    private double restWidth(int shown) {
        more.setText("+" + (count - shown));
        return Math.ceil(more.prefWidth(-1));
    }

    /// How many aren't shown, at the right end.
    private void restAt(int shown, double right) {
        var width = restWidth(shown);
        more.setVisible(shown < count && width <= getWidth());
        var height = more.prefHeight(-1);
        more.resizeRelocate(right - width, getHeight() - height, width, height);
    }
}
