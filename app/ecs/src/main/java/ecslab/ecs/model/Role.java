package ecslab.ecs.model;

import java.util.List;

/// An IAM role: who may assume it, and which policies are attached.
///
/// @param trustedServices such as `ecs-tasks.amazonaws.com`
/// @param policyArns attached managed policies, in the order they were attached
public record Role(
        String name, String arn, List<String> trustedServices, List<String> policyArns) {}
