package ecslab.ecs.query;

import java.util.List;

/// An expression that is true or false of a container instance.
public sealed interface ClusterQuery {

    boolean matches(Member member);

    /// Reads an expression.
    ///
    /// @throws QueryProblem that says where it is wrong, and what would be right
    static ClusterQuery parse(String text) throws QueryProblem {
        return new QueryParser(text).parse();
    }

    /// All must be true.
    record And(List<ClusterQuery> all) implements ClusterQuery {

        @Override
        public boolean matches(Member member) {
            return all.stream().allMatch(one -> one.matches(member));
        }
    }

    /// One must be true.
    record Or(List<ClusterQuery> any) implements ClusterQuery {

        @Override
        public boolean matches(Member member) {
            return any.stream().anyMatch(one -> one.matches(member));
        }
    }

    /// It must be false.
    record Not(ClusterQuery query) implements ClusterQuery {

        @Override
        public boolean matches(Member member) {
            return !query.matches(member);
        }
    }

    /// `subject operator [argument]`
    record Test(Subject subject, Operator operator, Argument argument) implements ClusterQuery {

        @Override
        public boolean matches(Member member) {
            var values = subject.of(member);
            return operator.isNegated()
                    ? !holds(operator.opposite(), values)
                    : holds(operator, values);
        }

        /// Of a subject with several values one has to fit; without any value nothing fits, and so
        /// its opposite does.
        private boolean holds(Operator asked, List<String> values) {
            return asked == Operator.EXISTS
                    ? !values.isEmpty()
                    : values.stream().anyMatch(value -> argument.fits(subject, asked, value));
        }
    }
}
