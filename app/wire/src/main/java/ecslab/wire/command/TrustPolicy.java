package ecslab.wire.command;

import ecslab.wire.BadInput;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// A role's `AssumeRolePolicyDocument`, as far as we model it: which services may assume the role.
final class TrustPolicy {

    private static final List<String> ASSUME = List.of("sts:AssumeRole", "sts:*", "*");
    private static final String EXAMPLE =
            "[{\"Effect\": \"Allow\", \"Principal\": {\"Service\":"
                    + " \"ecs-tasks.amazonaws.com\"}, \"Action\": \"sts:AssumeRole\"}]";

    private final Problems problems;
    private final SequencedSet<String> allowed = new LinkedHashSet<>();
    private final SequencedSet<String> denied = new LinkedHashSet<>();

    private TrustPolicy(Problems problems) {
        this.problems = problems;
    }

    /// The services that the policy lets assume the role. An explicit deny wins.
    ///
    /// @param document the JSON itself, or a text that holds it, as AWS takes it
    static List<String> trustedServices(Json document, Problems problems) {
        var policy = new TrustPolicy(problems);
        var json =
                document instanceof Json.Text text ? inside(text, problems) : Optional.of(document);
        json.ifPresent(policy::read);
        policy.allowed.removeAll(policy.denied);
        return List.copyOf(policy.allowed);
    }

    private static Optional<Json> inside(Json.Text text, Problems problems) {
        try {
            return Optional.of(JsonReader.readInside(text, problems));
        } catch (BadInput malformed) {
            problems.addAll(malformed);
            return Optional.empty();
        }
    }

    private void read(Json document) {
        Fields.of(document, "a trust policy", problems)
                .ifPresent(policy -> {
                    policy.text("Version", "2012-10-17");
                    policy.find("Id");
                    policy.need("Statement", EXAMPLE).ifPresent(this::readStatements);
                    policy.refuseOthers();
                });
    }

    private void readStatements(Json statements) {
        for (var statement : oneOrMore(statements)) {
            Fields.of(statement, "a statement of a trust policy", problems)
                    .ifPresent(this::readStatement);
        }
    }

    private void readStatement(Fields statement) {
        statement.find("Sid");
        statement.find("Condition");
        var effect = statement.needText("Effect", "\"Allow\"");
        if (!effect.isEmpty() && !effect.equals("Allow") && !effect.equals("Deny")) {
            statement.wrong("Effect", "must be Allow or Deny", "\"Allow\"");
        }
        var actions = texts(statement, "Action", "\"sts:AssumeRole\"");
        var services = new ArrayList<String>();
        statement
                .needInside(
                        "Principal", "a principal", "{\"Service\": \"ecs-tasks.amazonaws.com\"}")
                .ifPresent(principal -> services.addAll(services(principal)));
        statement.refuseOthers();
        if (actions.stream().anyMatch(ASSUME::contains)) {
            (effect.equals("Deny") ? denied : allowed).addAll(services);
        }
    }

    private List<String> services(Fields principal) {
        principal.find("AWS");
        principal.find("Federated");
        var services =
                principal.find("Service").isPresent()
                        ? texts(principal, "Service", "\"ecs-tasks.amazonaws.com\"")
                        : List.<String>of();
        principal.refuseOthers();
        return services;
    }

    private static List<String> texts(Fields fields, String name, String example) {
        var texts = new ArrayList<String>();
        for (var item : fields.need(name, example).map(TrustPolicy::oneOrMore).orElse(List.of())) {
            if (item instanceof Json.Text(_, var text)) {
                texts.add(text);
            } else {
                fields.wrong(name, "must be a text or a list of texts", example);
            }
        }
        return texts;
    }

    private static List<Json> oneOrMore(Json value) {
        return value instanceof Json.Array(_, var items) ? items : List.of(value);
    }
}
