package ecslab.ecs.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What an expression asks of its subject, as a sign and as a word.
public enum Operator {
    EQUALS("==", "equals"),
    NOT_EQUALS("!=", "not_equals"),
    GREATER_THAN_EQUAL(">=", "greater_than_equal"),
    GREATER_THAN(">", "greater_than"),
    LESS_THAN_EQUAL("<=", "less_than_equal"),
    LESS_THAN("<", "less_than"),
    EXISTS("exists", "exists"),
    NOT_EXISTS("!exists", "not_exists"),
    IN("in", "in"),
    NOT_IN("!in", "not_in"),
    MATCHES("=~", "matches"),
    NOT_MATCHES("!~", "not_matches");

    private final String sign;
    private final String word;

    Operator(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    public String sign() {
        return sign;
    }

    String word() {
        return word;
    }

    /// Whether it is true where another one is false.
    boolean isNegated() {
        return switch (this) {
            case NOT_EQUALS, NOT_EXISTS, NOT_IN, NOT_MATCHES -> true;
            case EQUALS, EXISTS, IN, MATCHES -> false;
            case GREATER_THAN, GREATER_THAN_EQUAL, LESS_THAN, LESS_THAN_EQUAL -> false;
        };
    }

    Operator opposite() {
        return switch (this) {
            case NOT_EQUALS -> EQUALS;
            case NOT_EXISTS -> EXISTS;
            case NOT_IN -> IN;
            case NOT_MATCHES -> MATCHES;
            case EQUALS -> NOT_EQUALS;
            case EXISTS -> NOT_EXISTS;
            case IN -> NOT_IN;
            case MATCHES -> NOT_MATCHES;
            case GREATER_THAN -> LESS_THAN_EQUAL;
            case GREATER_THAN_EQUAL -> LESS_THAN;
            case LESS_THAN -> GREATER_THAN_EQUAL;
            case LESS_THAN_EQUAL -> GREATER_THAN;
        };
    }

    /// For what has an order.
    static Set<Operator> comparing() {
        return Collections.unmodifiableSet(
                EnumSet.of(
                        EQUALS,
                        NOT_EQUALS,
                        GREATER_THAN_EQUAL,
                        GREATER_THAN,
                        LESS_THAN_EQUAL,
                        LESS_THAN));
    }

    /// For what is one of several.
    static Set<Operator> choosing() {
        return Collections.unmodifiableSet(
                EnumSet.of(EQUALS, NOT_EQUALS, IN, NOT_IN, MATCHES, NOT_MATCHES));
    }
}
