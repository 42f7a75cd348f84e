package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where everything that happens is reported, stamped by the agenda's clock.
final class Journal {

    private final Agenda agenda;
    private Consumer<Event> listeners;

    Journal(Agenda agenda, Consumer<Event> listeners) {
        this.agenda = agenda;
        this.listeners = listeners;
    }

    void report(Event event) {
        listeners.accept(event);
    }

    /// Does what was decided, and reports the decision before what the deed reports: how much of it
    /// could be done is known only afterwards.
    <T> T decideFirst(Supplier<T> deed, Consumer<T> decision) {
        var told = listeners;
        var later = new ArrayList<Event>();
        listeners = later::add;
        T done;
        try {
            done = deed.get();
        } finally {
            listeners = told;
        }
        decision.accept(done);
        later.forEach(told);
        return done;
    }

    void decideSchedule(Service service, List<Fact> inputs, String arithmetic, Phrase outcome) {
        decideSchedule(service, inputs, List.of(), arithmetic, outcome);
    }

    /// @param tasks that were considered, each with why it goes or stays
    void decideSchedule(
            Service service,
            List<Fact> inputs,
            List<Candidate> tasks,
            String arithmetic,
            Phrase outcome) {
        decide(Ref.service(service.name()), Kind.SCHEDULE, inputs, tasks, arithmetic, outcome);
    }

    void decide(
            Ref about,
            Kind kind,
            List<Fact> inputs,
            List<Candidate> candidates,
            String arithmetic,
            Phrase outcome) {
        report(new Decision(agenda.now(), about, kind, inputs, candidates, arithmetic, outcome));
    }
}
