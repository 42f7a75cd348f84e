package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.ecs.Response.CreateServiceResponse;
import ecslab.ecs.Response.StopTaskResponse;
import ecslab.ecs.Response.UpdateServiceResponse;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What somebody can do to a run who watches it.
class LearnerTest {

    private static SimInstant at(long second) {
        return SimInstant.ofSeconds(second);
    }

    @Test
    void pastDoesNotChange() {
        var run = Scenarios.service(1).start();
        run.advanceTo(at(60));
        run.seek(at(30));
        assertThrows(IllegalStateException.class, () -> run.submit(Scenarios.desired(2)));
        assertEquals(List.of(), run.commands());
    }

    @Test
    void whatIsDoneInThePastIsDoneOnABranch() {
        var run = Scenarios.service(1).start();
        run.advanceTo(at(120));
        var before = List.copyOf(run.events());
        var branch = run.branch(at(30), "what if two");
        branch.submit(Scenarios.desired(2));
        branch.advanceTo(at(120));

        assertEquals("what if two", branch.header().branch());
        assertEquals(List.of(new TimedCommand(at(30), Scenarios.desired(2))), branch.commands());
        assertEquals(2, branch.snapshot().tasks().size());
        assertEquals(before, run.events());
    }

    /// What the scenario does later still comes; what the learner did later doesn't.
    @Test
    void branchKeepsTheScenariosFuture() {
        var run = Scenarios.service(1).at(90, Scenarios.desired(3)).start();
        run.advanceTo(at(60));
        run.submit(Scenarios.desired(2));
        run.advanceTo(at(80));
        var branch = run.branch(at(40), "");
        branch.advanceTo(at(85));
        assertEquals(1, branch.snapshot().tasks().size());
        branch.advanceTo(at(100));
        assertEquals(3, branch.snapshot().tasks().size());
    }

    @Test
    void runEndsAtItsUntil() {
        var run = Scenarios.service(1).until(50).start();
        run.seek(at(500));
        assertEquals(at(50), run.now());
        assertEquals(at(50), run.frontier());
    }

    @Test
    void answerShowsTheCountsAfterTheCall() {
        var run = Scenarios.service(2).start();
        run.advanceTo(at(30));
        if (run.submit(Scenarios.force()) instanceof UpdateServiceResponse(var service)) {
            assertEquals(run.snapshot().services().get(service.name()), service);
            assertEquals(2, service.deployments().size());
        }
        var created = run.submit(ServiceDraft.of(1).name("api").command());
        if (!(created instanceof CreateServiceResponse(var api))) {
            throw new AssertionError("was refused: " + created);
        }
        assertEquals(run.snapshot().services().get(api.name()), api);
    }

    @Test
    void answerToStopTaskShowsTheTaskOnItsWayDown() {
        var run = Scenarios.service(1).start();
        run.advanceTo(at(30));
        var answer = run.submit(Scenarios.stop("web#1"));
        if (!(answer instanceof StopTaskResponse(var task))) {
            throw new AssertionError("was refused: " + answer);
        }
        assertEquals(run.snapshot().tasks().get(task.id()), task);
    }

    @Test
    void listenersHearWhatIsLogged() {
        var run = Scenarios.service(1).start();
        var before = run.events().size();
        var heard = new ArrayList<Event>();
        run.listen(heard::add);
        run.advanceTo(at(60));
        assertEquals(run.events().subList(before, run.events().size()), heard);
    }
}
