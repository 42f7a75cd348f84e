/// The command line. Every error is one line that says what, where and how to mend it; exit codes
/// are those of [ecslab.desktop.command.Exit].
///
/// Nothing here loads JavaFX before a picture is really asked for.
@org.jspecify.annotations.NullMarked
package ecslab.desktop.command;
