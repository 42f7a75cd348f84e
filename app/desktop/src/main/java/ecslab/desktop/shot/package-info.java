/// Pictures of the window without a display.
@org.jspecify.annotations.NullMarked
package ecslab.desktop.shot;
