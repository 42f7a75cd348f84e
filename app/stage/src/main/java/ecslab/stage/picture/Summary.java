package ecslab.stage.picture;

import java.util.stream.Collectors;

/// The whole picture in a sentence, for those who hear it.
final class Summary {

    private Summary() {}

    static String of(Moment moment) {
        if (moment.state().services().isEmpty()) {
            return moment.say("picture.summary.empty");
        }
        return moment.state().services().values().stream()
                .map(service ->
                        moment.say(
                                "picture.summary.service",
                                "name",
                                service.name().service(),
                                "running",
                                service.runningCount(),
                                "desired",
                                service.desiredCount(),
                                "pending",
                                service.pendingCount()))
                .collect(Collectors.joining(" "));
    }
}
