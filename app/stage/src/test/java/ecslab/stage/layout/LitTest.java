package ecslab.stage.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.Story;
import ecslab.stage.layout.Place.Part;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LitTest {

    private static final Story STORY = Story.ofThree();
    private static final Ref FIRST = Ref.task(Story.id(1));

    private static Optional<Lit> find(Story story, Ref ref, long ms) {
        var state = story.stateAt(ms);
        var layout = Layout.of(state, Story.at(ms), 1150, 708);
        return Lit.find(ref, new Whereabouts(state, layout));
    }

    private static Optional<Place> placeOf(Ref ref, long ms) {
        return find(STORY, ref, ms).map(Lit::at);
    }

    @Test
    void aServiceIsLitWithItsTasksAndNothingElse() {
        var lit = find(STORY, Ref.service(Story.WEB), 58_000).orElseThrow();
        assertTrue(lit.has(Place.of(Part.BAND, "demo/web")));
        for (var number = 1; number <= 3; number++) {
            assertTrue(lit.has(Place.of(Part.TASK, Story.id(number).hex())), "task " + number);
        }
        assertEquals(4, lit.within().size());
    }

    @Test
    void aClusterIsLitWithAllThatLiesInIt() {
        var lit = find(STORY, Ref.of(Kind.CLUSTER, "demo"), 58_000).orElseThrow();
        var parts =
                lit.within().stream()
                        .collect(Collectors.groupingBy(Place::part, Collectors.counting()));
        assertEquals(2, parts.get(Part.ZONE));
        assertEquals(3, parts.get(Part.TASK));
        assertFalse(parts.containsKey(Part.BALANCER));
        assertFalse(parts.containsKey(Part.REGION));
    }

    @Test
    void aSubnetIsLitAsItsZoneWithTheTasksInIt() {
        var lit = find(STORY, Ref.of(Kind.SUBNET, "subnet-0"), 58_000).orElseThrow();
        assertEquals(Place.of(Part.ZONE, "demo/us-east-1a"), lit.at());
        assertTrue(lit.has(Place.of(Part.TASK, Story.id(1).hex())));
        assertFalse(lit.has(Place.of(Part.TASK, Story.id(2).hex())));
    }

    @Test
    void everythingThatCanBePointedAtIsLit() {
        Function<Kind, String> ids =
                kind ->
                        switch (kind) {
                            case CLUSTER -> "demo";
                            case TASK_DEFINITION -> "web:1";
                            case SERVICE -> "demo/web";
                            case TASK -> Story.id(2).hex();
                            case LOAD_BALANCER, TARGET_GROUP -> "web";
                            case ROLE -> "ecsTaskExecutionRole";
                            case IMAGE -> Story.IMAGE;
                            case SUBNET -> "subnet-1";
                            case VPC -> "vpc-1";
                            case REGISTRY -> "*";
                            case TRAFFIC -> "users";
                            case REQUEST -> "1";
                            case INSTANCE, AUTO_SCALING_GROUP, CAPACITY_PROVIDER -> "";
                        };
        var onFargate = EnumSet.allOf(Kind.class);
        onFargate.removeAll(
                EnumSet.of(Kind.INSTANCE, Kind.AUTO_SCALING_GROUP, Kind.CAPACITY_PROVIDER));
        for (var kind : onFargate) {
            var ref = Ref.of(kind, ids.apply(kind));
            assertEquals(
                    Optional.of(ref), find(STORY, ref, 58_000).map(Lit::thing), kind.toString());
        }
    }

    @Test
    void aTaskThatHasLeftIsLitAsItsService() {
        assertEquals(Optional.of(Place.of(Part.TASK, FIRST.id())), placeOf(FIRST, 80_000));
        var later = find(STORY, FIRST, 150_000).orElseThrow();
        assertEquals(Ref.service(Story.WEB), later.thing());
        assertEquals(Place.of(Part.BAND, "demo/web"), later.at());
    }

    @Test
    void whatDoesNotExistIsNotLit() {
        assertEquals(Optional.empty(), placeOf(FIRST, 10_000));
        assertEquals(Optional.empty(), placeOf(Ref.of(Kind.IMAGE, "no/such:1"), 58_000));
        assertEquals(Optional.empty(), placeOf(Ref.of(Kind.CLUSTER, "other"), 58_000));
    }

    @Test
    void oneOfManyTasksIsLitWithThoseItStandsAmong() {
        var story = Story.empty("a", "b").cluster(0).definition(0).balancer(0);
        story.service(0, Story.WEB, 400, 400);
        for (var i = 1; i <= 400; i++) {
            story.running(i, 10, i % 2);
        }
        story.stop(7, 1_000, 1);
        var lit = find(story, Ref.task(Story.id(7)), 5_000).orElseThrow();
        assertEquals(Place.of(Part.CROWD, "demo/web|b"), lit.at());
        assertEquals(Ref.task(Story.id(7)), lit.thing());
    }
}
