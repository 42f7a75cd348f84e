package ecslab.stage.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.ApiError;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabOutage.LabZoneBack;
import ecslab.ecs.command.LabOutage.LabZoneOutage;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.Selectors;
import ecslab.ecs.time.SimInstant;
import ecslab.lessons.Lessons;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.fault.Offer.Tone;
import ecslab.stage.layout.Layout;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.layout.Whereabouts;
import ecslab.stage.words.Words;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import ecslab.wire.scenario.ScenarioReader;
import ecslab.wire.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a thing's menu offers can be done, and what is broken can be mended.
class FaultsAreOfferedTest {

    /// When nothing is broken, and when almost everything is.
    private static final List<Long> SECONDS = List.of(80L, 140L);

    private static Run at(long seconds) {
        try {
            var scenario = ScenarioReader.read(Lessons.url("scenarios/faults.json"));
            var run = SimulatedRun.start(scenario.scenario());
            run.advanceTo(SimInstant.ofSeconds(seconds));
            return run;
        } catch (BadInput ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static List<Ref> things(ClusterState state) {
        var all = new ArrayList<Ref>();
        state.tasks().keySet().forEach(task -> all.add(Ref.task(task)));
        state.services().keySet().forEach(service -> all.add(Ref.service(service)));
        state.images().keySet().forEach(image -> all.add(Ref.of(Kind.IMAGE, image)));
        state.capacity().instances().keySet().forEach(id -> all.add(Ref.of(Kind.INSTANCE, id)));
        state.network()
                .subnets()
                .forEach(subnet -> all.add(Ref.of(Kind.SUBNET, subnet.subnetId())));
        for (var selector : List.of("vpc/main", "registry/ecr", "capacityProvider/FARGATE_SPOT")) {
            all.add(Selectors.find(state, selector).orElseThrow());
        }
        all.add(Ref.of(Kind.CLUSTER, "demo"));
        all.add(Ref.of(Kind.LOAD_BALANCER, "web"));
        all.add(Ref.of(Kind.TASK_DEFINITION, "web:1"));
        return all;
    }

    private static Stream<Offer> flat(List<Offer> offers) {
        return offers.stream()
                .flatMap(offer ->
                        offer instanceof Offer.Group(_, var inner)
                                ? flat(inner)
                                : Stream.of(offer));
    }

    @Test
    void everythingThatIsOfferedIsAccepted() {
        var tried = 0;
        for (var seconds : SECONDS) {
            var run = at(seconds);
            for (var thing : things(run.snapshot())) {
                for (var offer : flat(Offers.of(run.snapshot(), thing)).toList()) {
                    if (offer instanceof Offer.Act(_, var command, _)) {
                        var answer = run.branch(run.now(), "try").submit(command);
                        assertFalse(
                                answer instanceof ApiError,
                                () -> thing + " at " + seconds + " s: " + answer);
                        tried++;
                    }
                }
            }
        }
        assertTrue(tried > 60, tried + " offers");
    }

    @Test
    void everyFormBeginsWithFieldsOfItsCall() throws BadInput {
        var run = at(80);
        for (var thing : things(run.snapshot())) {
            for (var offer : flat(Offers.of(run.snapshot(), thing)).toList()) {
                if (offer instanceof Offer.Form(_, var call, var with)) {
                    assertTrue(with.startsWith("{"), with);
                    if (call.startsWith("lab:") && !call.endsWith("SendRequests")) {
                        assertEquals("lab", CommandReader.read(call, with).api());
                    }
                }
            }
        }
    }

    @Test
    void whatIsBrokenIsMended() {
        var run = at(140);
        var before = Broken.all(run.snapshot());
        assertEquals(6, before.size());
        for (var broken : before) {
            assertFalse(run.submit(broken.mend()) instanceof ApiError, broken.toString());
            assertFalse(
                    Broken.all(run.snapshot()).contains(broken), "still there: " + broken.says());
        }
        assertEquals(List.of(), Broken.all(run.snapshot()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"task/web#1", "task/web#2", "image/web:1", "instance/pool#2", "vpc/main"})
    void theOppositeIsOfferedWhereAFaultIs(String selector) {
        var run = at(140);
        var state = run.snapshot();
        var thing = Selectors.find(state, selector).orElseThrow();
        var broken = Broken.about(state, thing);
        assertEquals(1, broken.size());
        var first = assertInstanceOf(Offer.Act.class, Offers.of(state, thing).getFirst());
        assertEquals(broken.getFirst().mend(), first.command());
        assertEquals(Tone.MENDS, first.tone());
        var says = Words.load(Language.ENGLISH, List.of("ecslab/stage/picture")).now();
        var again =
                flat(Offers.of(state, thing))
                        .filter(Offer.Act.class::isInstance)
                        .map(offer -> says.of(offer.says()))
                        .toList();
        assertEquals(again.size(), again.stream().distinct().count(), again.toString());
    }

    @Test
    void anAvailabilityZoneIsCutOffAndBroughtBackWhereItStands() {
        var run = at(80);
        var zone = Selectors.find(run.snapshot(), "subnet/a").orElseThrow();
        var cut = new LabZoneOutage("us-east-1a");
        assertTrue(acts(run.snapshot(), zone).contains(cut));

        run.submit(cut);
        assertFalse(acts(run.snapshot(), zone).contains(cut));
        assertEquals(new LabZoneBack("us-east-1a"), acts(run.snapshot(), zone).getFirst());
        var layout = Layout.of(run.snapshot(), run.now(), 850, 430);
        var broken = Broken.about(run.snapshot(), zone).getFirst();
        assertEquals(
                Optional.of(Place.of(Part.ZONE, "demo/us-east-1a")),
                new Whereabouts(run.snapshot(), layout).find(broken.on(), broken.on()));
    }

    private static List<Command> acts(ClusterState state, Ref thing) {
        return flat(Offers.of(state, thing))
                .filter(Offer.Act.class::isInstance)
                .map(offer -> ((Offer.Act) offer).command())
                .toList();
    }

    @Test
    void aTaskThatLeavesIsNotBroken() {
        var run = at(140);
        var gone = Selectors.find(run.snapshot(), "task/web#2").orElseThrow();
        run.submit(new StopTask(Given.of("demo"), gone.id(), Given.absent()));
        assertTrue(
                Offers.of(run.snapshot(), gone).stream()
                        .noneMatch(offer ->
                                offer instanceof Offer.Act(_, _, var tone) && tone == Tone.BREAKS));
    }
}
