package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must be there before a task's containers can start: secrets, environment files and file
/// systems before anything is pulled, log streams after it (behaviour reference §3.5). The first
/// thing that is missing stops the task.
final class Preparation {

    private final Desk desk;
    private final SecretNeeds secrets;
    private final FileSystemNeeds fileSystems;
    private final LogNeeds logs;

    Preparation(Desk desk) {
        this.desk = desk;
        secrets = new SecretNeeds(desk);
        fileSystems = new FileSystemNeeds(desk);
        logs = new LogNeeds(desk);
    }

    /// Something that a task needs, and what is the matter with it.
    ///
    /// @param name as it is shown
    record Need(String name, Optional<Lack> lack) {

        static Need met(String name) {
            return new Need(name, Optional.empty());
        }

        static Need unmet(String name, Lack lack) {
            return new Need(name, Optional.of(lack));
        }
    }

    /// Why a need isn't met.
    ///
    /// @param why the text `init.WHY`
    /// @param words in ECS's words
    /// @param after how long somebody waits in vain before they say so
    record Lack(String why, String words, Duration after) {}

    Optional<Lack> beforePull(Task task, TaskDefinition definition) {
        var needs = new ArrayList<Need>();
        needs.addAll(secrets.of(task, definition));
        needs.addAll(fileSystems.of(task, definition));
        return first(task, needs);
    }

    Optional<Lack> afterPull(Task task, TaskDefinition definition) {
        return first(task, logs.of(task, definition));
    }

    private Optional<Lack> first(Task task, List<Need> needs) {
        if (needs.isEmpty()) {
            return Optional.empty();
        }
        var lacking = needs.stream().filter(need -> need.lack().isPresent()).findFirst();
        desk.journal()
                .decide(
                        Ref.task(task.id()),
                        Kind.PREPARE,
                        List.of(Fact.of("subnetId", task.subnetId())),
                        needs.stream().map(Preparation::candidate).toList(),
                        "",
                        lacking.map(Preparation::refusal)
                                .orElseGet(() -> Phrase.of("init.yes", "count", needs.size())));
        return lacking.flatMap(Need::lack);
    }

    private static Phrase refusal(Need need) {
        var why = need.lack().map(Lack::why).orElseThrow();
        return Phrase.of("init.no." + why, "name", need.name());
    }

    private static Candidate candidate(Need need) {
        return new Candidate(
                need.name(),
                need.lack().isEmpty(),
                Phrase.of(need.lack().map(lack -> "init." + lack.why()).orElse("init.there")));
    }
}
