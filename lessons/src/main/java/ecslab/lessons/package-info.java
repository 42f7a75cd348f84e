/// Where the files of the lessons are found at run time.
package ecslab.lessons;
