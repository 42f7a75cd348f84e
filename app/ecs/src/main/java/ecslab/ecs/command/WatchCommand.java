package ecslab.ecs.command;

import java.time.Duration;
import java.util.List;

/// Commands about what watches a deployment, and about whom it asks.
public sealed interface WatchCommand extends Command {

    /// `lab:Alarm`: a CloudWatch alarm. It begins with INSUFFICIENT_DATA unless a state is given.
    ///
    /// @param state `OK`, `ALARM` or `INSUFFICIENT_DATA`
    record LabAlarm(String name, Given<String> state) implements WatchCommand {

        @Override
        public String api() {
            return "lab";
        }
    }

    /// `cloudwatch:SetAlarmState`
    record SetAlarmState(String alarmName, String stateValue, String stateReason)
            implements WatchCommand {

        @Override
        public String api() {
            return "cloudwatch";
        }
    }

    /// `lab:Hook`: how a Lambda function answers that a lifecycle hook calls.
    ///
    /// @param function its name or ARN
    /// @param answers `hookStatus` of one call after the other, the last one for all after it
    /// @param takes how long each call takes
    record LabHook(String function, List<String> answers, Duration takes) implements WatchCommand {

        @Override
        public String api() {
            return "lab";
        }
    }
}
