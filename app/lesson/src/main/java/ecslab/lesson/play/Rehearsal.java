package ecslab.lesson.play;

import ecslab.ecs.Answer;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.state.EventLog;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Act;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// A lesson played without a screen: it does with the run what a player's state asks for, as fast
/// as the run can be computed. The player sees every moment at which something happens.
public final class Rehearsal {

    private static final Duration STRETCH = Duration.ofMillis(500);

    private final Player player;
    private final Function<Scenario, Run> runs;
    private Take take;
    private Run run;

    public Rehearsal(Player player, Function<Scenario, Run> runs) {
        this.player = player;
        this.runs = runs;
        take = player.state().take();
        run = take.open(runs);
        show();
    }

    public Player player() {
        return player;
    }

    /// The run that is on the screen.
    public Run run() {
        obey();
        return run;
    }

    public PlayerState state() {
        obey();
        return player.state();
    }

    /// Carries a command out as a learner would, at the moment where the run stands.
    public Answer submit(Command command) {
        obey();
        if (run.now().isBefore(run.frontier())) {
            run = run.branch(run.now(), "rehearsal");
        }
        var answer = run.submit(command);
        show();
        return answer;
    }

    /// Does one act after another.
    public void act(List<Act> acts) {
        for (var act : acts) {
            switch (act) {
                case Act.Call(var after, var command) -> {
                    playTo(run().now().plus(after));
                    submit(command);
                }
                case Act.Open(var part) -> player.opened(part);
                case Act.Copy(var part) -> player.copied(part);
            }
            show();
        }
    }

    /// Plays on until the beat is over or the run holds.
    public void play() {
        playTo(player.state().limit());
    }

    /// Plays on, but no further than the run may go, and no further than the end of the beat.
    public void playTo(SimInstant instant) {
        obey();
        var place = player.state().place();
        var standing = player.state().standing();
        while (run.now().isBefore(SimInstant.earlier(instant, player.state().limit()))) {
            var limit = SimInstant.earlier(instant, player.state().limit());
            var stop = SimInstant.earlier(run.now().plus(STRETCH), limit);
            for (var moment : momentsUntil(stop)) {
                player.saw(viewAt(moment));
                var hasChanged =
                        !player.state().place().equals(place)
                                || !player.state().standing().equals(standing);
                if (hasChanged) {
                    run.seek(moment);
                    obey();
                    return;
                }
            }
        }
    }

    /// Moments at which something happens, and `stop` itself.
    private SortedSet<SimInstant> momentsUntil(SimInstant stop) {
        var from = run.position();
        run.advanceTo(stop);
        var moments = new TreeSet<SimInstant>();
        run.events().subList(from, run.position()).forEach(event -> moments.add(event.at()));
        moments.add(stop);
        return moments;
    }

    private RunView viewAt(SimInstant moment) {
        return new RunView(
                take.number(),
                run.header(),
                moment,
                run.events(),
                EventLog.countUpTo(run.events(), moment),
                run.commands());
    }

    /// Tells the player what is on the screen, as it is before anybody does anything.
    public void look() {
        obey();
        show();
    }

    private void obey() {
        while (take.number() != player.state().take().number()) {
            take = player.state().take();
            run = take.open(runs);
            show();
        }
    }

    private void show() {
        player.saw(RunView.of(take.number(), run));
    }
}
