package ecslab.desktop.command;

import ecslab.desktop.home.Theme;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a theme's name.
public final class ThemeWord implements ITypeConverter<Theme> {

    @Override
    public Theme convert(String text) {
        return Theme.ofWord(text)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "\""
                                        + text
                                        + "\" is no theme. Write light, dark or"
                                        + " contrast."));
    }
}
