package ecslab.desktop.command;

/// The command can't be carried out as it was given. Its message is the line that is printed: what,
/// where, and how to mend it.
public final class BadUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    private BadUse(String line) {
        super(line, null, false, false);
        this.line = line;
    }

    public String line() {
        return line;
    }

    /// Says the three things that a line must have.
    ///
    /// @param where a file, or the command's own name
    /// @param what without a full stop
    /// @param remedy a sentence
    public static BadUse of(String where, String what, String remedy) {
        return new BadUse(where + ": " + what + ". " + remedy);
    }
}
