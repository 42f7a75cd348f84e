/// A live cluster: [ecslab.docker.LiveRun] is its doorway, [ecslab.docker.LiveCluster] the thread
/// that owns it. Below stand the Docker engine, the load balancer and their users.
package ecslab.docker;
