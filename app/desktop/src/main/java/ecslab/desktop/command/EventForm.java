package ecslab.desktop.command;

import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How events are printed. Named as they are written.
enum EventForm {
    jsonl,
    text,
    none;

    /// Reads a form's name.
    static final class Word implements ITypeConverter<EventForm> {

        @Override
        public EventForm convert(String text) {
            return Stream.of(values())
                    .filter(form -> form.name().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    "\""
                                            + text
                                            + "\" is no form of events. Write jsonl, text"
                                            + " or none."));
        }
    }
}
