package ecslab.lesson.read;

import ecslab.lesson.Show;
import ecslab.lesson.Show.Origin;
import ecslab.wire.json.Fields;
import java.util.Collection;
import java.util.List;

/// Where a show can start: the folder's scenarios, the lesson's steps, or the learner's run.
///
/// @param hasRun whether there is a learner's run to start from
record ShowTargets(Reading reading, ScenarioFiles scenarios, List<String> steps, boolean hasRun) {

    ShowTargets withoutRun() {
        return new ShowTargets(reading, scenarios, steps, false);
    }

    Origin origin(Fields show, String whose) {
        var scenario = show.text("scenario", "");
        var step = show.text("step", "");
        if (!scenario.isEmpty() && !step.isEmpty()) {
            show.wrong(
                    "step", "stands beside \"scenario\": a show starts once", "\"step.1\" alone");
        }
        if (!scenario.isEmpty()) {
            refuseUnknown(show, "scenario", scenario, scenarios.inFolder());
            return new Show.Origin.InScenario(scenario);
        }
        if (!step.isEmpty()) {
            refuseUnknown(show, "step", step, steps);
            return new Show.Origin.AfterStep(step);
        }
        if (!hasRun) {
            reading.problems()
                    .add(
                            show.place(),
                            "the show of " + whose + " doesn't say where it starts",
                            "Add \"step\": \"step.1\", or \"scenario\": \"scenario.json\".");
        }
        return new Show.Origin.Here();
    }

    /// Reads what a show says about moments as moments of the run that it shows.
    void enter(Origin origin) {
        if (origin instanceof Origin.InScenario(var file) && scenarios.isThere(file)) {
            scenarios.find(file).ifPresent(one -> reading.runsUntil(one.until()));
        }
    }

    private void refuseUnknown(Fields show, String name, String written, Collection<String> known) {
        if (!known.contains(written)) {
            reading.refuseUnknown(show.placeOf(name), name, written, known);
        }
    }
}
