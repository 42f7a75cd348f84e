package ecslab.docker;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// One running copy of the program. It lives as long as it holds the lock on its file, which the
/// operating system takes away from it however it ends.
public final class Owner implements Closeable {

    private static final HexFormat HEX = HexFormat.of();
    private static final int ID_BYTES = 6;
    private static final String PREFIX = "live-";
    private static final String ENDING = ".lock";

    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f]{12}" + ENDING);

    private final String id;
    private final String host;
    private final Path lock;
    private final FileChannel channel;

    private Owner(String id, String host, Path lock, FileChannel channel) {
        this.id = id;
        this.host = host;
        this.lock = lock;
        this.channel = channel;
    }

    /// A new owner.
    ///
    /// @param folder where its lock file lies
    public static Owner begin(Path folder) throws IOException {
        var bytes = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        var id = HEX.formatHex(bytes);
        Files.createDirectories(folder);
        var lock = folder.toAbsolutePath().resolve(PREFIX + id + ENDING);
        var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new IOException("the new file " + lock + " is locked by another program");
        }
        return new Owner(id, thisHost(), lock, channel);
    }

    public String id() {
        return id;
    }

    String host() {
        return host;
    }

    Path lock() {
        return lock;
    }

    /// Called last: from now on everybody may remove what is left of it.
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(lock);
    }

    /// Whether an owner is known to live no more. One on another computer, or one whose file can't
    /// be asked, is taken to live.
    static boolean isDead(String host, String lock) {
        if (!host.equals(thisHost()) || lock.isEmpty()) {
            return false;
        }
        var file = Path.of(lock);
        if (!Files.exists(file)) {
            return file.getParent() != null && Files.isDirectory(file.getParent());
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (OverlappingFileLockException | IOException _) {
            return false;
        }
    }

    /// The lock files in a folder that nobody holds any more.
    static List<Path> deadLocks(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder.toAbsolutePath())) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(file -> isDead(thisHost(), file.toString()))
                    .toList();
        }
    }

    static String idOf(Path lock) {
        var name = lock.getFileName().toString();
        return name.substring(PREFIX.length(), name.length() - ENDING.length());
    }

    /// Name and system: WSL and Windows share a name and an engine, but no files.
    static String thisHost() {
        var system = System.getProperty("os.name");
        try {
            return InetAddress.getLocalHost().getHostName() + "/" + system;
        } catch (UnknownHostException _) {
            return "localhost/" + system;
        }
    }
}
