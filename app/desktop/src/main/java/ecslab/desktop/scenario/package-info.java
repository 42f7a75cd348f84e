/// How this program reads scenario files, for the command line and the window alike.
@org.jspecify.annotations.NullMarked
package ecslab.desktop.scenario;
