package ecslab.ecs.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Role;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorsTest {

    private static final String IMAGE = "1.dkr.ecr.us-east-1.amazonaws.com/web:1";

    private final ClusterState state =
            Samples.fold(
                    List.of(
                            new Event.ClusterChange(
                                    SimInstant.START, ClusterDescription.empty("demo")),
                            new Event.RoleChange(
                                    SimInstant.START,
                                    new Role("exec", "arn:exec", List.of(), List.of())),
                            Samples.image(IMAGE),
                            Samples.reported(1, Samples.task(1, "service:web")),
                            Samples.reported(2, Samples.task(2, "service:web"))));

    @ParameterizedTest
    @ValueSource(strings = {"cluster/demo", "role/exec", "task/web#1", "task/web#2", "image/web:1"})
    void nameOfWhatIsFoundIsTheSelector(String selector) {
        var found = Selectors.find(state, selector).orElseThrow();
        assertEquals(selector, Selectors.nameOf(state, found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster/other",
                "task/web#3",
                "task/",
                "task",
                "",
                "image/web:2",
                "pod/web",
                "role/"
            })
    void whatIsNotThereIsNotFound(String selector) {
        assertEquals(Optional.empty(), Selectors.find(state, selector));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/web:1", "image/" + IMAGE})
    void imageIsFoundByItsShortNameAndByItsUri(String selector) {
        assertEquals(Optional.of(Ref.of(Kind.IMAGE, IMAGE)), Selectors.find(state, selector));
    }

    @Test
    void secondTaskOfAServiceIsTheSecondThatItEverStarted() {
        assertEquals(
                Optional.of(Ref.task(Samples.task(2, "service:web").id())),
                Selectors.find(state, "task/web#2"));
    }
}
