package ecslab.ecs.model;

/// A CloudWatch alarm.
public record Alarm(String name, AlarmState state, String reason) {

    /// What CloudWatch says of an alarm. A new one begins with INSUFFICIENT_DATA.
    public enum AlarmState {
        OK,
        ALARM,
        INSUFFICIENT_DATA
    }
}
