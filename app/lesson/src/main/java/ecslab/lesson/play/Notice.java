package ecslab.lesson.play;

import ecslab.lesson.Show;
import java.util.List;

/// Something said about what the learner answered or did.
///
/// @param about key of the option, card or name that it is about; empty for a wrong path
/// @param say key of the explanation
/// @param shows what proves it: one, or none
public record Notice(String about, String say, List<Show> shows) {}
