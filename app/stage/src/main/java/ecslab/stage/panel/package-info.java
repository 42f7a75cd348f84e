/// What stands around the picture: inspector, transport bar, event log.
@org.jspecify.annotations.NullMarked
package ecslab.stage.panel;
