package ecslab.stage.play;

import ecslab.ecs.Answer;
import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.log.Interest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A run with all its branches, and the reader's way through them. Knows no thread and no clock:
/// whoever owns it says how much time has gone by.
final class Reel {

    /// After a longer hiccup the run goes on from where it was, as if time had stood still.
    static final Duration LAG_MAX = Duration.ofMillis(100);

    private static final double NANOS_PER_MICRO = 1_000;

    /// A live run has no end.
    private static final SimInstant NEVER = new SimInstant(Long.MAX_VALUE / 2);

    private final SequencedMap<String, Track> tracks = new LinkedHashMap<>();
    private Track track;
    private boolean playing;
    private double speed = 1;
    private int branched;
    private SimInstant limit;

    /// Whether the reader stands where a live run has got, and goes on with it.
    private boolean following;

    Reel(Run run) {
        track = new Track(run);
        tracks.put(run.header().branch(), track);
        limit = track.isLive() ? NEVER : run.header().until();
        following = track.isLive();
    }

    boolean isPlaying() {
        return playing;
    }

    SimInstant now() {
        return track.now();
    }

    List<TimedCommand> commands() {
        return track.run().commands();
    }

    /// At the end of the run, begins again from its start. At a limit before that it stays.
    void play() {
        if (track.isAtEnd()) {
            track.moveTo(SimInstant.START);
        }
        playing = track.now().isBefore(limit);
    }

    /// Goes no further than this until another limit is set.
    void holdAt(SimInstant next) {
        limit = next;
        playing = playing && track.now().isBefore(limit);
    }

    void pause() {
        playing = false;
    }

    void setSpeed(double next) {
        if (!(next > 0)) {
            throw new IllegalArgumentException("a run plays on, so its speed isn't " + next);
        }
        speed = track.isLive() ? Math.min(1, next) : next;
    }

    /// Plays on, if it plays, by what `gone` means at the speed.
    void tick(Duration gone) {
        if (!playing) {
            return;
        }
        if (following) {
            track.follow();
            return;
        }
        var counted = gone.compareTo(LAG_MAX) > 0 ? LAG_MAX : gone;
        var micros = (long) (counted.toNanos() * speed / NANOS_PER_MICRO);
        moveTo(new SimInstant(track.now().micros() + Math.max(0, micros)));
        if (track.isLive()) {
            following = !track.now().plus(LAG_MAX).isBefore(track.frontier());
        } else if (track.isAtEnd() || !track.now().isBefore(limit)) {
            playing = false;
        }
    }

    /// Beyond where a live run has got there is only to go along with it.
    void seek(SimInstant instant) {
        moveTo(instant);
        following = track.isLive() && !instant.isBefore(track.frontier());
    }

    void step(int direction) {
        playing = false;
        following = false;
        moveTo(direction < 0 ? track.previous(Interest::isStep) : track.next(Interest::isStep));
    }

    private void moveTo(SimInstant instant) {
        track.moveTo(SimInstant.earlier(instant, limit));
    }

    Answer submit(Command command) {
        if (!track.isInThePast() || !track.branches()) {
            following = track.isLive();
            return track.submit(command);
        }
        var attempt = track.attempt(command, nameOfBranch(track.now()));
        attempt.branched().ifPresent(this::show);
        return attempt.answer();
    }

    void undo() {
        if (!track.branches()) {
            return;
        }
        var commands = track.run().commands();
        for (var index = commands.size() - 1; index >= 0; index--) {
            var last = commands.get(index);
            if (!last.at().isAfter(track.now())) {
                show(track.before(index, nameOfBranch(last.at())));
                return;
            }
        }
    }

    void switchTo(String branch) {
        var chosen = tracks.get(branch);
        if (chosen == null) {
            throw new IllegalArgumentException(
                    "there is no branch " + branch + ", but " + tracks.sequencedKeySet());
        }
        chosen.moveTo(SimInstant.earlier(track.now(), chosen.seen()));
        track = chosen;
    }

    Frame frame() {
        var run = track.run();
        return new Frame(
                run.header(),
                run.now(),
                run.snapshot(),
                track.events(),
                run.position(),
                track.seen(),
                List.copyOf(run.commands()),
                playing,
                speed,
                List.copyOf(tracks.sequencedKeySet()));
    }

    private String nameOfBranch(SimInstant at) {
        return WhatIf.leavingAt(at, branched + 1).toString();
    }

    private void show(Track next) {
        branched++;
        tracks.put(next.run().header().branch(), next);
        track = next;
    }
}
