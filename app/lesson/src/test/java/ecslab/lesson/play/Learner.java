package ecslab.lesson.play;

import ecslab.ecs.model.Task;
import ecslab.ecs.state.Selectors;
import ecslab.lesson.Act;
import ecslab.lesson.Beat;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.Samples;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import java.time.Duration;
import java.util.List;

/// Somebody who goes through the sample lesson.
record Learner(Lesson lesson, Rehearsal rehearsal) {

    static Learner atTheBeginning() {
        return in(new Part.Steps());
    }

    static Learner in(Part part) {
        var lesson = Samples.lesson();
        return new Learner(
                lesson, new Rehearsal(Player.begin(lesson, part, Samples.RUNS), Samples.RUNS));
    }

    /// Takes the lesson up where it was left.
    static Learner resuming(Lesson lesson, Journey journey) {
        return new Learner(
                lesson, new Rehearsal(Player.resume(lesson, journey, Samples.RUNS), Samples.RUNS));
    }

    Player player() {
        return rehearsal.player();
    }

    PlayerState state() {
        return rehearsal.state();
    }

    /// Goes on rightly until a beat such as `step.5 do` has begun.
    void goTo(String stepAndKind) {
        while (!here().equals(stepAndKind)) {
            passRightly();
            player().next();
        }
        rehearsal.look();
    }

    private String here() {
        return state().step().key() + " " + state().beat().kind().word();
    }

    void passRightly() {
        if (state().beat() instanceof Beat.Do act) {
            rehearsal.act(act.solution());
        }
        rehearsal.play();
        if (state().canCommit()) {
            player().commit(player().modelAnswer());
        }
        rehearsal.play();
    }

    void update(int desiredCount) {
        call(
                "ecs:UpdateService",
                "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\": "
                        + desiredCount
                        + "}");
    }

    void stop(String task) {
        call("ecs:StopTask", "{\"cluster\": \"demo\", \"task\": \"${task/" + task + "}\"}");
    }

    /// What the example of the wrong path does.
    void runTask() {
        var act = (Beat.Do) state().beat();
        rehearsal.act(act.wrong().getFirst().example());
    }

    void call(String call, String with) {
        try {
            rehearsal.act(List.of(new Act.Call(Duration.ZERO, CommandReader.read(call, with))));
        } catch (BadInput ours) {
            throw new AssertionError(ours);
        }
    }

    Task task(String name) {
        var state = rehearsal.run().snapshot();
        var ref = Selectors.find(state, "task/" + name).orElseThrow();
        return state.tasks().values().stream()
                .filter(task -> task.id().hex().equals(ref.id()))
                .findFirst()
                .orElseThrow();
    }
}
