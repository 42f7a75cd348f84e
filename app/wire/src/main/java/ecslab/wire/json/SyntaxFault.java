package ecslab.wire.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says in plain words what a JSON parser found, for the faults that people make when they write
/// JSON by hand.
final class SyntaxFault {

    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)'");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'");
    private static final Pattern OPENED =
            Pattern.compile("(?:start marker|starting) at \\[.*?line: (\\d+)");

    private SyntaxFault() {}

    static BadInput of(String file, JsonProcessingException fault) {
        var message = fault.getOriginalMessage();
        var location = Optional.ofNullable(fault.getLocation());
        var place = new Place(file, location.map(at -> at.getLineNr()).orElse(1));
        if (fault instanceof StreamConstraintsException) {
            return new BadInput(
                    place,
                    message.contains("nesting depth")
                            ? "the brackets are nested deeper than anything that we read"
                            : "a name or number is longer than anything that we read",
                    "Is it the right file?");
        }
        return of(place, message);
    }

    private static BadInput of(Place place, String message) {
        if (message.startsWith("Unexpected end-of-input")) {
            return new BadInput(
                    place,
                    "the JSON ends before it is complete",
                    "Close what is open" + openedIn(message) + ".");
        }
        if (message.startsWith("Unexpected close marker")) {
            return new BadInput(
                    place,
                    "a bracket is closed that isn't the open one",
                    "Close first what is open" + openedIn(message) + ".");
        }
        if (message.startsWith("Illegal unquoted character")) {
            return new BadInput(
                    place,
                    "a text isn't closed at the end of its line",
                    "Write the closing \", or \\n for a line break inside.");
        }
        var token = TOKEN.matcher(message);
        if (token.find()) {
            return new BadInput(
                    place,
                    token.group(1) + " is no JSON value",
                    "Put a text in double quotes; true, false and null are lower case.");
        }
        var character = CHARACTER.matcher(message);
        return character.find()
                ? ofCharacter(place, character.group(1), message)
                : new BadInput(place, "this isn't JSON: " + message, "Mend it.");
    }

    private static BadInput ofCharacter(Place place, String character, String message) {
        return switch (character) {
            case "/", "#" ->
                    new BadInput(place, "JSON has no comments", "Delete what begins with it.");
            case "'" -> new BadInput(place, "a ' begins no JSON text", "Write \" around texts.");
            case "}", "]" ->
                    message.contains("separate")
                            ? new BadInput(
                                    place,
                                    "a " + character + " closes nothing",
                                    "Delete it, or open it before.")
                            : new BadInput(
                                    place,
                                    "a value is missing before " + character,
                                    "Delete the last comma, or write the value.");
            default ->
                    message.contains("comma")
                            ? new BadInput(
                                    place,
                                    "a comma is missing before " + character,
                                    "Write a comma between the two values.")
                            : new BadInput(
                                    place,
                                    "a " + character + " can't stand here",
                                    "Names and texts stand in double quotes.");
        };
    }

    private static String openedIn(String message) {
        var opened = OPENED.matcher(message);
        return opened.find() ? ": it was opened in line " + opened.group(1) : "";
    }
}
