package ecslab.ecs;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the known name that somebody meant.
public final class Nearest {

    /// Longer than any name; comparing costs the product of the lengths.
    private static final int LENGTH_MAX = 100;

    private Nearest() {}

    /// The nearest of the known names, if it is near enough to be meant: at most one letter in
    /// three is missing, wrong, too many or swapped, and not every letter. Upper and lower case are
    /// the same.
    public static Optional<String> to(String written, Collection<String> known) {
        var wanted = written.toLowerCase(Locale.ROOT);
        if (wanted.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= most(wanted))
                .min(
                        Comparator.comparingInt(
                                (String name) -> distance(wanted, name.toLowerCase(Locale.ROOT))));
    }

    private static int most(String written) {
        return Math.min(written.length() - 1, Math.max(1, written.length() / 3));
    }

    /// Damerau and Levenshtein's distance, with swaps of neighbours only.
    private static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cheapest(int[][] rows, String a, String b, int i, int j) {
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var cost =
                Math.min(rows[i - 1][j - 1] + same, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var isSwap =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwap ? Math.min(cost, rows[i - 2][j - 2] + 1) : cost;
    }
}
