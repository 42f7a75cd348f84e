package ecslab.stage.log;

import static ecslab.stage.Samples.FIRST;
import static ecslab.stage.Samples.SECOND;
import static ecslab.stage.Samples.WEB;
import static ecslab.stage.Samples.change;
import static ecslab.stage.Samples.request;
import static ecslab.stage.Samples.said;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogIndexTest {

    private final List<Event> events =
            List.of(
                    said(1, "has started 1 tasks: (task A)."),
                    change(2, FIRST, TaskStatus.PROVISIONING),
                    request(3, 1),
                    change(4, SECOND, TaskStatus.PROVISIONING),
                    change(5, FIRST, TaskStatus.PENDING));

    private final LogIndex index = new LogIndex();

    @Test
    void requestsAreNoLines() {
        index.readOn(events);
        assertEquals(List.of(0, 1, 3, 4), places(index.all()));
    }

    @Test
    void linesAreFoundByTheThingTheyAreAbout() {
        index.readOn(events);
        assertEquals(List.of(1, 4), places(index.about(Ref.task(FIRST))));
        assertEquals(List.of(0, 1, 3, 4), places(index.about(Ref.service(WEB))));
        assertEquals(List.of(), index.about(Ref.of(Ref.Kind.ROLE, "nobody")));
    }

    @Test
    void readingOnIsLikeReadingAtOnce() {
        for (var count = 0; count <= events.size(); count++) {
            index.readOn(events.subList(0, count));
        }
        var atOnce = new LogIndex();
        atOnce.readOn(events);
        assertEquals(atOnce.all(), index.all());
        assertEquals(0, index.generation());
    }

    @Test
    void anotherBranchIsReadFromTheStart() {
        index.readOn(events);
        var branch = new ArrayList<Event>(events.subList(0, 2));
        branch.add(change(9, SECOND, TaskStatus.RUNNING));
        index.readOn(branch);
        assertEquals(List.of(0, 1, 2), places(index.all()));
        assertEquals(1, index.generation());
    }

    @Test
    void onlyWhatHasHappenedIsCounted() {
        index.readOn(events);
        assertEquals(0, LogIndex.countBefore(0, index.all()));
        assertEquals(2, LogIndex.countBefore(3, index.all()));
        assertEquals(4, LogIndex.countBefore(5, index.all()));
    }

    private static List<Integer> places(List<Heard> lines) {
        return lines.stream().map(Heard::index).toList();
    }
}
