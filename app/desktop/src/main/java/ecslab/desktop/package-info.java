/// Where the product starts: `main`, the command line and the window that the rooms meet in.
@org.jspecify.annotations.NullMarked
package ecslab.desktop;
