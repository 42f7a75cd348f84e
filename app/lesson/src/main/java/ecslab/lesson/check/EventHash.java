package ecslab.lesson.check;

import ecslab.ecs.event.Event;
import ecslab.wire.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// One number for a whole stream of events: the same on every machine, and another one as soon as
/// anything in it is.
final class EventHash {

    private final MessageDigest digest;

    EventHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException ours) {
            throw new IllegalStateException("every Java has SHA-256", ours);
        }
    }

    void take(List<Event> events) {
        for (var event : events) {
            digest.update(EventJson.line(event).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
