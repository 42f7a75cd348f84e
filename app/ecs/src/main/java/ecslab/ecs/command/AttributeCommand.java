package ecslab.ecs.command;

import java.util.List;

/// Commands about the attributes of container instances.
public sealed interface AttributeCommand extends CapacityCommand {

    /// `ecs:PutAttributes`: a name that is there gets another value.
    record PutAttributes(Given<String> cluster, List<AttributeInput> attributes)
            implements AttributeCommand {}

    /// `ecs:DeleteAttributes`
    record DeleteAttributes(Given<String> cluster, List<AttributeInput> attributes)
            implements AttributeCommand {}

    /// `ecs:ListAttributes`
    ///
    /// @param targetType `container-instance`
    record ListAttributes(
            Given<String> cluster,
            String targetType,
            Given<String> attributeName,
            Given<String> attributeValue,
            Page page)
            implements AttributeCommand {}

    /// One of `attributes`.
    ///
    /// @param targetId an id, an ARN or `${instance/NAME}`
    record AttributeInput(
            String name, Given<String> value, Given<String> targetType, Given<String> targetId) {}
}
