package ecslab.stage.log;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Which lines the reader wants to see.
///
/// @param topics the topics that are shown
/// @param details whether what is listed on demand is shown, too; decisions are asked for by their
///   topic alone
/// @param query what a line must contain, in small letters; may be empty
public record EventFilter(Set<Topic> topics, boolean details, String query) {

    /// What a log shows at first.
    public static final EventFilter DEFAULT = new EventFilter(allButDecisions(), false, "");

    public EventFilter {
        var copy = EnumSet.noneOf(Topic.class);
        copy.addAll(topics);
        topics = Collections.unmodifiableSet(copy);
        query = query.strip().toLowerCase(Locale.ROOT);
    }

    public EventFilter with(Topic topic, boolean isShown) {
        var changed = EnumSet.noneOf(Topic.class);
        changed.addAll(topics);
        if (isShown) {
            changed.add(topic);
        } else {
            changed.remove(topic);
        }
        return new EventFilter(changed, details, query);
    }

    public EventFilter withDetails(boolean next) {
        return new EventFilter(topics, next, query);
    }

    public EventFilter withQuery(String next) {
        return new EventFilter(topics, details, next);
    }

    /// Whether a line is shown. A line is told only if its words decide.
    public boolean accepts(Heard heard, EventText text) {
        return topics.contains(heard.topic()) && isAskedFor(heard) && contains(heard, text);
    }

    private boolean isAskedFor(Heard heard) {
        return heard.interest() == Interest.LISTED || details || heard.topic() == Topic.DECISION;
    }

    private boolean contains(Heard heard, EventText text) {
        if (query.isEmpty()) {
            return true;
        }
        var line = text.line(heard.event(), heard.step());
        return contains(line.source())
                || contains(line.text())
                || contains(line.detail())
                || heard.about().stream().anyMatch(ref -> contains(ref.id()));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(query);
    }

    private static Set<Topic> allButDecisions() {
        return EnumSet.complementOf(EnumSet.of(Topic.DECISION, Topic.DESCRIPTION));
    }
}
