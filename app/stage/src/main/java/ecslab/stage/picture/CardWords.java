package ecslab.stage.picture;

import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.Task;
import java.util.List;
import java.util.Optional;

/// What a task card can say, each in more and in fewer words.
///
/// @param shortNames for a chip
/// @param revisions the last says nothing
/// @param details where it is reached, or what it waits for, or how it ended
/// @param served how many requests it has answered; may be empty
record CardWords(
        List<String> shortNames, List<String> revisions, List<String> details, String served) {

    static final CardWords NONE = new CardWords(List.of(""), List.of(""), List.of(""), "");

    /// So many letters of a service's name tell it from others.
    private static final int INITIALS = 2;

    static CardWords of(Moment moment, Task task, Optional<Target> target, int percent) {
        return new CardWords(
                shortNames(moment, task),
                revisions(moment, task),
                details(TaskWords.detail(moment, task, target, percent)),
                "");
    }

    CardWords withServed(String next) {
        return new CardWords(shortNames, revisions, details, next);
    }

    /// In a service's frame a number tells tasks apart; where those of several services stand, so
    /// do its first letters.
    private static List<String> shortNames(Moment moment, Task task) {
        var called = moment.nameOf(task.id());
        var hash = Math.max(0, called.lastIndexOf('#'));
        var isAlone =
                moment.isOneGroup()
                        || (task.launchType() != LaunchType.EC2 && task.service().isPresent());
        var initials = isAlone ? "" : called.substring(0, Math.min(hash, INITIALS));
        return List.of(called, initials + called.substring(hash));
    }

    /// While a service has two deployments, a task says which one it belongs to. The family's name
    /// is the first to go.
    private static List<String> revisions(Moment moment, Task task) {
        var generation = moment.generation(task);
        var number = ":" + task.taskDefinition().revision();
        var name = task.taskDefinition().toString();
        if (generation == Generation.ONLY) {
            return List.of(name, number, "");
        }
        var word = moment.say("picture.generation." + generation.word());
        return List.of(name + " " + word, number + " " + word, word, "");
    }

    /// Of an instance's address, the port tells the tasks on it apart.
    private static List<String> details(String whole) {
        return whole.startsWith("i-")
                ? List.of(whole, whole.substring(whole.lastIndexOf(':')))
                : List.of(whole);
    }
}
