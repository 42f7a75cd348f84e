package ecslab.stage.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide words are. Measuring costs more than remembering.
final class TextWidths {

    /// Of more words, none is remembered: most would be counts that don't come again.
    private static final int KNOWN_MAX = 2_000;

    private static final Map<Written, Double> KNOWN = new HashMap<>();
    private static final Text RULER = new Text();

    private record Written(Font font, String words) {}

    private TextWidths() {}

    /// Needs the FX thread, and a label that has its style.
    static double of(Labeled label, String words) {
        if (KNOWN.size() > KNOWN_MAX) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(new Written(label.getFont(), words), TextWidths::measure);
    }

    private static double measure(Written written) {
        RULER.setFont(written.font());
        RULER.setText(written.words());
        return Math.ceil(RULER.getLayoutBounds().getWidth());
    }

    /// The first of the words that has room, or else the last.
    static String fitting(Labeled label, double room, List<String> longestFirst) {
        for (var words : longestFirst) {
            if (of(label, words) <= room) {
                return words;
            }
        }
        return longestFirst.getLast();
    }
}
