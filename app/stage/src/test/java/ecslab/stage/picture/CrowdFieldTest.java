package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.Ref;
import ecslab.stage.Selection;
import ecslab.stage.Story;
import ecslab.stage.picture.CrowdField.Marshal;
import ecslab.wire.text.Language;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many tasks are marks in a field: counted, told apart, and found.
class CrowdFieldTest {

    @ParameterizedTest
    @CsvSource({"1, 190, 40", "40, 190, 40", "420, 190, 40", "1700, 340, 90", "900, 60, 200"})
    void allMarksHaveRoomAndEachIsFoundWhereItStands(int count, double width, double height) {
        var marshal = Marshal.of(count, width, height);
        for (var i = 0; i < count; i++) {
            assertTrue(marshal.x(i) + marshal.mark() <= width, i + " of " + count);
            assertTrue(marshal.y(i) + marshal.mark() <= height, i + " of " + count);
            var middle = marshal.mark() / 2;
            assertEquals(i, marshal.indexAt(marshal.x(i) + middle, marshal.y(i) + middle));
        }
    }

    @Test
    void tasksAreCountedByStateAndTheChosenOneIsRinged() {
        var story = Story.empty("a", "b").cluster(0).definition(0).balancer(0);
        story.service(0, Story.WEB, 400, 400);
        for (var i = 1; i <= 400; i++) {
            story.running(i, 10, i % 2);
        }
        story.stop(7, 1_000, 1);
        Toolkit.onFx(() -> {
            var selection = new Selection();
            var view = Toolkit.view(Language.ENGLISH, selection);
            view.show(story.frameAt(5_000));
            Snapshot.png(view, 850, 446);
            var counts =
                    view.lookupAll(".crowd-counts").stream()
                            .map(label -> ((Label) label).getText())
                            .sorted()
                            .toList();
            assertEquals(List.of("199 RUNNING · 1 STOPPING", "200 RUNNING"), counts);
            assertEquals(0, rings(view));
            selection.choose(Ref.task(Story.id(7)));
            Snapshot.png(view, 850, 446);
            assertEquals(1, rings(view));
            return "found";
        });
    }

    private static long rings(StageView view) {
        return view.lookupAll(".crowd-ring").stream().filter(Node::isVisible).count();
    }
}
