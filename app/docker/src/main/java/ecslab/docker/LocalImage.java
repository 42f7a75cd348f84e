package ecslab.docker;

/// An image that the Docker engine holds.
///
/// @param reference as the engine knows it, such as `web:v1`
/// @param id `sha256:` and 64 hexadecimal digits, of its configuration
/// @param digest of its manifest, where a registry gave it one; else `id`
record LocalImage(String reference, String id, String digest, int sizeMib, int layers) {}
