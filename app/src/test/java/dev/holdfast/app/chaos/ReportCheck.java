package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.Sight;
import dev.holdfast.app.history.Standing;
import dev.holdfast.app.v1.TestVenue;
import java.util.List;

/** The report's counts, when nothing moves any more, against the objects that were shown. */
final class ReportCheck {
  private ReportCheck() {}

  static List<String> of(TestVenue venue, Call look) {
    JsonNode counts = venue.sk().get(venue.path("/reports")).ok().at("byStatus");
    int booked =
        look.sights().stream()
            .filter(sight -> sight.standing() == Standing.BOOKED)
            .mapToInt(Sight::quantity)
            .sum();
    boolean same = counts.path("booked").asInt() == booked && counts.path("held").asInt() == 0;
    return same ? List.of() : List.of("the report says " + counts + ", and booked are " + booked);
  }
}
