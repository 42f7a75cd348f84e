package ecslab.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SchemaOfInputsIsPublishedTest {

    @Test
    void asTheReaderKnowsThem() throws IOException {
        assertEquals(
                SchemaOfInputs.text(),
                Files.readString(SchemaOfInputs.PUBLISHED),
                "run SchemaOfInputs.main in app/wire");
    }
}
