package ecslab.engine;

import java.util.List;
import java.util.TreeMap;

/// The AWS managed policies that tasks meet, and what they allow (Developer Guide, *Amazon ECS task
/// execution IAM role*). Each allows its actions on every resource.
final class ManagedPolicies {

    private static final TreeMap<String, List<String>> ACTIONS = new TreeMap<>();

    static {
        ACTIONS.put(
                "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
                List.of(
                        "ecr:GetAuthorizationToken",
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:GetDownloadUrlForLayer",
                        "ecr:BatchGetImage",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents"));
        ACTIONS.put(
                "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess",
                List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"));
        ACTIONS.put(
                "arn:aws:iam::aws:policy/AmazonElasticFileSystemClientReadWriteAccess",
                List.of(
                        "elasticfilesystem:ClientMount",
                        "elasticfilesystem:ClientWrite",
                        "elasticfilesystem:ClientRootAccess"));
        ACTIONS.put(
                "arn:aws:iam::aws:policy/SecretsManagerReadWrite",
                List.of("secretsmanager:GetSecretValue"));
        ACTIONS.put(
                "arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess",
                List.of("ssm:GetParameters", "ssm:GetParameter"));
        ACTIONS.put(
                "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
                List.of("s3:GetObject", "s3:ListBucket"));
        ACTIONS.put(
                "arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess",
                List.of("logs:GetLogEvents", "logs:FilterLogEvents"));
    }

    private ManagedPolicies() {}

    static boolean isKnown(String arn) {
        return ACTIONS.containsKey(arn);
    }

    static boolean allows(String arn, String action) {
        return ACTIONS.getOrDefault(arn, List.of()).contains(action);
    }

    static String known() {
        return String.join(", ", ACTIONS.keySet());
    }
}
