package ecslab.learn.compose;

import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Response;
import ecslab.ecs.model.Failure;
import ecslab.wire.Problem;
import java.util.List;
import java.util.regex.Pattern;

/// What came of running a command.
sealed interface Outcome {

    /// Nothing has been run.
    record Nothing() implements Outcome {}

    /// AWS's command line would not even have sent it.
    record Unsent(List<Problem> problems) implements Outcome {}

    record Refused(ApiError error) implements Outcome {}

    /// It was carried out.
    ///
    /// @param failures what wasn't placed although AWS answered 200
    record Accepted(String action, List<Failure> failures) implements Outcome {}

    static Outcome of(String action, Answer answer) {
        return switch (answer) {
            case ApiError error -> new Refused(error);
            case Response response -> new Accepted(action, response.failures());
        };
    }

    /// The fields that it is about, as JSON Pointers.
    default List<String> pointers() {
        return switch (this) {
            case Nothing() -> List.of();
            case Accepted _ -> List.of();
            case Refused(var error) -> List.of(error.field());
            case Unsent(var problems) ->
                    problems.stream().map(problem -> Paths.pointer(problem.what())).toList();
        };
    }

    /// Reads which field AWS's command line complains about.
    final class Paths {

        /// `Missing required parameter in input: "family"`, `Invalid type for parameter
        /// containerDefinitions[0].name, value: …` (botocore, `validate.py`).
        private static final Pattern MISSING =
                Pattern.compile("Missing required parameter in ([\\w.\\[\\]]+): \"(\\w+)\"");

        private static final Pattern WRONG = Pattern.compile("for parameter ([\\w.\\[\\]]+)");

        private Paths() {}

        static String pointer(String what) {
            var missing = MISSING.matcher(what);
            if (missing.find()) {
                var parent = missing.group(1).equals("input") ? "" : missing.group(1) + ".";
                return ofPath(parent + missing.group(2));
            }
            var wrong = WRONG.matcher(what);
            return wrong.find() ? ofPath(wrong.group(1)) : "";
        }

        private static String ofPath(String path) {
            return "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
        }
    }
}
