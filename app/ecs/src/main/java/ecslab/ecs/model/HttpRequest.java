package ecslab.ecs.model;

import java.util.Collections;
import java.util.SortedMap;

/// What a listener's rules can see of a request.
///
/// @param path without the query
/// @param query without the `?`; may be empty
/// @param headers by name in lower case
/// @param sourceIp IPv4
public record HttpRequest(
        String method,
        String host,
        String path,
        String query,
        SortedMap<String, String> headers,
        String sourceIp) {

    /// A GET without headers.
    ///
    /// @param target a path, perhaps with a query behind `?`
    public static HttpRequest get(String host, String target, String sourceIp) {
        var mark = target.indexOf('?');
        return new HttpRequest(
                "GET",
                host,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                Collections.emptySortedMap(),
                sourceIp);
    }
}
