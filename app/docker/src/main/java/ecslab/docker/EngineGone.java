package ecslab.docker;

/// Nobody answers where the Docker engine was.
final class EngineGone extends RuntimeException {

    private static final long serialVersionUID = 1;

    EngineGone(Throwable cause) {
        super("the Docker engine doesn't answer: " + cause.getMessage(), cause);
    }
}
