package ecslab.learn;

import ecslab.lesson.Focus;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Dims the parts of the window that a beat is not about. What is dimmed stays usable, and is
/// bright again while the pointer or the keyboard is in it.
public final class Spotlight {

    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    private final Map<Focus.Part, Node> parts;

    /// A light that is on everywhere.
    ///
    /// @param parts the nodes that stand for parts of the window; the picture is one of them
    public Spotlight(Map<Focus.Part, Node> parts) {
        this.parts = Map.copyOf(parts);
        parts.values().forEach(node -> node.getStyleClass().add("spotlit"));
    }

    /// Lights one thing.
    public void on(Focus focus) {
        parts.forEach((part, node) -> node.pseudoClassStateChanged(DIMMED, !isLit(part, focus)));
    }

    /// Lights everything.
    public void off() {
        parts.values().forEach(node -> node.pseudoClassStateChanged(DIMMED, false));
    }

    /// A thing of the run stands in the picture, and the JSON in the inspector.
    private static boolean isLit(Focus.Part part, Focus focus) {
        return switch (focus) {
            case Focus.Thing _ -> part == Focus.Part.STAGE;
            case Focus.Panel(var about) ->
                    part == about || (about == Focus.Part.JSON && part == Focus.Part.INSPECTOR);
        };
    }
}
