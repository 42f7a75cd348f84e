package ecslab.ecs.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What an expression asks about.
public sealed interface Subject {

    /// Its values for an instance: none, one, or several.
    List<String> of(Member member);

    Set<Operator> operators();

    /// How its values are compared.
    default Order order() {
        return Order.TEXT;
    }

    /// How `>` and its kin compare.
    enum Order {
        /// Numbers as numbers, everything else letter by letter.
        TEXT,
        /// `1.9.0` before `1.10.0`
        VERSION,
        /// ISO dates
        DATE
    }

    /// As the language writes it.
    String written();

    /// The subjects without a name of their own.
    enum Plain implements Subject {
        AGENT_CONNECTED("agentConnected") {
            @Override
            public List<String> of(Member member) {
                return List.of(String.valueOf(member.instance().agentConnected()));
            }
        },
        AGENT_VERSION("agentVersion") {
            @Override
            public List<String> of(Member member) {
                return List.of(member.instance().agentVersion());
            }

            @Override
            public Set<Operator> operators() {
                return Operator.comparing();
            }

            @Override
            public Order order() {
                return Order.VERSION;
            }
        },
        EC2_INSTANCE_ID("ec2InstanceId") {
            @Override
            public List<String> of(Member member) {
                return List.of(member.instance().ec2InstanceId());
            }
        },
        REGISTERED_AT("registeredAt") {
            @Override
            public List<String> of(Member member) {
                return List.of(member.registeredAt().toString());
            }

            @Override
            public Set<Operator> operators() {
                return Operator.comparing();
            }

            @Override
            public Order order() {
                return Order.DATE;
            }
        },
        RUNNING_TASKS_COUNT("runningTasksCount") {
            @Override
            public List<String> of(Member member) {
                return List.of(String.valueOf(member.instance().runningTasksCount()));
            }

            @Override
            public Set<Operator> operators() {
                return Operator.comparing();
            }
        },
        /// The groups of all tasks that hold resources of the instance.
        TASK_GROUP("task:group") {
            @Override
            public List<String> of(Member member) {
                return List.copyOf(member.groups());
            }
        };

        private final String written;

        Plain(String written) {
            this.written = written;
        }

        @Override
        public String written() {
            return written;
        }

        @Override
        public Set<Operator> operators() {
            return Operator.choosing();
        }
    }

    /// `attribute:NAME`, built-in or custom.
    record Attribute(String name) implements Subject {

        static final String PREFIX = "attribute:";

        @Override
        public List<String> of(Member member) {
            return member.instance().attribute(name).stream().toList();
        }

        @Override
        public Set<Operator> operators() {
            return EnumSet.allOf(Operator.class);
        }

        @Override
        public String written() {
            return PREFIX + name;
        }
    }
}
