package ecslab.wire.event;

import com.fasterxml.jackson.core.JsonGenerator;
import ecslab.ecs.Phrase;
import ecslab.ecs.time.SimInstant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Writes the fields of a line in the forms that all events share.
class LineWriter {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int DECIMALS = 6;

    private final JsonGenerator out;

    LineWriter(JsonGenerator out) {
        this.out = out;
    }

    void open() throws IOException {
        out.writeStartObject();
    }

    void open(String name) throws IOException {
        out.writeObjectFieldStart(name);
    }

    void close() throws IOException {
        out.writeEndObject();
    }

    void openList(String name) throws IOException {
        out.writeArrayFieldStart(name);
    }

    void closeList() throws IOException {
        out.writeEndArray();
    }

    /// Left out if it is empty.
    void text(String name, Object value) throws IOException {
        var text = value.toString();
        if (!text.isEmpty()) {
            out.writeStringField(name, text);
        }
    }

    void number(String name, long value) throws IOException {
        out.writeNumberField(name, value);
    }

    void flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
    }

    void moment(String name, SimInstant value) throws IOException {
        out.writeStringField(name, seconds(value.micros()));
    }

    void span(String name, Duration value) throws IOException {
        out.writeStringField(name, seconds(value.toNanos() / 1_000));
    }

    /// @param json one line
    void raw(String name, String json) throws IOException {
        out.writeFieldName(name);
        out.writeRawValue(json);
    }

    void texts(String name, List<?> values) throws IOException {
        if (!values.isEmpty()) {
            openList(name);
            for (var value : values) {
                out.writeString(value.toString());
            }
            closeList();
        }
    }

    /// Left out if it is empty.
    void map(String name, Map<String, String> texts) throws IOException {
        if (!texts.isEmpty()) {
            open(name);
            for (var text : texts.entrySet()) {
                out.writeStringField(text.getKey(), text.getValue());
            }
            close();
        }
    }

    /// Left out if there is nothing to say.
    void phrase(String name, Phrase phrase) throws IOException {
        if (phrase.key().isEmpty()) {
            return;
        }
        open(name);
        text("key", phrase.key());
        if (!phrase.values().isEmpty()) {
            open("values");
            for (var value : phrase.values().entrySet()) {
                out.writeStringField(value.getKey(), value.getValue());
            }
            close();
        }
        close();
    }

    /// Such as `20.000000s`.
    private static String seconds(long micros) {
        var fraction = String.valueOf(Math.abs(micros % MICROS_PER_SECOND));
        return (micros < 0 ? "-" : "")
                + Math.abs(micros / MICROS_PER_SECOND)
                + "."
                + "0".repeat(DECIMALS - fraction.length())
                + fraction
                + "s";
    }
}
