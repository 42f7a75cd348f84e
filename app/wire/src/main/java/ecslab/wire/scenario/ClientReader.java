package ecslab.wire.scenario;

import ecslab.ecs.scenario.Client;
import ecslab.wire.json.Fields;
import java.util.Collections;
import java.util.Locale;
import java.util.TreeMap;

/// Reads a traffic's `client`.
final class ClientReader {

    private static final int USERS_MAX = 1_000_000;
    private static final int RETRIES_MAX = 10;

    private ClientReader() {}

    static Client read(Fields fields) {
        var usual = Client.USUAL;
        var headers = new TreeMap<String, String>();
        fields.inside("headers", "the headers")
                .ifPresent(inside -> {
                    for (var name : inside.names()) {
                        headers.put(
                                name.toLowerCase(Locale.ROOT),
                                inside.needText(name, "\"a value\""));
                    }
                });
        var client =
                new Client(
                        (int) fields.whole("users", 1, USERS_MAX, usual.users()),
                        fields.span("timeout", usual.timeout()),
                        (int) fields.whole("retries", 0, RETRIES_MAX, usual.retries()),
                        fields.span("retryAfter", usual.retryAfter()),
                        fields.flag("keepAlive", usual.keepAlive()),
                        fields.text("method", usual.method()),
                        fields.text("host", usual.host()),
                        Collections.unmodifiableSortedMap(headers));
        if (client.timeout().isZero()) {
            fields.wrong("timeout", "must be above 0", "\"30s\"");
        }
        fields.refuseOthers();
        return client;
    }
}
