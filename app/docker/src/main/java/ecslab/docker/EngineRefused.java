package ecslab.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;

/// The Docker engine answers, but not with what was asked for. The message is the engine's own.
final class EngineRefused extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    private final int status;

    private EngineRefused(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    static EngineRefused of(DockerException refused) {
        return new EngineRefused(refused.getHttpStatus(), words(refused), refused);
    }

    static EngineRefused of(String message, Throwable cause) {
        return new EngineRefused(0, message, cause);
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /// Podman finds that a container is gone while it looks at it.
    boolean isNoContainer() {
        return words().contains("no such container");
    }

    String words() {
        return String.valueOf(getMessage());
    }

    /// `Status 404: {"message":"…"}` is the library's form; the sentence within is the engine's.
    private static String words(DockerException refused) {
        var text = String.valueOf(refused.getMessage()).strip();
        var brace = text.indexOf('{');
        if (brace < 0) {
            return text;
        }
        try {
            return JSON.readTree(text.substring(brace)).path("message").asText(text);
        } catch (JsonProcessingException _) {
            return text;
        }
    }
}
