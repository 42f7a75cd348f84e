package ecslab.lesson.read;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;

/// The schemas that an editor would hold a lesson's files against.
final class PublishedSchemas {

    private static final Path FOLDER = Path.of("../../lessons/schemas");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources()));

    private PublishedSchemas() {}

    /// @param file such as `lesson.json` or `text.en.json`; any other is a scenario
    static List<String> complaints(String file, String json) {
        var name = file.split("\\.", 2)[0];
        var kind = List.of("lesson", "quiz", "text").contains(name) ? name : "scenario";
        var schema = FOLDER.resolve(kind + ".schema.json");
        return REGISTRY
                .getSchema(SchemaLocation.of(schema.toUri().toString()))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
