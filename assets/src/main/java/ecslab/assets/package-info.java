/// Where the bundled files are found at run time.
package ecslab.assets;
