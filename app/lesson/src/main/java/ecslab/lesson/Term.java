package ecslab.lesson;

/// A word that a lesson introduces. Its card is shown once, and never again unless asked for.
///
/// @param id such as `taskDefinition`
public record Term(String id) {

    /// Key of the word itself.
    public String name() {
        return "term." + id;
    }

    /// Key of the one line that says what it is.
    public String line() {
        return "term." + id + ".line";
    }
}
