package ecslab.lesson;

import ecslab.wire.json.Json;

/// Which calls are meant: those of this action whose fields have the values written, however many
/// others they have. The value `*` means any.
///
/// @param call such as `ecs:RunTask`
/// @param with the fields
public record CallPattern(String call, Json with) {}
