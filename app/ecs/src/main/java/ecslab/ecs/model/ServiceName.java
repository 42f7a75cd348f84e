package ecslab.ecs.model;

/// A service's full name: it is unique within its cluster only.
public record ServiceName(String cluster, String service) implements Comparable<ServiceName> {

    @Override
    public String toString() {
        return cluster + "/" + service;
    }

    @Override
    public int compareTo(ServiceName other) {
        var byCluster = cluster.compareTo(other.cluster);
        return byCluster != 0 ? byCluster : service.compareTo(other.service);
    }
}
