package ecslab.desktop.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads which one of several is meant, counted from 1.
final class Ordinal implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException _) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no number. Write a whole one, counted from 1.");
        }
    }
}
