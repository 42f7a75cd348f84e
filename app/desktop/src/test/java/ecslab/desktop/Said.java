package ecslab.desktop;

import ecslab.desktop.command.Output;
import ecslab.desktop.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// What the program said to a command line.
record Said(int code, String out, String err) {

    static Said to(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = Ecslab.run(new Terminal(new Output(out), new Output(err)), arguments);
        return new Said(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
