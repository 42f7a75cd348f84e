package ecslab.desktop.checks;

import static ecslab.desktop.checks.Ban.ban;
import static ecslab.desktop.checks.Ban.calls;
import static ecslab.desktop.checks.Ban.constructors;
import static ecslab.desktop.checks.Ban.inPackage;
import static ecslab.desktop.checks.Ban.named;
import static ecslab.desktop.checks.Ban.subtypesOf;
import static ecslab.desktop.checks.Ban.types;
import static ecslab.desktop.checks.Ban.withFewerParametersThan;
import static ecslab.desktop.checks.Ban.withoutLocale;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/// What would make a run differ from its repetition.
///
/// Five runs of one program on JDK 25 printed `Set.of("t-1", …, "t-5")` in three orders; `Math` and
/// `StrictMath` differed in one of six arguments tried.
final class Determinism {

    static final Ban CLOCK =
            ban(
                    "the computer's clock is read",
                    "a run has its own time: take the SimInstant of the agenda or the event",
                    calls("java.lang.System", "currentTimeMillis", "nanoTime"),
                    inPackage("java.time").but(named("now")),
                    types("java.time.Clock", "java.time.InstantSource"),
                    calls("java.time.ZoneId", "systemDefault"),
                    types("java.util.Date", "java.util.Calendar"));

    static final Ban CHANCE =
            ban(
                    "chance is not keyed",
                    "a draw names its stream: draw(seed, streamName, n)",
                    types("java.util.Random", "java.util.SplittableRandom"),
                    types("java.security.SecureRandom"),
                    types("java.util.concurrent.ThreadLocalRandom"),
                    inPackage("java.util.random"),
                    calls("java.lang.Math", "random"),
                    calls("java.lang.StrictMath", "random"),
                    calls("java.util.UUID", "randomUUID"),
                    calls("java.util.Collections", "shuffle"));

    static final Ban THREADS =
            ban(
                    "more than one thread is at work",
                    "one thread owns a cluster; what is due later goes into the agenda",
                    types("java.lang.Thread", "java.lang.Thread$Builder", "java.util.Timer"),
                    types("java.util.concurrent.Executors"),
                    subtypesOf(Thread.class),
                    subtypesOf(Executor.class),
                    subtypesOf(Future.class),
                    named("parallelStream"),
                    subtypesOf(BaseStream.class).but(named("parallel")));

    static final Ban HASH_ORDER =
            ban(
                    "a hash decides the order",
                    "use LinkedHashMap, TreeMap, EnumMap or List; to copy,"
                            + " Collections.unmodifiableMap(new LinkedHashMap<>(map))",
                    constructors("java.util.HashMap", "java.util.HashSet", "java.util.Hashtable"),
                    constructors("java.util.IdentityHashMap", "java.util.WeakHashMap"),
                    constructors("java.util.concurrent.ConcurrentHashMap"),
                    calls("java.util.HashMap", "newHashMap"),
                    calls("java.util.HashSet", "newHashSet"),
                    calls("java.util.concurrent.ConcurrentHashMap", "newKeySet"),
                    calls("java.util.Set", "of", "copyOf"),
                    calls("java.util.Map", "of", "copyOf", "ofEntries"));

    private static final String COLLECTORS = "java.util.stream.Collectors";

    static final Ban HASHED_COLLECTORS =
            ban(
                    "a collector makes a map or set whose order a hash decides",
                    "collect with toCollection(LinkedHashSet::new), toMap(…, …, …,"
                            + " LinkedHashMap::new) or groupingBy(…, TreeMap::new, …)",
                    calls(COLLECTORS, "toSet", "toUnmodifiableSet", "toUnmodifiableMap"),
                    calls(COLLECTORS, "toConcurrentMap", "groupingByConcurrent"),
                    calls(COLLECTORS, "toMap").but(withFewerParametersThan(4)),
                    calls(COLLECTORS, "groupingBy").but(withFewerParametersThan(3)));

    static final Ban IDENTITY =
            ban(
                    "an object's identity is made a number",
                    "compare and order by an id",
                    calls("java.lang.System", "identityHashCode"),
                    calls("java.lang.Object", "hashCode"));

    static final Ban DEFAULT_LOCALE =
            ban(
                    "the default locale is used",
                    "name it: String.format(Locale.ROOT, …), toLowerCase(Locale.ROOT);"
                            + " \"…\".formatted(…) can't be told one",
                    calls("java.lang.String", "format", "formatted").but(withoutLocale()),
                    calls("java.lang.String", "toLowerCase", "toUpperCase").but(withoutLocale()),
                    constructors("java.util.Formatter").but(withoutLocale()),
                    calls("java.util.Locale", "getDefault"));

    static final Ban MATH =
            ban(
                    "Math may differ between machines",
                    "use StrictMath",
                    calls("java.lang.Math", "sin", "cos", "tan", "asin", "acos", "atan", "atan2"),
                    calls("java.lang.Math", "sinh", "cosh", "tanh", "hypot", "cbrt"),
                    calls("java.lang.Math", "exp", "expm1", "log", "log10", "log1p", "pow"));

    static final List<Ban> BANS =
            List.of(
                    CLOCK,
                    CHANCE,
                    THREADS,
                    HASH_ORDER,
                    HASHED_COLLECTORS,
                    IDENTITY,
                    DEFAULT_LOCALE,
                    MATH);

    private Determinism() {}
}
