package ecslab.wire.command;

/// The type of a field of an API action's input.
sealed interface InputType {

    record Scalar(Kind kind) implements InputType {}

    record ListOf(InputType item) implements InputType {}

    record MapOf(InputType value) implements InputType {}

    /// A structure with fields of its own.
    ///
    /// @param name as the table calls it
    record Structure(String name) implements InputType {}

    /// Any JSON.
    record Any() implements InputType {}

    /// An AppSpec: a text to AWS, and here also the JSON itself.
    record AppSpec() implements InputType {}

    /// A policy document: a text to AWS, and here also the JSON itself.
    record Policy() implements InputType {}

    /// The scalar types.
    enum Kind {
        STRING("<class 'str'>"),
        INTEGER("<class 'int'>"),
        LONG("<class 'int'>"),
        BOOLEAN("<class 'bool'>"),
        DOUBLE("<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>");

        private final String python;

        Kind(String python) {
            this.python = python;
        }

        /// As AWS's command line names it.
        String python() {
            return python;
        }
    }

    /// Reads the table's form of a type, without the mark of a required field.
    static InputType parse(String written) {
        if (written.startsWith("[")) {
            return new ListOf(parse(written.substring(1, written.length() - 1)));
        }
        if (written.startsWith("{")) {
            return new MapOf(parse(written.substring(1, written.length() - 1)));
        }
        return switch (written) {
            case "string" -> new Scalar(Kind.STRING);
            case "integer" -> new Scalar(Kind.INTEGER);
            case "long" -> new Scalar(Kind.LONG);
            case "boolean" -> new Scalar(Kind.BOOLEAN);
            case "double" -> new Scalar(Kind.DOUBLE);
            case "any" -> new Any();
            case "appspec" -> new AppSpec();
            case "policy" -> new Policy();
            default -> new Structure(written);
        };
    }
}
