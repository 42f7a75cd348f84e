package ecslab.stage.log;

/// What an event is about, as the event log sorts them. The text `log.topic.WORD` names it.
public enum Topic {
    /// Calls of the API, done or refused.
    API("api"),
    SERVICE("service"),
    DEPLOYMENT("deployment"),
    TASK("task"),
    IMAGE("image"),
    /// What tasks run on: instances, their groups and capacity providers.
    CAPACITY("capacity"),
    TARGET("target"),
    REQUEST("request"),
    /// Why something was done, or not done.
    DECISION("decision"),
    /// How a thing is described now.
    DESCRIPTION("description");

    private final String word;

    Topic(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
