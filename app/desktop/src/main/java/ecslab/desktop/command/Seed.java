package ecslab.desktop.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a seed.
final class Seed implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no seed. Write a whole number, such as 7.");
        }
    }
}
