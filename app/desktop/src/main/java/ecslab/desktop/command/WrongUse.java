package ecslab.desktop.command;

import ecslab.ecs.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one line what is wrong with the arguments.
public final class WrongUse implements IParameterExceptionHandler {

    private final Terminal terminal;

    public WrongUse(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        terminal.err().line(line(wrong));
        return Exit.WRONG_USE;
    }

    private static String line(ParameterException wrong) {
        var command = wrong.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        return name + ": " + what(wrong, command) + " See: " + name + " --help";
    }

    private static String what(ParameterException wrong, CommandLine command) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched, command);
        }
        if (wrong instanceof MissingParameterException missing) {
            var names =
                    missing.getMissing().stream()
                            .map(option -> option.isOption() ? named(option) : option.paramLabel())
                            .toList();
            return "missing " + String.join(" and ", names) + ".";
        }
        var argument = wrong.getArgSpec();
        if (argument != null && wrong.getCause() instanceof TypeConversionException why) {
            return labelled(argument) + " " + why.getMessage();
        }
        return sentence(String.valueOf(wrong.getMessage()));
    }

    private static String unknown(UnmatchedArgumentException unmatched, CommandLine command) {
        var first = unmatched.getUnmatched().getFirst();
        var kind = unmatched.isUnknownOption() ? "option " : "argument ";
        if (!command.getSubcommands().isEmpty() && !unmatched.isUnknownOption()) {
            kind = "command ";
        }
        return "unknown " + kind + "\"" + first + "\"." + nearest(unmatched, first, command);
    }

    private static String nearest(
            UnmatchedArgumentException unmatched, String written, CommandLine command) {
        return unmatched.getSuggestions().stream()
                .findFirst()
                .or(() -> Nearest.to(written, command.getCommandSpec().optionsMap().keySet()))
                .map(near -> " Nearest is " + near + ".")
                .orElse("");
    }

    private static String labelled(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option
                ? option.longestName()
                : argument.paramLabel();
    }

    private static String named(CommandLine.Model.ArgSpec argument) {
        return labelled(argument) + " " + argument.paramLabel();
    }

    private static String sentence(String words) {
        var line = words.replace('\n', ' ').strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
