import org.jspecify.annotations.NullMarked;

/// The learner's own Docker engine as a cluster's capacity, in wall-clock time. With the control
/// plane of [ecslab.engine] they are a live cluster: the code that keeps simulated tasks alive
/// keeps real containers alive.
///
/// It promises to harm nobody: only loopback is published, only objects that carry the label of
/// this owner are touched, number, memory and CPU are capped, and nothing is left behind, whatever
/// ends the program.
@NullMarked
module ecslab.docker {
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.github.dockerjava.api;
    requires com.github.dockerjava.core;
    requires com.github.dockerjava.transport;
    requires com.github.dockerjava.transport.zerodep;
    requires ecslab.assets;
    requires ecslab.engine;
    requires java.net.http;
    requires org.apache.commons.compress;
    requires transitive ecslab.ecs;
    requires undertow.core;
    requires xnio.api;

    exports ecslab.docker;
}
