package ecslab.stage.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.Ec2Story;
import ecslab.stage.Story;
import ecslab.stage.layout.Place.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ec2LayoutTest {

    private static Layout layout(Story story, double width, double height) {
        return Layout.of(story.stateAt(10_000), Story.at(10_000), width, height);
    }

    @Test
    void tasksStandInTheInstanceThatRunsThem() {
        var layout = layout(Ec2Story.of(3), 1150, 708);
        for (var number = 1; number <= 3; number++) {
            var instance = Place.of(Part.INSTANCE, Ec2Story.instanceId(number % 3));
            var task = Place.of(Part.TASK, Story.id(number).hex());
            var frame = layout.box(instance).orElseThrow();
            assertTrue(frame.contains(layout.box(task).orElseThrow()), "task " + number);
        }
    }

    @Test
    void tasksWithoutAnInstanceWaitInAPlaceOfTheirOwn() {
        var layout = layout(Ec2Story.of(3), 1150, 708);
        var waiting = layout.box(Place.of(Part.WAITING, "demo")).orElseThrow();
        for (var number = 4; number <= 5; number++) {
            var task = Place.of(Part.TASK, Story.id(number).hex());
            assertTrue(waiting.contains(layout.box(task).orElseThrow()), "task " + number);
        }
        assertFalse(
                layout(Story.ofThree(), 1150, 708)
                        .boxes()
                        .containsKey(Place.of(Part.WAITING, "demo")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 640, 388",
        "3, 640, 388",
        "12, 640, 388",
        "90, 640, 388",
        "3, 850, 430",
        "12, 850, 430",
        "3, 1150, 708",
        "12, 1150, 708",
        "90, 1150, 708"
    })
    void everyTaskStandsSomewhereAndNothingOverlaps(int tasks, double width, double height) {
        var layout = layout(Ec2Story.of(tasks), width, height);
        for (var number = 1; number <= tasks + 2; number++) {
            assertTrue(layout.placeOf(Ref.task(Story.id(number))).isPresent(), "task " + number);
        }
        var cluster = layout.box(Place.of(Part.CLUSTER, "demo")).orElseThrow();
        var things =
                layout.boxes().entrySet().stream()
                        .filter(entry -> isInCluster(entry.getKey().part()))
                        .map(Map.Entry::getValue)
                        .toList();
        for (var one : things) {
            assertTrue(cluster.contains(one), one + " leaves " + cluster);
            for (var other : things) {
                var isNested = one.contains(other) || other.contains(one);
                assertFalse(!isNested && one.overlaps(other), one + " and " + other);
            }
        }
    }

    private static boolean isInCluster(Part part) {
        return part == Part.BAND
                || part == Part.INSTANCE
                || part == Part.WAITING
                || part == Part.TASK;
    }

    @Test
    void howeverManyInstancesThereAreNoneIsForgotten() {
        for (var machines : List.of(1, 4, 12, 40, 150, 1_000)) {
            for (var size : List.of(new double[] {640, 388}, new double[] {1150, 708})) {
                var story = Ec2Story.fleet(machines);
                var layout = layout(story, size[0], size[1]);
                for (var i = 0; i < machines; i++) {
                    var ref = Ref.of(Kind.INSTANCE, Ec2Story.instanceId(i));
                    var place = layout.placeOf(ref);
                    assertTrue(place.isPresent(), machines + " instances, the " + i + "th");
                    assertTrue(
                            new Box(0, 0, size[0], size[1])
                                    .contains(layout.box(place.get()).orElseThrow()));
                }
                assertTrue(layout.box(Place.of(Part.GROUP, "pool")).isPresent());
            }
        }
    }

    @Test
    void aGroupStandsAroundItsInstances() {
        var layout = layout(Ec2Story.fleet(4), 1150, 708);
        var group = layout.box(Place.of(Part.GROUP, "pool")).orElseThrow();
        for (var i = 0; i < 4; i++) {
            var place = Place.of(Part.INSTANCE, Ec2Story.instanceId(i));
            assertTrue(group.contains(layout.box(place).orElseThrow()), place.toString());
        }
    }

    @Test
    void anInstanceIsLitWithItsTasks() {
        var story = Ec2Story.of(3);
        var state = story.stateAt(10_000);
        var where = new Whereabouts(state, layout(story, 1150, 708));
        var instance = Ref.of(Kind.INSTANCE, Ec2Story.instanceId(1));
        var lit = Lit.find(instance, where).orElseThrow();
        assertEquals(Optional.of(lit.at()), where.find(instance, instance));
        assertTrue(lit.has(Place.of(Part.TASK, Story.id(1).hex())));
        assertFalse(lit.has(Place.of(Part.TASK, Story.id(2).hex())));
    }
}
