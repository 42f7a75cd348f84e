/// Run files: what a live run has left, in one small file that can be looked at again.
package ecslab.wire.run;
