package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.stage.Story;
import ecslab.wire.text.Language;
import java.util.List;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class CaptionsTest {

    /// Text boxes are higher than what is written in them.
    private static final double LEADING = 3;

    private int seen;

    @Test
    void wordsThatStayAMomentCoverNoOthers() {
        for (var width : List.of(640, 849, 1150)) {
            Toolkit.onFx(() -> {
                var view = Toolkit.view(Language.ENGLISH);
                view.show(Story.ofThree().frameAt(20_000));
                Snapshot.png(view, width, width * 3 / 5);
                var covered = new TreeSet<String>();
                for (var ms = 44_500; ms < 72_000; ms += 500) {
                    view.show(Story.ofThree().frameAt(ms));
                    Snapshot.png(view, width, width * 3 / 5);
                    collect(view, covered);
                }
                assertEquals(new TreeSet<String>(), covered, "at " + width);
                assertTrue(seen > 0);
                return "clear";
            });
        }
    }

    private void collect(StageView view, TreeSet<String> covered) {
        var texts = view.lookupAll(".text").stream().filter(CaptionsTest::isShown).toList();
        for (var tag : view.lookupAll(".caption-tag")) {
            if (!tag.isVisible()) {
                continue;
            }
            seen++;
            for (var text : texts) {
                if (text.getParent() != tag && inked(text).intersects(place(tag))) {
                    covered.add(((Label) tag).getText() + " on " + text);
                }
            }
        }
    }

    private static boolean isShown(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible() || each.getOpacity() == 0) {
                return false;
            }
        }
        return true;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds inked(Node text) {
        var all = place(text);
        return new BoundingBox(
                all.getMinX(),
                all.getMinY() + LEADING,
                all.getWidth(),
                Math.max(0, all.getHeight() - 2 * LEADING));
    }
}
