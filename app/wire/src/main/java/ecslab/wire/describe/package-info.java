/// The state of a run in the shapes of AWS's Describe actions, with AWS's names and units.
///
/// A field that AWS has and the run knows nothing of is left out rather than made up.
@org.jspecify.annotations.NullMarked
package ecslab.wire.describe;
