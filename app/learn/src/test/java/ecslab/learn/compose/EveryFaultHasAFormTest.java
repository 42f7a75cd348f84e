package ecslab.learn.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.ApiError;
import ecslab.ecs.Run;
import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.fault.Broken;
import ecslab.stage.fault.Offer;
import ecslab.stage.fault.Offers;
import ecslab.stage.play.Frame;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandJson;
import ecslab.wire.command.CommandReader;
import ecslab.wire.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is offered at things in the picture can be written by a form as well, and what a form
/// suggests is accepted.
class EveryFaultHasAFormTest {

    private static final Path SCENARIO = Path.of("..", "..", "lessons", "scenarios", "faults.json");

    private static Run at(long seconds) {
        try {
            var scenario = ScenarioReader.read(SCENARIO);
            var run = SimulatedRun.start(scenario.scenario());
            run.advanceTo(SimInstant.ofSeconds(seconds));
            return run;
        } catch (BadInput ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static Stream<Offer> flat(List<Offer> offers) {
        return offers.stream()
                .flatMap(offer ->
                        offer instanceof Offer.Group(_, var inner)
                                ? flat(inner)
                                : Stream.of(offer));
    }

    @Test
    void whateverIsOfferedOrMendedHasAForm() {
        var state = at(140).snapshot();
        var things =
                Stream.of(
                                state.tasks().keySet().stream().map(Ref::task),
                                state.images().keySet().stream()
                                        .map(uri -> Ref.of(Ref.Kind.IMAGE, uri)),
                                state.capacity().instances().keySet().stream()
                                        .map(id -> Ref.of(Ref.Kind.INSTANCE, id)),
                                state.network().subnets().stream()
                                        .map(one -> Ref.of(Ref.Kind.SUBNET, one.subnetId())),
                                Stream.of(Ref.of(Ref.Kind.VPC, state.network().vpcId())))
                        .flatMap(each -> each)
                        .toList();
        var calls =
                Stream.concat(
                                things.stream()
                                        .flatMap(thing -> flat(Offers.of(state, thing)))
                                        .filter(Offer.Act.class::isInstance)
                                        .map(offer -> ((Offer.Act) offer).command()),
                                Broken.all(state).stream().map(Broken::mend))
                        .map(CommandJson::call)
                        .distinct()
                        .toList();
        assertTrue(calls.size() > 14, calls.toString());
        assertEquals(List.of(), calls.stream().filter(call -> Action.of(call).isEmpty()).toList());
    }

    /// Fills each field in with the first suggestion, or with what a reader would type.
    @Test
    void aFormFilledInWithWhatItSuggestsIsAccepted() throws BadInput {
        var run = at(80);
        var known = Known.of(Frame.of(run));
        for (var action : LabActions.FAULTS) {
            if (!action.fits().test(known)) {
                continue;
            }
            var draft = Draft.empty();
            for (var field : action.fields()) {
                switch (field.kind()) {
                    case Field.Kind.Text(var suggestions) ->
                            draft.putText(
                                    field.pointer(), suggestions.apply(known).getFirst().value());
                    case Field.Kind.Whole(var values) ->
                            draft.putWhole(field.pointer(), values.getFirst());
                    default -> {}
                }
            }
            var command = CommandReader.read(action.call(), draft.text());
            var answer = run.branch(run.now(), "try").submit(command);
            var isContainerOfAnother = action.call().equals("lab:KillContainer");
            assertTrue(
                    !(answer instanceof ApiError) || isContainerOfAnother,
                    action.call() + " " + draft.text() + " " + answer);
        }
    }
}
