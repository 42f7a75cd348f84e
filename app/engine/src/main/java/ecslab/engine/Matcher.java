package ecslab.engine;

/// A target group's `matcher`: `200`, `200,302` or `200-299`.
final class Matcher {

    private Matcher() {}

    static boolean accepts(String matcher, int status) {
        for (var part : matcher.split(",", -1)) {
            var dash = part.indexOf('-');
            var from = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            var to = dash < 0 ? from : Integer.parseInt(part.substring(dash + 1));
            if (status >= from && status <= to) {
                return true;
            }
        }
        return false;
    }
}
