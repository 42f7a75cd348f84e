/// Where answers are made: by keyboard first, and by mouse as well.
@org.jspecify.annotations.NullMarked
package ecslab.learn.answer;
