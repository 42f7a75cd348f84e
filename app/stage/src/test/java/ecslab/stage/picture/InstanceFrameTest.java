package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.NetworkBinding;
import ecslab.stage.Ec2Story;
import ecslab.stage.Story;
import ecslab.wire.text.Language;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class InstanceFrameTest {

    private static final NetworkBinding BINDING = new NetworkBinding("0.0.0.0", 80, 32768, "tcp");

    private static StageView shown(Language language, int tasks, int width, int height) {
        var view = Toolkit.view(language);
        view.show(Ec2Story.of(tasks).frameAt(10_000));
        Snapshot.png(view, width, height);
        return view;
    }

    private static List<String> spoken(StageView view, String styleClass) {
        return view.lookupAll("." + styleClass).stream()
                .filter(Node::isVisible)
                .map(Node::getAccessibleText)
                .sorted()
                .toList();
    }

    @Test
    void eachSaysWhatItIsWhetherItTakesTasksAndWhatIsReserved() {
        Toolkit.onFx(() -> {
            assertEquals(
                    List.of(
                            "web#1, t3.medium · i-0a1b…, ACTIVE, CPU 2048/2048,"
                                    + " memory 2048/3884 MiB, ENIs 0/2, ports 5/100,"
                                    + " :32768 :32769 +1",
                            "web#2, t3.medium · i-0a1b…, DRAINING, CPU 1024/2048,"
                                    + " memory 1024/3884 MiB, ENIs 0/2, ports 5/100, :32768",
                            "web#3, t3.medium · i-0a1b…, agent disconnected, CPU 512/2048,"
                                    + " memory 512/3884 MiB, ENIs 0/2, ports 5/100",
                            "web#4, t3.medium · i-0a1b…, pending"),
                    spoken(shown(Language.ENGLISH, 3, 1150, 740), "instance-frame"));
            return "said";
        });
    }

    @Test
    void whatWaitsSaysSo() {
        Toolkit.onFx(() -> {
            var view = shown(Language.ENGLISH, 3, 1150, 740);
            assertEquals(
                    List.of("Waiting for capacity, 2 tasks have no instance yet"),
                    spoken(view, "area-waiting"));
            assertTrue(
                    spoken(view, "task-card").stream()
                            .anyMatch(
                                    said -> said.startsWith("Task web#4, PROVISIONING, no inst")));
            return "said";
        });
    }

    @Test
    void taskSaysTheHostPortThatLeadsToIt() {
        Toolkit.onFx(() -> {
            var story = Ec2Story.of(1);
            var task = story.stateAt(2_000).tasks().get(Story.id(1));
            var bound = task.containers().getFirst().withNetworkBindings(List.of(BINDING));
            story.add(
                    new TaskStateChange(
                            Story.at(5_000),
                            task.withNetworkInterfaces(List.of()).withContainers(List.of(bound))));
            var view = Toolkit.view(Language.ENGLISH);
            view.show(story.frameAt(10_000));
            Snapshot.png(view, 1150, 740);
            assertTrue(
                    spoken(view, "task-card").stream()
                            .anyMatch(said -> said.contains(", :32768 → 80.")));
            return "said";
        });
    }

    @Test
    void numbersStandAboveTheirBarsInFull() {
        for (var language : List.of(Language.ENGLISH, Language.KOREAN)) {
            for (var width : List.of(849, 1150)) {
                Toolkit.onFx(() -> {
                    var view = shown(language, 3, width, width * 3 / 5);
                    var all =
                            view.lookupAll(".meter-words").stream()
                                    .map(Label.class::cast)
                                    .filter(words -> !words.getText().isEmpty())
                                    .toList();
                    assertEquals(3 * 4, all.size());
                    for (var words : all) {
                        assertTrue(words.getWidth() + 0.5 >= words.prefWidth(-1), words.getText());
                        assertTrue(words.getHeight() >= 12, words.getText());
                    }
                    return "whole";
                });
            }
        }
    }
}
