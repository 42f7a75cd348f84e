package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.LaunchType;
import java.util.List;
import java.util.Optional;

/// Reads a launch type as AWS writes it.
final class LaunchTypes {

    private LaunchTypes() {}

    static LaunchType parse(String text, String field) {
        for (var type : LaunchType.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw ApiException.client(field)
                .because("Invalid launch type '" + text + "'.")
                .remedy(Phrase.of("remedy.launchType"));
    }

    /// Empty if it isn't given.
    static Optional<LaunchType> checked(Given<String> given) {
        return given.isGiven()
                ? Optional.of(parse(given.orElse(""), "/launchType"))
                : Optional.empty();
    }

    /// `EC2, FARGATE`
    static String list(List<LaunchType> types) {
        return String.join(", ", types.stream().map(LaunchType::name).toList());
    }
}
