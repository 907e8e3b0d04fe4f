package dev.holdfast.app.tmt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries that are neither a label nor a number of places. */
public abstract class TmtBadEntryRules extends TmtRules {

  /** Neither book nor hold nor release takes it, and nothing changes. */
  private void malformed(String entry) {
    String token = venue.held("A-1", "A-2", TmtVenue.places("floor", 2));
    JsonNode bad = Json.parse(entry);
    Answer book = v1.untouchedBy(() -> venue.book(token, "A-1", bad));
    Answer hold = v1.untouchedBy(() -> venue.hold("A-3", bad));
    Answer release = v1.untouchedBy(() -> venue.releaseUnder(token, "A-1", bad));

    TmtCheck.refusedNaming("data.seats", book);
    TmtCheck.refusedNaming("data.seats", hold);
    TmtCheck.refusedNaming("data.seats", release);
  }

  @Test
  void M_29_an_area_without_a_quantity_is_refused() {
    malformed("{\"objectId\":\"floor\"}");
  }

  @Test
  void M_29_a_quantity_of_none_is_refused() {
    malformed("{\"objectId\":\"floor\",\"quantity\":0}");
  }

  @Test
  void M_29_a_negative_quantity_is_refused() {
    malformed("{\"objectId\":\"floor\",\"quantity\":-1}");
  }

  @Test
  void M_29_half_a_place_is_refused() {
    malformed("{\"objectId\":\"floor\",\"quantity\":1.5}");
  }

  @Test
  void M_29_a_quantity_in_text_is_refused() {
    malformed("{\"objectId\":\"floor\",\"quantity\":\"2\"}");
  }

  @Test
  void M_29_a_quantity_of_null_is_refused() {
    malformed("{\"objectId\":\"floor\",\"quantity\":null}");
  }

  @Test
  void M_29_a_quantity_of_true_is_refused() {
    malformed("{\"objectId\":\"floor\",\"quantity\":true}");
  }

  @Test
  void M_29_a_quantity_beyond_every_number_is_refused() {
    malformed("{\"objectId\":\"floor\",\"quantity\":9223372036854775808}");
  }

  @Test
  void M_29_a_quantity_that_would_wrap_around_is_refused() {
    String token = venue.held("A-1");
    for (long quantity : List.of(4_294_967_297L, 2_147_483_648L, Long.MAX_VALUE)) {
      JsonNode bad = Json.object("objectId", "floor", "quantity", quantity);
      TmtCheck.refused(v1.untouchedBy(() -> venue.book(token, "A-1", bad)));
      TmtCheck.refused(v1.untouchedBy(() -> venue.hold(bad)));
    }
  }

  @Test
  void M_29_quantities_that_wrap_around_when_added_are_refused() {
    String token = venue.held("A-1");
    JsonNode much = TmtVenue.places("floor", Integer.MAX_VALUE);

    TmtCheck.refused(v1.untouchedBy(() -> venue.book(token, much, much, much)));
    TmtCheck.refused(v1.untouchedBy(() -> venue.hold(much, much, TmtVenue.places("floor", 3))));
  }

  @Test
  void M_29_a_quantity_without_an_area_is_refused() {
    malformed("{\"quantity\":2}");
  }

  @Test
  void M_29_an_area_that_is_no_text_is_refused() {
    malformed("{\"objectId\":5,\"quantity\":2}");
  }

  @Test
  void M_29_an_empty_area_is_refused() {
    malformed("{\"objectId\":\"\",\"quantity\":2}");
  }

  @Test
  void M_29_an_empty_label_is_refused() {
    malformed("\"\"");
  }

  @Test
  void M_29_a_number_is_no_entry() {
    malformed("5");
  }

  @Test
  void M_29_null_is_no_entry() {
    malformed("null");
  }

  @Test
  void M_29_a_list_is_no_entry() {
    malformed("[\"A-2\"]");
  }

  @Test
  void M_29_true_is_no_entry() {
    malformed("true");
  }

  @Test
  void M_29_an_empty_object_is_no_entry() {
    malformed("{}");
  }

  @Test
  void M_29_a_seat_is_no_area() {
    String token = venue.held("A-1");
    JsonNode two = TmtVenue.places("A-1", 2);

    TmtCheck.refusedNaming("A-1", v1.untouchedBy(() -> venue.book(token, two)));
    TmtCheck.refused(v1.untouchedBy(() -> venue.hold(TmtVenue.places("A-2", 2))));
  }

  @Test
  void M_29_an_unknown_area_is_refused() {
    String token = venue.held("A-1");
    JsonNode unknown = TmtVenue.places("cellar", 2);

    TmtCheck.refusedNaming("cellar", v1.untouchedBy(() -> venue.book(token, "A-1", unknown)));
    TmtCheck.refusedNaming("cellar", v1.untouchedBy(() -> venue.hold("A-2", unknown)));
    TmtCheck.refusedNaming("cellar", v1.untouchedBy(() -> venue.release("A-1", unknown)));
  }
}
