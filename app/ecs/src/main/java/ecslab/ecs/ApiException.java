package ecslab.ecs;

/// Carries an [ApiError] out of the depth of a handler. It is the caller's mistake, never ours.
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;

    private final transient ApiError error;

    private ApiException(ApiError error) {
        super(error.code() + ": " + error.message(), null, false, false);
        this.error = error;
    }

    public ApiError error() {
        return error;
    }

    public static Because invalidParameter(String field) {
        return of("InvalidParameterException", field);
    }

    public static Because client(String field) {
        return of("ClientException", field);
    }

    /// An error with a code of its own.
    ///
    /// @param code AWS's name of the exception
    /// @param field the path of the field that is wrong, or empty
    public static Because of(String code, String field) {
        return message ->
                remedy -> new ApiException(new ApiError(code, BAD_REQUEST, message, field, remedy));
    }

    /// Asks for what is wrong. The steps follow one another so that none can be left out.
    @FunctionalInterface
    public interface Because {
        /// Says what is wrong.
        ///
        /// @param message in ECS's own words where they are known
        Mend because(String message);
    }

    /// Asks how to mend it.
    @FunctionalInterface
    public interface Mend {
        ApiException remedy(Phrase remedy);
    }
}
