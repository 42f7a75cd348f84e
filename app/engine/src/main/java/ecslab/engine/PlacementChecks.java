package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.PlacementInput;
import ecslab.ecs.command.PlacementInput.ConstraintInput;
import ecslab.ecs.command.PlacementInput.StrategyInput;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.PlacementRules;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.ecs.query.ClusterQuery;
import ecslab.ecs.query.QueryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What ECS refuses in placement constraints and strategies (behaviour reference §5.2, §5.3).
final class PlacementChecks {

    private static final int STRATEGIES_MAX = 5;
    private static final int CONSTRAINTS_MAX = 10;
    private static final int EXPRESSION_MAX = 2_000;
    private static final String CONSTRAINTS = "/placementConstraints";
    private static final String STRATEGY = "/placementStrategy";

    private PlacementChecks() {}

    /// @param before what stays where nothing is given
    /// @param ofDefinition the constraints of the task definition, which count as well
    static PlacementRules check(
            PlacementInput given,
            PlacementRules before,
            List<PlacementConstraint> ofDefinition,
            LaunchType type) {
        var constraints =
                given.placementConstraints()
                                instanceof Given.Value<List<ConstraintInput>>(var asked)
                        ? constraints(asked)
                        : before.constraints();
        var strategy =
                given.placementStrategy() instanceof Given.Value<List<StrategyInput>>(var asked)
                        ? strategy(asked)
                        : before.strategy();
        if (type == LaunchType.FARGATE) {
            refuseOnFargate(constraints.isEmpty(), CONSTRAINTS, "constraints");
            refuseOnFargate(strategy.isEmpty(), STRATEGY, "strategies");
        }
        refuseTooMany(constraints.size() + ofDefinition.size());
        return new PlacementRules(constraints, strategy);
    }

    /// Of a task definition, which may have only `memberOf`.
    static List<PlacementConstraint> ofDefinition(List<ConstraintInput> given) {
        var constraints = constraints(given);
        for (var i = 0; i < constraints.size(); i++) {
            if (constraints.get(i).type() != PlacementConstraint.Type.MEMBER_OF) {
                throw ApiException.client(CONSTRAINTS + "/" + i + "/type")
                        .because("constraint.type 'distinctInstance' is not supported.")
                        .remedy(Phrase.of("remedy.placement.definition"));
            }
        }
        refuseTooMany(constraints.size());
        return constraints;
    }

    private static void refuseOnFargate(boolean isEmpty, String field, String what) {
        if (!isEmpty) {
            throw ApiException.invalidParameter(field)
                    .because("Placement " + what + " are not supported with FARGATE launch type.")
                    .remedy(Phrase.of("remedy.placement.fargate"));
        }
    }

    private static void refuseTooMany(int count) {
        if (count > CONSTRAINTS_MAX) {
            throw ApiException.invalidParameter(CONSTRAINTS)
                    .because(
                            "A task can have at most "
                                    + CONSTRAINTS_MAX
                                    + " placement constraints, those of its task definition"
                                    + " included, but has "
                                    + count
                                    + ".")
                    .remedy(Phrase.of("remedy.placement.count", "max", CONSTRAINTS_MAX));
        }
    }

    private static List<PlacementConstraint> constraints(List<ConstraintInput> given) {
        var constraints = new ArrayList<PlacementConstraint>();
        for (var i = 0; i < given.size(); i++) {
            constraints.add(constraint(given.get(i), CONSTRAINTS + "/" + i));
        }
        return List.copyOf(constraints);
    }

    private static PlacementConstraint constraint(ConstraintInput given, String field) {
        return switch (given.type().orElse("")) {
            case "distinctInstance" -> {
                if (given.expression().isGiven()) {
                    throw ApiException.invalidParameter(field + "/expression")
                            .because("distinctInstance expression should not be specified.")
                            .remedy(Phrase.of("remedy.placement.distinct"));
                }
                yield PlacementConstraint.distinctInstance();
            }
            case "memberOf" -> {
                var expression = given.expression().orElse("");
                query(expression, field + "/expression");
                yield PlacementConstraint.memberOf(expression);
            }
            default ->
                    throw unknown(
                            field + "/type", given.type().orElse(""), "distinctInstance, memberOf");
        };
    }

    /// Reads an expression of the cluster query language, or says where it is wrong.
    ///
    /// @param field where it stands in the command
    static ClusterQuery query(String expression, String field) {
        if (expression.length() > EXPRESSION_MAX) {
            throw ApiException.invalidParameter(field)
                    .because("An expression can have at most " + EXPRESSION_MAX + " characters.")
                    .remedy(Phrase.of("remedy.query.length", "max", EXPRESSION_MAX));
        }
        try {
            return ClusterQuery.parse(expression);
        } catch (QueryProblem problem) {
            throw ApiException.invalidParameter(field)
                    .because("Invalid expression " + problem.getMessage() + ".")
                    .remedy(
                            Phrase.of(
                                    problem.found().isEmpty() ? "remedy.query.end" : "remedy.query",
                                    "position",
                                    problem.position(),
                                    "found",
                                    problem.found(),
                                    "expected",
                                    problem.expected()));
        }
    }

    private static List<PlacementStrategy> strategy(List<StrategyInput> given) {
        if (given.size() > STRATEGIES_MAX) {
            throw ApiException.invalidParameter(STRATEGY)
                    .because(
                            "At most "
                                    + STRATEGIES_MAX
                                    + " placement strategies are allowed, but there are "
                                    + given.size()
                                    + ".")
                    .remedy(Phrase.of("remedy.placement.count", "max", STRATEGIES_MAX));
        }
        var strategy = new ArrayList<PlacementStrategy>();
        for (var i = 0; i < given.size(); i++) {
            strategy.add(strategy(given.get(i), STRATEGY + "/" + i));
        }
        return List.copyOf(strategy);
    }

    private static PlacementStrategy strategy(StrategyInput given, String at) {
        var field = given.field().orElse("");
        return switch (given.type().orElse("")) {
            case "spread" -> spread(field, at + "/field");
            case "binpack" -> {
                var packed = field.toLowerCase(Locale.ROOT);
                if (!packed.equals("cpu") && !packed.equals("memory")) {
                    throw unknown(at + "/field", field, "cpu, memory");
                }
                yield PlacementStrategy.binpack(packed);
            }
            case "random" -> {
                if (!field.isEmpty()) {
                    throw ApiException.invalidParameter(at + "/field")
                            .because("The random strategy has no field.")
                            .remedy(Phrase.of("remedy.placement.random"));
                }
                yield PlacementStrategy.random();
            }
            default ->
                    throw unknown(at + "/type", given.type().orElse(""), "spread, binpack, random");
        };
    }

    /// `host` has the same effect as `instanceId`, and is kept as that.
    private static PlacementStrategy spread(String field, String at) {
        if (field.equals("host") || field.equals(PlacementStrategy.INSTANCE_ID)) {
            return PlacementStrategy.spread(PlacementStrategy.INSTANCE_ID);
        }
        if (field.startsWith("attribute:") && field.length() > "attribute:".length()) {
            return PlacementStrategy.spread(field);
        }
        throw unknown(
                at, field, "instanceId, host, attribute:ecs.availability-zone, attribute:NAME");
    }

    private static ApiException unknown(String field, String found, String known) {
        return ApiException.invalidParameter(field)
                .because("Invalid value \"" + found + "\". Valid values: " + known + ".")
                .remedy(Phrase.of("remedy.placement.known", "known", known));
    }
}
