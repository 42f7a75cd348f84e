package ecslab.desktop.live;

import ecslab.wire.run.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run file of an earlier live cluster, by what its name says.
///
/// @param since when the file was begun, by this computer's clock
/// @param isCut whether the program was killed: the file holds what had happened until then
public record Recording(Path file, LocalDateTime since, boolean isCut) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String BEGINNING = "live-";

    /// What the file begins with that a killed program leaves.
    private static final String CUT = "unfinished-";

    /// The file of a cluster that ends now.
    static Path ending(Path folder) {
        return folder.resolve(name());
    }

    /// The file of a cluster that begins now.
    static Path beginning(Path folder) {
        return folder.resolve(CUT + name());
    }

    private static String name() {
        var now = LocalDateTime.now(ZoneId.systemDefault());
        return BEGINNING + NAME.format(now) + RunFile.ENDING;
    }

    /// Those in `folder`, the newest first. None if it can't be read.
    static List<Recording> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> of(file).stream())
                    .sorted(Comparator.comparing(Recording::since).reversed())
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Optional<Recording> of(Path file) {
        var name = file.getFileName().toString();
        var isCut = name.startsWith(CUT);
        return Stream.of(isCut ? name.substring(CUT.length()) : name)
                .filter(it -> it.startsWith(BEGINNING) && it.endsWith(RunFile.ENDING))
                .map(it -> it.substring(BEGINNING.length(), it.length() - RunFile.ENDING.length()))
                .flatMap(stamp -> moment(stamp).stream())
                .map(since -> new Recording(file, since, isCut))
                .findFirst();
    }

    private static Optional<LocalDateTime> moment(String stamp) {
        try {
            return Optional.of(LocalDateTime.parse(stamp, NAME));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
