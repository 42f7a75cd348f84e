package ecslab.docker;

/// A live cluster couldn't be started. The message is what the engine, or the system, has said.
public final class LiveProblem extends Exception {

    private static final long serialVersionUID = 1;

    LiveProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
