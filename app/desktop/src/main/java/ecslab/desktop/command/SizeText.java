package ecslab.desktop.command;

import ecslab.desktop.shot.Camera;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a size such as `1280x720`.
final class SizeText implements ITypeConverter<Camera.Size> {

    private static final Pattern FORM = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    @Override
    public Camera.Size convert(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no size. Write width and height, such as 1280x720.");
        }
        return new Camera.Size(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
