package ecslab.desktop.command;

/// The two streams that a command speaks on.
///
/// @param out what was asked for
/// @param err what went wrong, one line each
public record Terminal(Output out, Output err) {

    public void flush() {
        out.flush();
        err.flush();
    }
}
