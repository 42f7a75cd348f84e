package ecslab.ecs.event;

import ecslab.ecs.Phrase;
import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
import java.util.List;

/// Why something was done, or not done: what was known, who was considered, and what came out.
///
/// @param about what the decision opens from
/// @param inputs what was known, by ECS's own field names
/// @param candidates who was considered, the refused ones with the reason
/// @param arithmetic the sum that was done, in ECS's field names; empty if there was none
/// @param outcome what was decided
public record Decision(
        SimInstant at,
        Ref about,
        Kind kind,
        List<Fact> inputs,
        List<Candidate> candidates,
        String arithmetic,
        Phrase outcome)
        implements Event {

    /// The questions that the control plane asks itself. The text `decision.KIND` asks them aloud.
    public enum Kind {
        /// How many tasks does the service start or stop now?
        SCHEDULE("schedule"),
        /// Which of the tasks is stopped?
        VICTIM("victim"),
        /// Where does the task run?
        PLACE("place"),
        /// Which capacity provider's capacity is it?
        CAPACITY("capacity"),
        /// How many instances does the Auto Scaling group of a capacity provider need?
        MANAGED_SCALING("managedScaling"),
        /// What happens to the tasks on a container instance that takes no more?
        DRAIN("drain"),
        /// Who pulls the image, and may they?
        PULL("pull"),
        /// Is everything there that the task needs before its containers start?
        PREPARE("prepare"),
        /// When may the service try again?
        THROTTLE("throttle"),
        /// Is the target healthy?
        HEALTH("health"),
        /// Which target gets the request?
        TARGET("target"),
        /// Why did a request fail?
        REQUEST("request"),
        /// Is the service in a steady state?
        STEADY("steady"),
        /// How many of a deployment's tasks have failed, and are these too many?
        BREAKER("breaker"),
        /// How does a deployment go on?
        ROLLOUT("rollout"),
        /// Is a container that has ended started again in place?
        RESTART("restart"),
        /// Why does a program end at once?
        EXEC("exec"),
        /// Which container is killed for its memory?
        MEMORY("memory"),
        /// What happens to a task that must stop?
        STOP("stop"),
        /// What has a call not done although it was answered?
        ANSWER("answer");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Something known.
    ///
    /// @param name ECS's field name, such as `runningCount`
    public record Fact(String name, String value) {

        public static Fact of(String name, Object value) {
            return new Fact(name, value.toString());
        }
    }

    /// Somebody considered.
    ///
    /// @param name as it is shown
    public record Candidate(String name, boolean accepted, Phrase why) {}
}
