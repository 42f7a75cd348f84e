package ecslab.desktop.command;

import ecslab.stage.panel.Inspector;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of one of the inspector's tabs.
final class TabWord implements ITypeConverter<Inspector.Tab> {

    @Override
    public Inspector.Tab convert(String text) {
        return Stream.of(Inspector.Tab.values())
                .filter(tab -> tab.word().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                "\""
                                        + text
                                        + "\" is no tab. Write overview, json, events"
                                        + " or why."));
    }
}
