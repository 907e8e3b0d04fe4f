package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.app.v1.Answer;
import org.junit.jupiter.api.Test;

/** On a service where a hold token may hold three objects. */
public abstract class TmtTokenCapRules extends TmtRules {
  @Test
  void a_token_holds_as_many_objects_as_the_operator_lets_it_and_no_more() {
    Answer refused = v1.untouchedBy(() -> venue.hold("A-1", "A-2", "A-3", "A-4"));

    TmtCheck.refused(refused);
    assertEquals("TOKEN_LIMIT", refused.at("data").path("error").asText());
    assertEquals("Un hold token retiene como máximo 3 asientos", refused.text("message"));
    venue.hold("A-1", "A-2", "A-3").ok();
    venue.hold("A-4").ok();
  }
}
