package ecslab.stage.log;

/// What a line's colour says. Colour is never the only sign: words and icons say it, too.
public enum Tone {
    MUTED("muted"),
    ACCENT("accent"),
    SUCCESS("success"),
    WARNING("warning"),
    DANGER("danger");

    private final String word;

    Tone(String word) {
        this.word = word;
    }

    /// As style classes write it.
    public String word() {
        return word;
    }
}
