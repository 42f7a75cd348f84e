package ecslab.stage.log;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The service events whose form we know (Developer Guide, *Service event messages*). The text
/// `gloss.service.WORD` says why such an event comes and what can be done.
enum ServiceGloss {
    UNBALANCED("unbalanced", Tone.WARNING, "is not AZ balanced"),
    BALANCED("balanced", Tone.SUCCESS, "is AZ balanced"),
    MOVED_IN("movedIn", Tone.ACCENT, "to AZ Rebalance"),
    MOVED_OUT("movedOut", Tone.ACCENT, "due to AZ rebalancing"),
    STARTED("started", Tone.ACCENT, "has started \\d+ tasks:"),
    REGISTERED("registered", Tone.SUCCESS, "(?<!de)registered \\d+ targets"),
    COMPUTED("computed", Tone.ACCENT, "updated computedDesiredCount for taskSet"),
    SET_STEADY("setSteady", Tone.SUCCESS, "updated state to STEADY_STATE"),
    STEADY("steady", Tone.SUCCESS, "has reached a steady state"),
    STOPPED("stopped", Tone.ACCENT, "has stopped \\d+ running tasks"),
    STOPPED_PENDING("stoppedPending", Tone.ACCENT, "stopped \\d+ pending tasks"),
    DEREGISTERED("deregistered", Tone.ACCENT, "deregistered \\d+ targets"),
    DRAINING("draining", Tone.ACCENT, "has begun draining connections"),
    COMPLETED("completed", Tone.SUCCESS, "deployment completed"),
    FAILED("failed", Tone.DANGER, "deployment failed: tasks"),
    FAILED_ALARM("failedAlarm", Tone.DANGER, "deployment failed: alarm"),
    FAILED_OTHER("failedOther", Tone.DANGER, "deployment failed:"),
    ROLLING_BACK("rollingBack", Tone.WARNING, "rolling back to deployment"),
    UNHEALTHY("unhealthy", Tone.DANGER, "is unhealthy in \\(target-group"),
    IMPAIRED("impaired", Tone.DANGER, "is unable to consistently start tasks successfully"),
    NOT_LAUNCHED("notLaunched", Tone.DANGER, "failed to launch a task with"),
    PROTECTED("protected", Tone.WARNING, "number of protected tasks are more"),
    STUCK("stuck", Tone.DANGER, "was unable to stop or start tasks during a deployment"),
    NOT_PLACED("notPlaced", Tone.DANGER, "was unable to place a task"),
    THROTTLED("throttled", Tone.WARNING, "operations are being throttled");

    private final String word;
    private final Tone tone;
    private final Pattern form;

    ServiceGloss(String word, Tone tone, String form) {
        this.word = word;
        this.tone = tone;
        this.form = Pattern.compile(form);
    }

    String key() {
        return "gloss.service." + word;
    }

    Tone tone() {
        return tone;
    }

    /// Empty if the event has a form that we don't know: it is then shown without a gloss.
    static Optional<ServiceGloss> of(String message) {
        return Arrays.stream(values()).filter(one -> one.form.matcher(message).find()).findFirst();
    }
}
