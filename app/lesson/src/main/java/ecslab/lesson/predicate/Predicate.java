package ecslab.lesson.predicate;

import java.util.Optional;
import java.util.regex.Pattern;

/// Something that holds of a run, or doesn't.
///
/// @param that what is asked
/// @param is what the answer has to be
/// @param when at which of the moments of `over`
/// @param over the stretch of time; it ends with the present moment
public record Predicate(Query that, Condition is, When when, Over over) {

    /// At which moments it has to hold. A state lasts until the next event, so these are exact.
    public sealed interface When {

        String FORMS = "now, always, ever or share>=0.95";

        record Now() implements When {}

        record Always() implements When {}

        record Ever() implements When {}

        /// For at least this share of the time.
        ///
        /// @param min from 0 to 1
        record Share(double min) implements When {}

        /// Reads one of the [#FORMS].
        static Optional<When> parse(String text) {
            return switch (text) {
                case "now" -> Optional.of(new Now());
                case "always" -> Optional.of(new Always());
                case "ever" -> Optional.of(new Ever());
                default -> {
                    var share = Words.SHARE.matcher(text);
                    yield share.matches()
                            ? Optional.of(new Share(Double.parseDouble(share.group(1))))
                            : Optional.empty();
                }
            };
        }
    }

    /// A stretch of time.
    public sealed interface Over {

        String FORMS = "step, lab or deployment:web";

        /// Since the step began.
        record Step() implements Over {}

        /// Since the lab began.
        record Lab() implements Over {}

        /// The newest deployment of a service, from its creation to its completion.
        record Deployment(String service) implements Over {}

        /// Reads one of the [#FORMS].
        static Optional<Over> parse(String text) {
            return switch (text) {
                case "step" -> Optional.of(new Step());
                case "lab" -> Optional.of(new Lab());
                default -> {
                    var deployment = Words.DEPLOYMENT.matcher(text);
                    yield deployment.matches()
                            ? Optional.of(new Deployment(deployment.group(1)))
                            : Optional.empty();
                }
            };
        }
    }

    private static final class Words {
        private static final Pattern SHARE =
                Pattern.compile("share>=(0(?:\\.\\d{1,6})?|1(?:\\.0)?)");
        private static final Pattern DEPLOYMENT = Pattern.compile("deployment:([\\w-]{1,255})");
    }
}
