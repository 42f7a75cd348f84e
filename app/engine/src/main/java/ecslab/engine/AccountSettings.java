package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.command.ClusterCommand.PutAccountSetting;
import java.util.List;

/// `PutAccountSetting`. What comes later has the setting; what is there stays as it is.
final class AccountSettings {

    static final String TRUNKING = "awsvpcTrunking";
    static final String ENABLED = "enabled";

    /// The others change nothing here, and are known so that they can be set.
    private static final List<String> NAMES =
            List.of(
                    TRUNKING,
                    "containerInsights",
                    "containerInstanceLongArnFormat",
                    "serviceLongArnFormat",
                    "taskLongArnFormat",
                    "fargateFIPSMode",
                    "fargateTaskRetirementWaitPeriod",
                    "guardDutyActivate",
                    "tagResourceAuthorization",
                    "defaultLogDriverMode");

    private final Desk desk;

    AccountSettings(Desk desk) {
        this.desk = desk;
    }

    Response put(PutAccountSetting command, Runnable accepted) {
        if (!NAMES.contains(command.name())) {
            throw ApiException.invalidParameter("/name")
                    .because("Invalid account setting name: " + command.name())
                    .remedy(Phrase.of("remedy.setting", "known", String.join(", ", NAMES)));
        }
        accepted.run();
        desk.state().settings.put(command.name(), command.value());
        return new Response.EmptyResponse();
    }
}
