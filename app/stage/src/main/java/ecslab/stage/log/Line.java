package ecslab.stage.log;

/// An event in the reader's language.
///
/// @param source who or what it is about, such as `task web#2`
/// @param text one line
/// @param detail what explains it, or empty; may be long
public record Line(Topic topic, Tone tone, String source, String text, String detail) {}
