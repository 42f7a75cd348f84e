package ecslab.engine;

import ecslab.ecs.time.SimInstant;
import java.time.Duration;

/// What is due when: the control plane's only sense of time.
public interface Agenda {

    SimInstant now();

    /// Asks to be woken. Wakes that fall on one moment come in the order in which they were asked
    /// for. Nothing can be called off: who is woken looks whether there is still something to do.
    void wakeAfter(Duration wait, Wake what);
}
