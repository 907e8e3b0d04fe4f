package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** On a service where a hold token may hold three objects. */
public abstract class TokenCapRules extends V1Rules {
  @Test
  void a_token_holds_as_many_objects_as_the_operator_lets_it_and_no_more() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();

    Answer batch = venue.untouchedBy(() -> venue.holdAll(List.of("A-3", "A-4"), token));
    Check.holdConflict(batch, "A-3 token_limit", "A-4 token_limit");
    assertEquals("A hold token holds at most 3 objects", batch.text("message"));
    venue.hold("A-3", token).ok();
    Check.holdConflict(
        venue.untouchedBy(() -> venue.holdPlaces("floor", token, 1)), "floor token_limit");

    venue.hold("A-4", token()).ok();
    venue.book(List.of("A-1"), token).ok();
    venue.holdPlaces("floor", token, 4).ok();
  }
}
