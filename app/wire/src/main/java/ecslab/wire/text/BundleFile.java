package ecslab.wire.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Reads one flat JSON file of texts. A fault in it is ours: the product's own texts are in it.
final class BundleFile {

    private static final JsonFactory JSON = new JsonFactory();

    private BundleFile() {}

    static SequencedMap<String, String> read(ClassLoader loader, String resource) {
        try (var in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + resource);
            }
            try (var parser = JSON.createParser(in)) {
                return flatObject(parser, resource);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(resource + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static SequencedMap<String, String> flatObject(JsonParser parser, String resource)
            throws IOException {
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT, resource);
        var texts = new TreeMap<String, String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName();
            expect(parser, parser.nextToken(), JsonToken.VALUE_STRING, resource);
            if (texts.put(key, parser.getText()) != null) {
                throw fault(
                        parser, resource, "the text key " + key + " is written twice. Rename one.");
            }
        }
        expect(parser, parser.currentToken(), JsonToken.END_OBJECT, resource);
        return texts;
    }

    private static void expect(
            JsonParser parser, JsonToken found, JsonToken wanted, String resource) {
        if (found != wanted) {
            throw fault(parser, resource, "a file of texts is one flat object of strings.");
        }
    }

    private static IllegalStateException fault(JsonParser parser, String resource, String what) {
        return new IllegalStateException(
                resource + ":" + parser.currentTokenLocation().getLineNr() + ": " + what);
    }
}
