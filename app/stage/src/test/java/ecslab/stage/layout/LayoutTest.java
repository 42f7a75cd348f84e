package ecslab.stage.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import ecslab.stage.Story;
import ecslab.stage.cue.Tempo;
import ecslab.stage.layout.Place.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    private static Layout layout(Story story, long ms, double width, double height) {
        return Layout.of(story.stateAt(ms), Story.at(ms), width, height);
    }

    private static Story crowd(int tasks, String... zones) {
        var story = Story.empty(zones).cluster(0).definition(0).balancer(0);
        story.service(0, Story.WEB, tasks, tasks);
        for (var i = 1; i <= tasks; i++) {
            story.running(i, 10, i % zones.length);
        }
        return story;
    }

    private static List<Box> leaves(Layout layout) {
        return layout.boxes().entrySet().stream()
                .filter(entry -> !entry.getKey().part().isFrame())
                .map(Map.Entry::getValue)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 640, 388", "3, 640, 388", "10, 640, 388", "40, 640, 388", "200, 640, 388",
        "1000, 640, 388", "1, 1150, 708", "3, 1150, 708", "10, 1150, 708", "40, 1150, 708",
        "200, 1150, 708", "1000, 1150, 708"
    })
    void anyNumberOfTasksFitsWithoutOverlap(int tasks, double width, double height) {
        for (var zones : List.of(List.of("a"), List.of("a", "b"), List.of("a", "b", "c"))) {
            var layout = layout(crowd(tasks, zones.toArray(String[]::new)), 1_000, width, height);
            assertSound(layout, width, height);
            for (var i = 1; i <= tasks; i++) {
                var task = Ref.task(Story.id(i));
                assertTrue(layout.placeOf(task).isPresent(), task + " stands nowhere");
            }
        }
    }

    private static void assertSound(Layout layout, double width, double height) {
        var stage = new Box(0, 0, width, height);
        var leaves = leaves(layout);
        layout.boxes()
                .forEach((place, box) -> assertTrue(stage.contains(box), place + " at " + box));
        for (var i = 0; i < leaves.size(); i++) {
            for (var other : leaves.subList(i + 1, leaves.size())) {
                assertFalse(leaves.get(i).overlaps(other), leaves.get(i) + " and " + other);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "4", "9", "30"})
    void manyServicesFitWithoutOverlap(int services) {
        var story = crowd(3, "a", "b");
        for (var i = 1; i < services; i++) {
            story.service(20, new ServiceName("demo", "service-" + i), 2, 0);
        }
        var layout = layout(story, 1_000, 640, 388);

        assertSound(layout, 640, 388);
        assertTrue(layout.placeOf(Ref.service(Story.WEB)).isPresent());
    }

    @Test
    void theMoreTasksTheLessOfEach() {
        var details = new ArrayList<Detail>();
        for (var tasks : List.of(3, 10, 40, 1_000)) {
            details.addAll(layout(crowd(tasks, "a", "b"), 1_000, 640, 388).details().values());
        }
        assertEquals(List.of(Detail.CARD, Detail.CHIP, Detail.CROWD, Detail.CROWD), details);
    }

    @Test
    void seatsStayWhenOthersComeAndGo() {
        var story = Story.ofThree();
        var first = tasks(layout(story, 45_000, 640, 388));
        for (var ms = 45_000; ms < 152_000; ms += 500) {
            var now = tasks(layout(story, ms, 640, 388));
            now.forEach((place, box) ->
                    assertEquals(first.getOrDefault(place, box), box, () -> "" + place));
            now.forEach(first::putIfAbsent);
        }
        assertEquals(4, first.size());
    }

    @Test
    void aSeatThatStaysFreeIsGivenUpOnceAllIsCalm() {
        var story = Story.empty("a").cluster(0).service(0, Story.WEB, 2, 2);
        story.running(1, 10, 0).running(2, 10, 0).stop(1, 1_000, 0);
        var first = layout(story, 500, 640, 388).boxes().get(placeOf(1));
        var left = Tempo.STAGE.ghost().plus(Tempo.STAGE.calm()).toMillis() + 1_000;

        assertNotEquals(first, layout(story, left - 1, 640, 388).boxes().get(placeOf(2)));
        assertEquals(first.y(), layout(story, left + 10, 640, 388).boxes().get(placeOf(2)).y());
    }

    private static Map<Place, Box> tasks(Layout layout) {
        return layout.boxes().entrySet().stream()
                .filter(entry -> entry.getKey().part() == Part.TASK)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void aStoppedTaskKeepsItsSeatForAWhileAndThenLeaves() {
        var place = Place.of(Part.TASK, Story.id(1).hex());
        var story = Story.ofThree();

        assertTrue(layout(story, 91_900, 640, 388).box(place).isPresent());
        assertFalse(layout(story, 92_000, 640, 388).box(place).isPresent());
    }

    @Test
    void aSeatThatWasLeftIsTakenAgain() {
        var story = Story.empty("a").cluster(0).service(0, Story.WEB, 2, 2);
        story.running(1, 10, 0).running(2, 10, 0).stop(1, 1_000, 0).task(3, 40_000, 0);

        var left = layout(story, 5_000, 640, 388).boxes().get(placeOf(1));
        assertEquals(left, layout(story, 41_000, 640, 388).boxes().get(placeOf(3)));
    }

    private static Place placeOf(int number) {
        return Place.of(Part.TASK, Story.id(number).hex());
    }

    @Test
    void everyEmptyPlaceSaysWhatIsMissing() {
        var story = Story.empty("a", "b").cluster(1_000).balancer(2_000);

        assertTrue(has(layout(story, 0, 640, 388), Part.NO_CLUSTER));
        assertTrue(has(layout(story, 0, 640, 388), Part.NO_BALANCER));
        assertTrue(has(layout(story, 1_000, 640, 388), Part.NO_TASKS));
        assertFalse(has(layout(story, 2_000, 640, 388), Part.NO_BALANCER));
    }

    private static boolean has(Layout layout, Part part) {
        return layout.boxes().keySet().stream().anyMatch(place -> place.part() == part);
    }
}
