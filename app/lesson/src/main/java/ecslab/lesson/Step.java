package ecslab.lesson;

import java.util.List;

/// One new idea.
///
/// @param key of its title, and unique in the lesson: `step.5`
/// @param seeds which of the lesson's seeds it covers
/// @param terms which of the lesson's terms are shown here for the first time
/// @param beats in order; at least one is a `do` or a `predict`
public record Step(String key, List<String> seeds, List<String> terms, List<Beat> beats) {}
