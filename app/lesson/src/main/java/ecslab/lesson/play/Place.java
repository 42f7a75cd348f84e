package ecslab.lesson.play;

/// A beat of a lesson.
///
/// @param step from 0
/// @param beat from 0, within the step
public record Place(int step, int beat) implements Comparable<Place> {

    public static final Place FIRST = new Place(0, 0);

    @Override
    public int compareTo(Place other) {
        return step != other.step
                ? Integer.compare(step, other.step)
                : Integer.compare(beat, other.beat);
    }
}
