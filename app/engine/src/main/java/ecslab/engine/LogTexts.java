package ecslab.engine;

import ecslab.ecs.model.Arns;

/// What ECS says when the log stream of a container can't be made (Developer Guide,
/// *ResourceInitializationError*; the words were seen in error reports). Fargate has the newer
/// words, an agent on an instance those of its Docker.
final class LogTexts {

    private static final String START =
            "ResourceInitializationError: failed to validate logger args: ";
    private static final String RETRIED = "create stream has been retried 1 times: ";
    private static final String STREAM = "failed to create CloudWatch log stream: ";
    private static final String NEWER_NO_ROUTE =
            "The task cannot find the Amazon CloudWatch log group defined in the task definition."
                    + " There is a connection issue between the task and Amazon CloudWatch. Check"
                    + " your network configuration.";

    private LogTexts() {}

    static String noGroup(boolean onInstance) {
        var why =
                STREAM + "ResourceNotFoundException: The specified log group does not" + " exist.";
        return onInstance ? OurWords.loggingDriver(why) : START + RETRIED + why;
    }

    /// @param session the task's id: what the assumed role's session is called
    static String denied(
            boolean onInstance, String role, String action, Arns arns, String session) {
        var why =
                "failed to create Cloudwatch log stream: AccessDeniedException: User: arn:aws:sts::"
                        + arns.account()
                        + ":assumed-role/"
                        + Arns.lastPart(role)
                        + "/"
                        + session
                        + " is not authorized to perform: "
                        + action
                        + " because no identity-based policy allows the "
                        + action
                        + " action";
        return onInstance ? OurWords.loggingDriver(why) : START + RETRIED + why;
    }

    static String noRoute(boolean onInstance, Arns arns) {
        return onInstance
                ? OurWords.loggingDriver(
                        "failed to create Cloudwatch log stream: "
                                + OurWords.timedOut("logs", arns.region()))
                : START + NEWER_NO_ROUTE;
    }
}
