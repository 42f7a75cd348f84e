package ecslab.stage.picture;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The upper line of a narrow card. The name tells a task from its like and is shown whole; the
/// state is an icon, and its word if there is room for all of it.
final class NameLine extends Pane {

    private static final double GAP = 3;

    private final Label name;
    private final FontIcon icon;
    private final Label state;

    NameLine(Label name, FontIcon icon, Label state) {
        this.name = name;
        this.icon = icon;
        this.state = state;
        setMinWidth(0);
    }

    /// Takes its parts from where they were.
    void gather() {
        getChildren().setAll(name, icon, state);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(Math.max(name.prefHeight(-1), state.prefHeight(-1)));
    }

    @Override
    protected void layoutChildren() {
        var iconWidth = Math.ceil(icon.getLayoutBounds().getWidth());
        var nameWidth = Math.ceil(name.prefWidth(-1));
        var stateWidth = Math.ceil(state.prefWidth(-1));
        var left = getWidth() - iconWidth - GAP;
        var hasRoom = nameWidth + stateWidth + GAP <= left;
        state.setVisible(hasRoom);
        var iconX = hasRoom ? left - stateWidth : getWidth() - iconWidth;
        place(name, 0, Math.min(nameWidth, Math.max(0, iconX - GAP)));
        icon.relocate(
                Math.floor(iconX),
                Math.rint((getHeight() - icon.getLayoutBounds().getHeight()) / 2));
        place(state, iconX + iconWidth + GAP, stateWidth);
    }

    private void place(Label label, double x, double width) {
        var height = Math.ceil(label.prefHeight(-1));
        label.resizeRelocate(Math.floor(x), Math.rint((getHeight() - height) / 2), width, height);
    }
}
