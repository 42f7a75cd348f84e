package ecslab.wire;

/// One thing that is wrong with a file or a command, and how to mend it.
///
/// @param file as the reader named it; empty for what was typed
/// @param line from 1
/// @param what in AWS's words where AWS has some
public record Problem(String file, int line, String what, String remedy) {

    public static Problem at(Place place, String what, String remedy) {
        return new Problem(place.file(), place.line(), what, remedy);
    }

    /// In one line: where, what, and how to mend it.
    public String said() {
        var where = file.isEmpty() ? "" : file + ":" + line + ": ";
        var end = what.endsWith(".") || what.endsWith("?") || what.endsWith("!") ? " " : ". ";
        return where + what + end + remedy;
    }
}
