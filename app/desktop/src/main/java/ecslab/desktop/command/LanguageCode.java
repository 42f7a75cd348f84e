package ecslab.desktop.command;

import ecslab.wire.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a language's code.
public final class LanguageCode implements ITypeConverter<Language> {

    @Override
    public Language convert(String text) {
        return Language.ofCode(text)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "\""
                                        + text
                                        + "\" is no language here. Write en, ko, or xa"
                                        + " for doubled English."));
    }
}
