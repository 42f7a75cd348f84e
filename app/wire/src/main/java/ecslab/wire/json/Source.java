package ecslab.wire.json;

import ecslab.wire.BadInput;
import ecslab.wire.Place;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where JSON is read from.
public sealed interface Source {

    /// More than a hundred times what the longest lesson takes.
    int BYTES_MAX = 8 * 1024 * 1024;

    /// As problems name it.
    String name();

    /// A file that lies in the same folder.
    Source beside(String file) throws BadInput;

    /// The first bytes: one more than [#BYTES_MAX] if there are too many.
    byte[] bytes() throws BadInput;

    /// A file on disk.
    record OfFile(Path path) implements Source {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public Source beside(String file) {
            return new OfFile(path.resolveSibling(file));
        }

        @Override
        public byte[] bytes() throws BadInput {
            if (Files.isDirectory(path)) {
                throw unreadable("this is a folder, not a file", "Name a JSON file in it.");
            }
            try (var in = Files.newInputStream(path)) {
                return in.readNBytes(BYTES_MAX + 1);
            } catch (NoSuchFileException _) {
                throw unreadable("there is no such file", "Look at the name and the folder.");
            } catch (AccessDeniedException _) {
                throw unreadable("you may not read this file", "Change its permissions.");
            } catch (IOException broken) {
                throw unreadable("it can't be read: " + broken.getMessage(), "Try another copy.");
            }
        }

        private BadInput unreadable(String what, String remedy) {
            return new BadInput(new Place(name(), 1), what, remedy);
        }
    }

    /// What the product itself brings along, in a folder of classes or in a jar.
    record OfResource(URI uri) implements Source {

        public static OfResource of(URL url) {
            return new OfResource(URI.create(url.toExternalForm()));
        }

        @Override
        public String name() {
            var text = uri.toString();
            return text.substring(text.lastIndexOf('/') + 1);
        }

        @Override
        public Source beside(String file) {
            var text = uri.toString();
            return new OfResource(URI.create(text.substring(0, text.lastIndexOf('/') + 1) + file));
        }

        @Override
        public byte[] bytes() throws BadInput {
            try (InputStream in = uri.toURL().openStream()) {
                return in.readNBytes(BYTES_MAX + 1);
            } catch (IOException broken) {
                throw new BadInput(
                        new Place(name(), 1),
                        "it can't be read: " + broken.getMessage(),
                        "Look at the name and the folder.");
            }
        }
    }

    /// What somebody typed, or what is held in memory.
    record OfText(String name, String text) implements Source {

        @Override
        public Source beside(String file) throws BadInput {
            throw new BadInput(
                    new Place(name, 1),
                    "a text that was typed has no file \"" + file + "\" beside it",
                    "Save it to a file, or write the JSON here.");
        }

        @Override
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
