package ecslab.engine;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Secret;

/// What ECS says when a task's execution role may not read a secret (Developer Guide,
/// *ResourceInitializationError*; the words were seen in error reports).
final class SecretTexts {

    private static final String START =
            "ResourceInitializationError: unable to pull secrets or registry auth: execution"
                    + " resource retrieval failed: ";

    private SecretTexts() {}

    /// A secret is Secrets Manager's by its ARN; everything else is a parameter's name or ARN.
    static String action(Secret secret) {
        return isInSecretsManager(secret) ? "secretsmanager:GetSecretValue" : "ssm:GetParameters";
    }

    /// @param session the task's id: what the assumed role's session is called
    static String denied(Secret secret, String roleArn, Arns arns, String session) {
        var where =
                isInSecretsManager(secret)
                        ? "unable to retrieve secret from asm: service call has been retried 1"
                                + " time(s): failed to fetch secret "
                                + secret.valueFrom()
                                + " from secrets manager: "
                        : "unable to retrieve secrets from ssm: service call has been retried 1"
                                + " time(s): ";
        return START
                + where
                + "AccessDeniedException: User: arn:aws:sts::"
                + arns.account()
                + ":assumed-role/"
                + Arns.lastPart(roleArn)
                + "/"
                + session
                + " is not authorized to perform: "
                + action(secret)
                + " on resource: "
                + resource(secret, arns)
                + " because no identity-based policy allows the "
                + action(secret)
                + " action";
    }

    private static String resource(Secret secret, Arns arns) {
        var from = secret.valueFrom();
        if (from.startsWith("arn:")) {
            return from;
        }
        return "arn:aws:ssm:"
                + arns.region()
                + ":"
                + arns.account()
                + ":parameter"
                + (from.startsWith("/") ? "" : "/")
                + from;
    }

    private static boolean isInSecretsManager(Secret secret) {
        return secret.valueFrom().contains(":secretsmanager:");
    }
}
