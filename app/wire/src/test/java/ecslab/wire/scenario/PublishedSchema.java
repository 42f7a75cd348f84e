package ecslab.wire.scenario;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;

/// The schema that an editor would hold a scenario against.
final class PublishedSchema {

    private static final Path FILE = Path.of("../../lessons/schemas/scenario.schema.json");
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            builder ->
                                    builder.schemaLoader(loader -> loader.fetchRemoteResources()))
                    .getSchema(SchemaLocation.of(FILE.toUri().toString()));

    private PublishedSchema() {}

    static List<String> complaints(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }
}
