package ecslab.stage.play;

import ecslab.ecs.time.SimInstant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a branch: `what-if 1 @ 1m05s`.
///
/// @param number counts a run's branches from 1
/// @param moment where it left, in whole seconds
public record WhatIf(int number, String moment) {

    private static final Pattern FORM = Pattern.compile("what-if (\\d{1,6}) @ (\\w+)");
    private static final int MINUTE = 60;

    static WhatIf leavingAt(SimInstant at, int number) {
        return new WhatIf(number, moment(at));
    }

    /// Empty if `branch` was named by somebody else.
    public static Optional<WhatIf> parse(String branch) {
        var parts = FORM.matcher(branch);
        return parts.matches()
                ? Optional.of(new WhatIf(Integer.parseInt(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    private static String moment(SimInstant at) {
        var seconds = at.since(SimInstant.START).toSeconds();
        var hours = seconds / (MINUTE * MINUTE);
        var minutes = seconds / MINUTE % MINUTE;
        if (hours > 0) {
            return String.format(Locale.ROOT, "%dh%02dm%02ds", hours, minutes, seconds % MINUTE);
        }
        return minutes > 0
                ? String.format(Locale.ROOT, "%dm%02ds", minutes, seconds % MINUTE)
                : seconds + "s";
    }

    @Override
    public String toString() {
        return "what-if " + number + " @ " + moment;
    }
}
