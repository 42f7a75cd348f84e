/// What is kept between launches: settings, and the log of our own errors. No JavaFX.
@org.jspecify.annotations.NullMarked
package ecslab.desktop.home;
