package ecslab.desktop.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What keys do. They are told by code and not by character, so that they stay where they are under
/// a Korean layout.
public enum Shortcut {
    PLAY_PAUSE("playPause", Chord.of(KeyCode.SPACE)),
    STEP_ON("stepOn", Chord.of(KeyCode.RIGHT)),
    STEP_BACK("stepBack", Chord.of(KeyCode.LEFT)),
    TO_START("toStart", Chord.of(KeyCode.HOME)),
    TO_END("toEnd", Chord.of(KeyCode.END)),
    SLOWER("slower", Chord.of(KeyCode.OPEN_BRACKET)),
    FASTER("faster", Chord.of(KeyCode.CLOSE_BRACKET)),
    STOP_TASK("stopTask", Chord.of(KeyCode.S), Chord.of(KeyCode.DELETE)),
    WHY("why", Chord.of(KeyCode.W)),
    UNDO("undo", Chord.with(KeyCode.Z)),
    COMPOSE("compose", Chord.of(KeyCode.C)),
    SEARCH("search", Chord.with(KeyCode.F)),
    INSPECTOR("inspector", Chord.of(KeyCode.I)),
    UP("up", Chord.of(KeyCode.ESCAPE)),
    OPEN("open", Chord.with(KeyCode.O)),
    TEXT_LARGER(
            "textLarger",
            Chord.with(KeyCode.PLUS),
            Chord.with(KeyCode.EQUALS),
            Chord.with(KeyCode.ADD)),
    TEXT_SMALLER("textSmaller", Chord.with(KeyCode.MINUS), Chord.with(KeyCode.SUBTRACT)),
    TEXT_NORMAL("textNormal", Chord.with(KeyCode.DIGIT0), Chord.with(KeyCode.NUMPAD0)),
    KEYS("keys", Chord.of(KeyCode.F1));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that can't be changed.
    private final List<Chord> chords;

    Shortcut(String word, Chord... chords) {
        this.word = word;
        this.chords = List.of(chords);
    }

    /// A key, alone or with Ctrl (Cmd on macOS). Shift doesn't matter: on many layouts `+` needs
    /// it.
    record Chord(KeyCode code, boolean withShortcut) {

        static Chord of(KeyCode code) {
            return new Chord(code, false);
        }

        static Chord with(KeyCode code) {
            return new Chord(code, true);
        }

        boolean matches(KeyEvent event) {
            return event.getCode() == code
                    && event.isShortcutDown() == withShortcut
                    && !event.isAltDown();
        }
    }

    /// Whether it comes before what has the focus.
    boolean isForTheWholeWindow() {
        return switch (this) {
            case TEXT_LARGER, TEXT_SMALLER, TEXT_NORMAL, KEYS, OPEN, SEARCH -> true;
            case PLAY_PAUSE, STEP_ON, STEP_BACK, TO_START, TO_END, SLOWER, FASTER -> false;
            case STOP_TASK, WHY, UNDO, COMPOSE, INSPECTOR, UP -> false;
        };
    }

    /// The text that says what it does.
    public String key() {
        return "keys." + word;
    }

    /// What is printed on the keys, the usual chord first.
    public List<String> printed() {
        return chords.stream().map(Shortcut::printed).distinct().toList();
    }

    static Optional<Shortcut> of(KeyEvent event) {
        return Stream.of(values())
                .filter(shortcut -> shortcut.chords.stream().anyMatch(c -> c.matches(event)))
                .findFirst();
    }

    private static String printed(Chord chord) {
        var key =
                switch (chord.code()) {
                    case SPACE -> "Space";
                    case RIGHT -> "→";
                    case LEFT -> "←";
                    case HOME -> "Home";
                    case END -> "End";
                    case OPEN_BRACKET -> "[";
                    case CLOSE_BRACKET -> "]";
                    case DELETE -> "Delete";
                    case ESCAPE -> "Esc";
                    case PLUS, EQUALS, ADD -> "+";
                    case MINUS, SUBTRACT -> "−";
                    case DIGIT0, NUMPAD0 -> "0";
                    default -> chord.code().getName();
                };
        return chord.withShortcut() ? modifier() + key : key;
    }

    private static String modifier() {
        return System.getProperty("os.name").startsWith("Mac") ? "⌘" : "Ctrl+";
    }
}
