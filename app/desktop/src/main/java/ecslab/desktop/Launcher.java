package ecslab.desktop;

import ecslab.desktop.command.Output;
import ecslab.desktop.command.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/// Where the program starts. It doesn't extend JavaFX's Application: with JavaFX as modules and the
/// rest on the class path, Java would then ask for JavaFX on the class path.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        var terminal =
                new Terminal(
                        new Output(new FileOutputStream(FileDescriptor.out)),
                        new Output(new FileOutputStream(FileDescriptor.err)));
        System.exit(Ecslab.run(terminal, arguments));
    }
}
