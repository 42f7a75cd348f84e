/// The cluster query language, in which `memberOf` constraints and the filter of
/// ListContainerInstances are written (Developer Guide, *Create expressions to define container
/// instances*).
package ecslab.ecs.query;
