package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import ecslab.stage.Story;
import ecslab.wire.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;

/// WCAG 2.2: text stands out from its ground by 4.5 to 1, graphics by 3 to 1.
class ContrastTest {

    private static final double TEXT_MIN = 4.5;
    private static final double GRAPHICS_MIN = 3;

    /// Six pictures, each with dozens.
    private static final int LOOKED_MIN = 240;

    private int looked;

    @AfterEach
    void wearTheUsual() {
        Toolkit.onFx(() -> {
            Toolkit.wear(new PrimerDark());
            return "dark";
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyWordAndIconStandsOut(boolean isDark) {
        var theme = isDark ? new PrimerDark() : new PrimerLight();
        var weak =
                Toolkit.onFx(() -> {
                    Toolkit.wear(theme);
                    var found = new TreeSet<String>();
                    for (var ms : List.of(500, 22_000, 29_000, 35_800, 61_000, 70_500)) {
                        found.addAll(weakAt(ms, theme));
                    }
                    assertTrue(looked > LOOKED_MIN, looked + " words and icons");
                    return found;
                });
        assertEquals(new TreeSet<String>(), weak);
    }

    private List<String> weakAt(int ms, Theme theme) {
        var view = Toolkit.view(Language.ENGLISH);
        view.show(Story.ofThree().frameAt(ms));
        Snapshot.png(view, 1150, 740);
        var weak = new ArrayList<String>();
        collect(view, Color.TRANSPARENT, weak, theme.getName());
        return weak;
    }

    private void collect(Node node, Color ground, List<String> weak, String theme) {
        if (!node.isVisible()) {
            return;
        }
        var here = node instanceof Region region ? groundOf(region, ground) : ground;
        if (node instanceof Label label && !label.getText().isEmpty()) {
            check((Color) label.getTextFill(), here, TEXT_MIN, theme + ": " + label, weak);
        }
        if (node instanceof FontIcon icon) {
            check((Color) icon.getIconColor(), here, GRAPHICS_MIN, theme + ": " + icon, weak);
        }
        if (node instanceof Parent parent) {
            for (var child : List.copyOf(parent.getChildrenUnmodifiable())) {
                collect(child, under(child, here), weak, theme);
            }
        }
    }

    /// Actors lie beside each other in the scene graph, and above each other on the screen: what a
    /// card shows as its ground is opaque, and frames without one lie on a zone.
    private static Color under(Node child, Color here) {
        return child.getStyleClass().contains("area") || child.getStyleClass().contains("card")
                ? ground(child, "-color-bg-default")
                : here;
    }

    private static Color ground(Node node, String name) {
        var probe = new Region();
        probe.setStyle("-fx-background-color: " + name + ";");
        ((Pane) node.getParent()).getChildren().add(probe);
        probe.applyCss();
        var fill = (Color) probe.getBackground().getFills().getFirst().getFill();
        ((Pane) node.getParent()).getChildren().remove(probe);
        return fill;
    }

    private static Color groundOf(Region region, Color ground) {
        if (region.getBackground() == null || region.getBackground().getFills().isEmpty()) {
            return ground;
        }
        return over((Color) region.getBackground().getFills().getLast().getFill(), ground);
    }

    private static Color over(Color top, Color below) {
        return below.interpolate(
                Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
    }

    private void check(Color ink, Color ground, double least, String what, List<String> weak) {
        looked++;
        var contrast = contrast(ink, ground);
        if (contrast < least) {
            weak.add(String.format(Locale.ROOT, "%.2f %s on %s %s", contrast, ink, ground, what));
        }
    }

    static double contrast(Color a, Color b) {
        var lighter = Math.max(luminance(a), luminance(b));
        var darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    @Test
    void aWeakContrastIsFound() {
        assertEquals(21, contrast(Color.BLACK, Color.WHITE), 0.01);
        assertTrue(contrast(Color.GRAY, Color.DARKGRAY) < GRAPHICS_MIN);
    }
}
