package ecslab.ecs.query;

import ecslab.ecs.query.ClusterQuery.And;
import ecslab.ecs.query.ClusterQuery.Not;
import ecslab.ecs.query.ClusterQuery.Or;
import ecslab.ecs.query.ClusterQuery.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads expressions from left to right: `or` binds least, then `and`, then `not`. Parentheses
/// stand between expressions, never inside one.
final class QueryParser {

    private static final int DEPTH_MAX = 50;
    private static final List<String> TRUTHS = List.of("true", "false");
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");

    private final QueryText text;
    private int depth;

    QueryParser(String written) {
        text = new QueryText(written);
    }

    ClusterQuery parse() throws QueryProblem {
        var query = or();
        if (!text.atEnd()) {
            throw text.wrong("&&, and, ||, or, or the end");
        }
        return query;
    }

    private ClusterQuery or() throws QueryProblem {
        var any = new ArrayList<ClusterQuery>();
        any.add(and());
        while (text.takeSign("||") || text.takeWord("or")) {
            any.add(and());
        }
        return any.size() == 1 ? any.getFirst() : new Or(List.copyOf(any));
    }

    private ClusterQuery and() throws QueryProblem {
        var all = new ArrayList<ClusterQuery>();
        all.add(not());
        while (text.takeSign("&&") || text.takeWord("and")) {
            all.add(not());
        }
        return all.size() == 1 ? all.getFirst() : new And(List.copyOf(all));
    }

    private ClusterQuery not() throws QueryProblem {
        if (++depth > DEPTH_MAX) {
            throw text.wrong("at most " + DEPTH_MAX + " parentheses or nots inside each other");
        }
        ClusterQuery query;
        if (text.takeSign("!") || text.takeWord("not")) {
            query = new Not(not());
        } else if (text.takeSign("(")) {
            query = or();
            if (!text.takeSign(")")) {
                throw text.wrong(")");
            }
        } else {
            query = test();
        }
        depth--;
        return query;
    }

    private ClusterQuery test() throws QueryProblem {
        var subject = subject();
        var operator = operator(subject);
        return new Test(subject, operator, argument(subject, operator));
    }

    private Subject subject() throws QueryProblem {
        var written = text.peekName();
        for (var plain : Subject.Plain.values()) {
            if (plain.written().equals(written)) {
                text.skip(written);
                return plain;
            }
        }
        var prefix = Subject.Attribute.PREFIX;
        if (written.startsWith(prefix) && written.length() > prefix.length()) {
            text.skip(written);
            return new Subject.Attribute(written.substring(prefix.length()));
        }
        throw text.wrong(
                "a subject: agentConnected, agentVersion, attribute:NAME, ec2InstanceId,"
                        + " registeredAt, runningTasksCount or task:group");
    }

    /// Longer signs come before shorter ones, so that `>=` isn't read as `>`.
    private Operator operator(Subject subject) throws QueryProblem {
        var allowed = subject.operators();
        for (var operator : Operator.values()) {
            if (text.nextIs(operator)) {
                if (!allowed.contains(operator)) {
                    throw text.wrong("an operator of " + subject.written() + ": " + list(allowed));
                }
                text.take(operator);
                return operator;
            }
        }
        throw text.wrong("an operator: " + list(allowed));
    }

    private static String list(Set<Operator> operators) {
        return String.join(" ", operators.stream().map(Operator::sign).toList());
    }

    private Argument argument(Subject subject, Operator operator) throws QueryProblem {
        return switch (operator) {
            case EXISTS, NOT_EXISTS -> new Argument.None();
            case IN, NOT_IN -> new Argument.Values(text.takeList());
            case MATCHES, NOT_MATCHES -> new Argument.Regex(text.takeRegex());
            case EQUALS, NOT_EQUALS -> value(subject);
            case GREATER_THAN, GREATER_THAN_EQUAL, LESS_THAN, LESS_THAN_EQUAL -> value(subject);
        };
    }

    private Argument value(Subject subject) throws QueryProblem {
        var at = text.here();
        var value = text.takeValue();
        if (subject.order() == Subject.Order.DATE && Argument.date(value).isEmpty()) {
            throw text.wrongAt(
                    at, value, "a date: 2018-06-18T22:28:28Z, 2018-06-18T22:28:28 or 2018-06-18");
        }
        if (subject == Subject.Plain.RUNNING_TASKS_COUNT
                && !Argument.NUMBER.matcher(value).matches()) {
            throw text.wrongAt(at, value, "a number");
        }
        if (subject == Subject.Plain.AGENT_CONNECTED && !TRUTHS.contains(value)) {
            throw text.wrongAt(at, value, "true or false");
        }
        if (subject == Subject.Plain.AGENT_VERSION && !VERSION.matcher(value).matches()) {
            throw text.wrongAt(at, value, "a version, such as 1.105.1");
        }
        if (value.indexOf('(') >= 0) {
            throw text.wrongAt(
                    at, value, "a value without parentheses: these stand around expressions");
        }
        return new Argument.Value(value);
    }
}
