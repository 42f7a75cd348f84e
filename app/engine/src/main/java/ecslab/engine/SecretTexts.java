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

    /// Which service the secret is read from.
    static String service(Secret secret) {
        return isInSecretsManager(secret) ? "secretsmanager" : "ssm";
    }

    static String noRoute(Secret secret, Arns arns) {
        return START + where(secret) + OurWords.timedOut(service(secret), arns.region());
    }

    static String missing(Secret secret) {
        return START
                + where(secret)
                + (isInSecretsManager(secret)
                        ? OurWords.NO_SECRET
                        : OurWords.noParameter(Arns.lastPart(secret.valueFrom())));
    }

    private static String where(Secret secret) {
        return isInSecretsManager(secret)
                ? "unable to retrieve secret from asm: service call has been retried 1 time(s):"
                        + " failed to fetch secret "
                        + secret.valueFrom()
                        + " from secrets manager: "
                : "unable to retrieve secrets from ssm: service call has been retried 1 time(s): ";
    }

    /// @param session the task's id: what the assumed role's session is called
    static String denied(Secret secret, String roleArn, Arns arns, String session) {
        return START
                + where(secret)
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
        return arns.parameter(from);
    }

    private static boolean isInSecretsManager(Secret secret) {
        return secret.valueFrom().contains(":secretsmanager:");
    }
}
