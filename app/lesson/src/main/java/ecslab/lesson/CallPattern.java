package ecslab.lesson;

/// Which calls are meant: those of this action whose fields have the values written, however many
/// others they have. The value `*` means any.
///
/// @param call such as `ecs:RunTask`
/// @param with the fields, as JSON
public record CallPattern(String call, String with) {}
