/// What is wrong with something that was read: [ecslab.wire.BadInput] carries every
/// [ecslab.wire.Problem] of it.
@org.jspecify.annotations.NullMarked
package ecslab.wire;
