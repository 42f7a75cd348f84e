/// What can be asked: one record for each AWS API action, with AWS's field names.
@org.jspecify.annotations.NullMarked
package ecslab.ecs.command;
