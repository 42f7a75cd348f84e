package ecslab.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.Function;

/// Reads JSON strictly, and keeps the line of every field.
public final class JsonReader {

    /// Our deepest files reach a dozen.
    private static final int DEPTH_MAX = 100;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                    .build();

    private final Function<JsonParser, Place> places;
    private final JsonParser parser;
    private final Problems problems;

    private JsonReader(Function<JsonParser, Place> places, JsonParser parser, Problems problems) {
        this.places = places;
        this.parser = parser;
        this.problems = problems;
    }

    /// The one value that the source holds.
    ///
    /// @param problems gets the fields that are written twice; the first one counts
    /// @throws BadInput if it isn't JSON
    public static Json read(Source source, Problems problems) throws BadInput {
        var text = text(source);
        try (var parser = JSON.createParser(text)) {
            return new JsonReader(at -> line(source.name(), at), parser, problems).whole();
        } catch (JsonProcessingException malformed) {
            throw SyntaxFault.of(source.name(), malformed);
        } catch (IOException broken) {
            throw new IllegalStateException("a text in memory can't be read", broken);
        }
    }

    /// The JSON that a text holds. All of it stands where the text stands.
    ///
    /// @throws BadInput if it isn't JSON
    public static Json readInside(Json.Text text, Problems problems) throws BadInput {
        try (var parser = JSON.createParser(text.value())) {
            return new JsonReader(_ -> text.place(), parser, problems).whole();
        } catch (JsonProcessingException malformed) {
            var inside = SyntaxFault.of("", malformed).problems().getFirst();
            throw new BadInput(text.place(), inside.what(), inside.remedy());
        } catch (IOException broken) {
            throw new IllegalStateException("a text in memory can't be read", broken);
        }
    }

    private static String text(Source source) throws BadInput {
        var start = new Place(source.name(), 1);
        var bytes = source.bytes();
        if (bytes.length > Source.BYTES_MAX) {
            throw new BadInput(
                    start,
                    "the file has more than " + Source.BYTES_MAX / 1024 / 1024 + " MiB",
                    "Is it the right one? A scenario has a few kilobytes.");
        }
        var text = decoded(source.name(), bytes);
        if (text.isBlank()) {
            throw new BadInput(start, "the file is empty", "Write one JSON object into it.");
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String decoded(String file, byte[] bytes) throws BadInput {
        var buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException _) {
            var line = 1;
            for (var i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new BadInput(
                    new Place(file, line),
                    "this line has bytes that are not UTF-8",
                    "Save the file as UTF-8.");
        }
    }

    private Json whole() throws IOException, BadInput {
        if (parser.nextToken() == null) {
            throw new BadInput(here(), "there is no JSON here", "Write one JSON object.");
        }
        var value = value();
        if (parser.nextToken() != null) {
            throw new BadInput(
                    here(),
                    "something follows after the end of the JSON value",
                    "Delete it, or put it inside.");
        }
        return value;
    }

    private Json value() throws IOException {
        var place = here();
        return switch (parser.currentToken()) {
            case START_OBJECT -> struct(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> new Json.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(place, parser.getText());
            case VALUE_TRUE -> new Json.Bool(place, true);
            case VALUE_FALSE -> new Json.Bool(place, false);
            case VALUE_NULL -> new Json.Null(place);
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException(
                            "no value begins with " + parser.currentToken());
        };
    }

    private Json struct(Place place) throws IOException {
        var members = new LinkedHashMap<String, Json.Member>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var nameAt = here();
            parser.nextToken();
            var member = new Json.Member(nameAt, value());
            var first = members.putIfAbsent(name, member);
            if (first != null) {
                problems.add(
                        nameAt,
                        "\"" + name + "\" is written twice, first in line " + first.place().line(),
                        "Keep one of them.");
            }
        }
        return new Json.Struct(place, members);
    }

    private Json array(Place place) throws IOException {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Array(place, items);
    }

    private Place here() {
        return places.apply(parser);
    }

    private static Place line(String file, JsonParser parser) {
        return new Place(file, parser.currentTokenLocation().getLineNr());
    }
}
