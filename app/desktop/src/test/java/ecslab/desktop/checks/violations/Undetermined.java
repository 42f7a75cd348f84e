package ecslab.desktop.checks.violations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Formatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Each method offends once; its name begins with the offence.
public final class Undetermined {

    private static final List<String> WORDS = List.of("a", "b");

    private Undetermined() {}

    static long clockMillis() {
        return System.currentTimeMillis();
    }

    static long clockNanos() {
        return System.nanoTime();
    }

    static Instant clockInstant() {
        return Instant.now();
    }

    static Supplier<LocalDateTime> clockByReference() {
        return LocalDateTime::now;
    }

    static Clock clockItself() {
        return Clock.systemUTC();
    }

    static ZoneId clockZone() {
        return ZoneId.systemDefault();
    }

    static Date clockDate() {
        return new Date();
    }

    static Random chanceRandom() {
        return new Random(1);
    }

    static double chanceMath() {
        return Math.random();
    }

    static int chanceThreadLocal() {
        return ThreadLocalRandom.current().nextInt();
    }

    static RandomGenerator chanceGenerator() {
        return RandomGenerator.getDefault();
    }

    static UUID chanceUuid() {
        return UUID.randomUUID();
    }

    static void chanceShuffle() {
        Collections.shuffle(new ArrayList<>(WORDS));
    }

    static void threadItself() {
        Thread.ofVirtual().start(() -> {});
    }

    static Object threadPool() {
        return Executors.newCachedThreadPool();
    }

    static Object threadFuture() {
        return CompletableFuture.runAsync(() -> {});
    }

    static Stream<String> threadsOfStream() {
        return WORDS.parallelStream();
    }

    static IntStream threadsOfRange() {
        return IntStream.range(0, 9).parallel();
    }

    static Map<String, String> hashMap() {
        return new HashMap<>();
    }

    static Supplier<Set<String>> hashSetByReference() {
        return HashSet::new;
    }

    static Map<String, String> hashByIdentity() {
        return new IdentityHashMap<>();
    }

    static Set<String> hashSetOfTwo() {
        return Set.of("a", "b");
    }

    static Set<String> hashSetOfArray(String... words) {
        return Set.of(words);
    }

    static Set<String> hashSetCopy() {
        return Set.copyOf(WORDS);
    }

    static Map<String, Integer> hashMapOf() {
        return Map.of("a", 1);
    }

    static Map<String, Integer> hashMapOfEntries() {
        return Map.ofEntries(Map.entry("a", 1));
    }

    static Map<String, Integer> hashMapCopy(Map<String, Integer> map) {
        return Map.copyOf(map);
    }

    static Set<String> collectorSet() {
        return WORDS.stream().collect(Collectors.toSet());
    }

    static Map<String, String> collectorMap() {
        return WORDS.stream().collect(Collectors.toMap(w -> w, w -> w, (a, b) -> a));
    }

    static Map<String, List<String>> collectorGroups() {
        return WORDS.stream().collect(Collectors.groupingBy(w -> w));
    }

    static Map<String, Long> collectorCounts() {
        return WORDS.stream().collect(Collectors.groupingBy(w -> w, Collectors.counting()));
    }

    static int identityOfSystem() {
        return System.identityHashCode(WORDS);
    }

    static int identityOfObject(Object object) {
        return object.hashCode();
    }

    static String localeFormat() {
        return String.format("%d", 1);
    }

    static String localeFormatted() {
        return "%d".formatted(1);
    }

    static String localeLower() {
        return "A".toLowerCase();
    }

    static Stream<String> localeByReference() {
        return WORDS.stream().map(String::toUpperCase);
    }

    static String localeFormatter() {
        try (var formatter = new Formatter()) {
            return formatter.format("%d", 1).toString();
        }
    }

    static Locale localeDefault() {
        return Locale.getDefault();
    }

    static double mathSin() {
        return Math.sin(1);
    }

    static double mathPowInLambda() {
        return IntStream.range(0, 9).mapToDouble(i -> Math.pow(i, 2)).sum();
    }
}
