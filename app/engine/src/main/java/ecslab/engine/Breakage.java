package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.event.Event.FaultChange;
import ecslab.ecs.model.Fault;

/// Finds what is to be broken, breaks or mends it, and reports that.
final class Breakage {

    static final String TASK = "task/";

    private static final String IMAGE = "image/";

    private final Desk desk;
    private final Names names;

    Breakage(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    /// @throws ApiException if it can't be done here
    void begin(Disturbance what, Runnable accepted) {
        desk.machines().check(what);
        accepted.run();
        desk.machines().disturb(what);
    }

    void report(Fault fault, boolean present) {
        desk.journal().report(new FaultChange(desk.now(), fault, present));
    }

    /// A task's id, or an image's URI.
    String about(String of) {
        return of.startsWith(TASK) ? task(of) : image(of);
    }

    String task(String of) {
        return TASK + names.task("${" + of + "}").id();
    }

    String image(String of) {
        var name = of.startsWith(IMAGE) ? of.substring(IMAGE.length()) : "";
        return desk.machines()
                .image(name)
                .orElseThrow(() ->
                        ApiException.invalidParameter("/of")
                                .because("Nothing is called " + of + ".")
                                .remedy(Phrase.of("remedy.fault.of")));
    }
}
