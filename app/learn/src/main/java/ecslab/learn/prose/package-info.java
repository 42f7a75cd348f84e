/// What lessons say: their texts, in Markdown, as nodes.
@org.jspecify.annotations.NullMarked
package ecslab.learn.prose;
