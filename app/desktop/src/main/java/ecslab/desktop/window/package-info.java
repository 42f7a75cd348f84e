/// The parts of the window that belong to no other room: bars, pages, sheets, keys, first launch.
@org.jspecify.annotations.NullMarked
package ecslab.desktop.window;
