package ecslab.stage.panel;

import static ecslab.stage.Samples.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.time.SimInstant;
import org.junit.jupiter.api.Test;

class ExtentTest {

    @Test
    void onlyTheStoryOfALongRunIsShown() {
        assertEquals(at(120), Extent.of(at(70), at(3_600)));
    }

    @Test
    void thereIsAlwaysRoomToGoOn() {
        assertEquals(at(300), Extent.of(at(119), at(3_600)));
    }

    @Test
    void shortRunIsShownWhole() {
        assertEquals(at(170), Extent.of(at(10), at(170)));
    }

    @Test
    void finishedRunIsShownWhole() {
        assertEquals(at(3_600), Extent.of(at(3_600), at(3_600)));
    }

    @Test
    void runWithoutLengthHasABar() {
        assertEquals(new SimInstant(1), Extent.of(at(0), SimInstant.START));
    }
}
