/// Live mode without its views: which Docker engines there are, and the live cluster that runs.
package ecslab.desktop.live;
