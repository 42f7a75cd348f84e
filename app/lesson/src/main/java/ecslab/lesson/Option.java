package ecslab.lesson;

/// One of the answers offered.
public sealed interface Option {

    /// Names the option, and is the key of what it says.
    String key();

    record Right(String key) implements Option {}

    /// A distractor, which teaches.
    ///
    /// @param because key of why it is wrong
    record Wrong(String key, String because, Show show) implements Option {}
}
