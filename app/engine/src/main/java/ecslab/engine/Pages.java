package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.command.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Cuts a list into the parts that List actions answer with (behaviour reference §17.2).
///
/// @param items one part
/// @param nextToken empty at the end of the list
record Pages<T>(List<T> items, String nextToken) {

    /// What most calls give, and the most that any gives.
    static final int MOST = 100;

    private static final String FROM = "from:";

    static <T> Pages<T> of(List<T> all, Page page) {
        return of(all, page, MOST, MOST);
    }

    /// @param usual how many come if `maxResults` isn't given
    static <T> Pages<T> of(List<T> all, Page page, int usual, int max) {
        int most = page.maxResults().orElse(usual);
        if (most < 1 || most > max) {
            throw ApiException.invalidParameter("/maxResults")
                    .because("maxResults must be 1 to " + max + ", but was " + most + ".")
                    .remedy(Phrase.of("remedy.maxResults", "max", max));
        }
        var from = page.nextToken().isGiven() ? from(page.nextToken().orElse(""), all.size()) : 0;
        var to = Math.min(all.size(), from + most);
        return new Pages<>(List.copyOf(all.subList(from, to)), to < all.size() ? token(to) : "");
    }

    private static String token(int from) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((FROM + from).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String token, int size) {
        for (var from = 0; from <= size; from++) {
            if (token(from).equals(token)) {
                return from;
            }
        }
        throw ApiException.invalidParameter("/nextToken")
                .because("Invalid token: " + token)
                .remedy(Phrase.of("remedy.nextToken"));
    }
}
