package ecslab.stage.picture;

import ecslab.ecs.model.Ref;

/// A badge at a thing, by which words elsewhere refer to it.
///
/// @param text a number or a letter
public record Mark(Ref on, String text) {}
