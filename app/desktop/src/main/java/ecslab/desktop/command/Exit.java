package ecslab.desktop.command;

/// What the program's exit code means.
public final class Exit {

    public static final int DONE = 0;

    /// The answer is no: a scenario's command was refused, or a lesson is not true.
    public static final int NO = 1;

    /// Wrong use or bad input; a line says how to mend it.
    public static final int WRONG_USE = 2;

    /// A mistake of ours; a line says what to report.
    public static final int OUR_MISTAKE = 3;

    private Exit() {}
}
