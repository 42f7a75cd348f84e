package ecslab.simulator;

import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.engine.Disturbance;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What somebody has broken on purpose: by image, as its URI is written, or by task.
final class Troubles {

    /// Hosts that don't answer; [#EVERYWHERE] for all.
    final TreeSet<String> registriesDown = new TreeSet<>();

    /// Hosts that answer, but not that often; [#EVERYWHERE] for all.
    final TreeSet<String> registriesThrottling = new TreeSet<>();

    /// MiB a minute in place of the image's own; 0 for a leak that was mended.
    final TreeMap<String, Integer> leaks = new TreeMap<>();

    final TreeMap<String, Duration> slowStarts = new TreeMap<>();
    final TreeSet<String> brokenHealth = new TreeSet<>();

    /// How many times as long everything takes: by image or task.
    final TreeMap<String, Integer> slow = new TreeMap<>();

    /// Tasks that take no more connections.
    final TreeSet<String> exhausted = new TreeSet<>();

    /// Tasks to which no way leads.
    final TreeSet<String> cutOff = new TreeSet<>();

    /// Tasks that stand still.
    final TreeSet<String> frozen = new TreeSet<>();

    /// Where something keeps all the CPU busy: by image or task.
    final TreeSet<String> burning = new TreeSet<>();

    /// Availability Zones that are out.
    final TreeSet<String> darkZones = new TreeSet<>();

    static final String EVERYWHERE = "*";

    Troubles copy() {
        var copy = new Troubles();
        copy.registriesDown.addAll(registriesDown);
        copy.registriesThrottling.addAll(registriesThrottling);
        copy.leaks.putAll(leaks);
        copy.slowStarts.putAll(slowStarts);
        copy.brokenHealth.addAll(brokenHealth);
        copy.slow.putAll(slow);
        copy.exhausted.addAll(exhausted);
        copy.cutOff.addAll(cutOff);
        copy.frozen.addAll(frozen);
        copy.burning.addAll(burning);
        copy.darkZones.addAll(darkZones);
        return copy;
    }

    static String of(TaskId task) {
        return "task/" + task;
    }

    boolean isDown(String host) {
        return registriesDown.contains(EVERYWHERE) || registriesDown.contains(host);
    }

    boolean isThrottling(String host) {
        return registriesThrottling.contains(EVERYWHERE) || registriesThrottling.contains(host);
    }

    void registry(String host, Disturbance.Answers how) {
        registriesDown.remove(host);
        registriesThrottling.remove(host);
        switch (how) {
            case NOTHING -> registriesDown.add(host);
            case TOO_MANY_REQUESTS -> registriesThrottling.add(host);
            case EVERYBODY -> {}
        }
    }

    /// What is said of a task goes before what is said of its image. Who stands still takes
    /// nothing.
    int mibPerMinute(TaskId task, ImageBehaviour image) {
        if (isFrozen(task)) {
            return 0;
        }
        if (leaks.isEmpty()) {
            return image.memory().growsMibPerMinute();
        }
        var byImage = leaks.getOrDefault(image.uri(), image.memory().growsMibPerMinute());
        return leaks.getOrDefault(of(task), byImage);
    }

    void take(Disturbance.Outage outage) {
        switch (outage) {
            case Disturbance.Slow(var of, int times) -> {
                slow.remove(of);
                if (times > 1) {
                    slow.put(of, times);
                }
            }
            case Disturbance.Connections(var task, var taken) -> mark(exhausted, task, taken);
            case Disturbance.Route(var task, var dropped) -> mark(cutOff, task, dropped);
            case Disturbance.Standstill(var task, var still) -> mark(frozen, task, still);
            case Disturbance.Burn(var of, var burns) -> mark(burning, of, burns);
            case Disturbance.Zone(var zone, var out) -> mark(darkZones, zone, out);
        }
    }

    private static void mark(Set<String> marked, String what, boolean isSo) {
        if (isSo) {
            marked.add(what);
        } else {
            marked.remove(what);
        }
    }

    int slowness(TaskId task, ImageBehaviour image) {
        return slow.isEmpty() ? 1 : slow.getOrDefault(of(task), slow.getOrDefault(image.uri(), 1));
    }

    boolean isExhausted(TaskId task) {
        return !exhausted.isEmpty() && exhausted.contains(of(task));
    }

    boolean isFrozen(TaskId task) {
        return !frozen.isEmpty() && frozen.contains(of(task));
    }

    boolean burns(TaskId task, String image) {
        return !burning.isEmpty() && (burning.contains(of(task)) || burning.contains(image));
    }

    boolean isCutOff(TaskId task, String zone) {
        return darkZones.contains(zone) || (!cutOff.isEmpty() && cutOff.contains(of(task)));
    }

    Duration startsIn(ImageBehaviour image) {
        return slowStarts.getOrDefault(image.uri(), image.startsIn());
    }

    boolean isHealthBroken(TaskId task, ImageBehaviour image) {
        return brokenHealth.contains(of(task)) || brokenHealth.contains(image.uri());
    }
}
