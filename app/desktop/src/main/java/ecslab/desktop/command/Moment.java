package ecslab.desktop.command;

import ecslab.ecs.time.SimInstant;
import ecslab.ecs.time.Spans;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a moment of a run, such as `2m30s`.
final class Moment implements ITypeConverter<SimInstant> {

    @Override
    public SimInstant convert(String text) {
        return Spans.parse(text)
                .map(SimInstant::of)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "\"" + text + "\" is no moment. Write one " + Spans.FORMS + "."));
    }
}
