package ecslab.wire.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ecslab.wire.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Writes JSON: the same bytes for the same value, on every machine.
public final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    /// In one line, without blanks.
    public static String compact(Json value) {
        return written(out -> write(value, out));
    }

    /// In one line, without blanks.
    public static String compact(JsonNode value) {
        return written(out -> MAPPER.writeTree(out, value));
    }

    /// Indented by two blanks, lines ended by `\n`, without one at the end.
    public static String pretty(JsonNode value) {
        return written(out -> MAPPER.writeTree(out.setPrettyPrinter(printer()), value));
    }

    /// What `writing` writes.
    public static String written(Writing writing) {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can't be written", impossible);
        }
        return text.toString();
    }

    /// Writes to a generator.
    @FunctionalInterface
    public interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators =
                Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        var printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private static void write(Json value, JsonGenerator out) throws IOException {
        switch (value) {
            case Json.Text(_, var text) -> out.writeString(text);
            case Json.Numeral(_, var literal) -> out.writeNumber(literal);
            case Json.Bool(_, var bool) -> out.writeBoolean(bool);
            case Json.Null _ -> out.writeNull();
            case Json.Array(_, var items) -> {
                out.writeStartArray();
                for (var item : items) {
                    write(item, out);
                }
                out.writeEndArray();
            }
            case Json.Struct(_, var members) -> {
                out.writeStartObject();
                for (var member : members.entrySet()) {
                    out.writeFieldName(member.getKey());
                    write(member.getValue().value(), out);
                }
                out.writeEndObject();
            }
        }
    }
}
