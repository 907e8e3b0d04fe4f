package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Hook;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.TestVenue;
import dev.holdfast.app.v1.WebhookInbox;
import dev.holdfast.app.v1.WebhookReceiver;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payments that outlive the hold, on a service whose holds live for two seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TmtLatePaymentRules {

  private @Nullable LatePayments waited;

  private LatePayments payments;
  private TmtVenue venue;
  private TestVenue v1;

  protected abstract ServiceUnderTest service();

  @BeforeEach
  void wait_once() {
    LatePayments mine = waited == null ? LatePayments.of(service()) : waited;
    waited = mine;
    payments = mine;
    venue = mine.venue();
    v1 = venue.v1();
  }

  @Test
  void M_27_a_payment_that_outlives_the_hold_books_nothing_and_names_the_seats() {
    Answer refused =
        v1.untouchedBy(
            () -> venue.book(payments.late(), "A-1", "A-2", TmtVenue.places("floor", 3)));

    TmtCheck.conflict(refused, "A-1 not_held_by_token", "A-2 not_held_by_token");
    assertEquals("free", v1.state("A-1"));
  }

  @Test
  void M_27_seats_alone_are_named_too_when_the_payment_outlives_their_hold() {
    Answer refused = v1.untouchedBy(() -> venue.book(payments.lateSeats(), "A-3", "A-4"));

    TmtCheck.conflict(refused, "A-3 not_held_by_token", "A-4 not_held_by_token");
    assertEquals("free", v1.state("A-3"));
  }

  @Test
  void M_27_a_lapsed_token_books_no_places_either() {
    String late = payments.late();

    TmtCheck.refused(v1.untouchedBy(() -> venue.book(late, TmtVenue.places("floor", 1))));
    TmtCheck.refused(v1.untouchedBy(() -> venue.book(late, "floor")));
    TmtCheck.refused(v1.untouchedBy(() -> venue.extend(late, 60)));
    TmtCheck.ok(v1.untouchedBy(() -> venue.expire(TmtVenue.object(late))));
  }

  @Test
  void M_27_what_the_next_buyer_holds_is_not_the_late_one_s() {
    String late = payments.overtaken();

    TmtCheck.refused(v1.untouchedBy(() -> venue.book(late, "A-5")));
    TmtCheck.ok(v1.untouchedBy(() -> venue.releaseUnder(late, "A-5")));
    TmtCheck.ok(v1.untouchedBy(() -> venue.expire(late)));
    assertEquals("the-next-buyer", v1.object("A-5").path("holdToken").asText());
  }

  @Test
  void M_27_a_payment_that_was_extended_in_time_succeeds() {
    TmtCheck.ok(venue.book(payments.extended(), "A-6", "A-7", TmtVenue.places("floor", 3)));

    assertEquals("booked", v1.state("A-6"));
    assertEquals("booked", v1.state("A-7"));
  }

  @Test
  void M_27_a_payment_that_v1_extended_in_time_succeeds_as_well() {
    TmtCheck.ok(venue.book(payments.extendedByV1(), "A-8", TmtVenue.places("floor", 1)));

    assertEquals("booked", v1.state("A-8"));
  }

  @Test
  void M_07_a_booking_outlives_the_token_it_came_from() {
    assertEquals("booked", v1.state("A-9"));
    TmtCheck.conflict(venue.hold("A-9"), "A-9 already_booked");
    venue.expire(payments.booked()).ok();
    assertEquals("booked", v1.state("A-9"));
  }

  @Test
  void no_hold_begins_under_a_token_that_is_over() {
    String late = payments.late();

    v1.untouchedBy(() -> v1.hold("A-11", late, 600).expect(409));
    v1.untouchedBy(() -> v1.holdPlaces("floor", late, 1).expect(409));
  }

  @Test
  void X_02_the_lapse_of_a_token_is_told_once_a_seat() {
    TmtVenue told = TmtVenue.open(service());
    try (WebhookReceiver receiver = WebhookReceiver.open()) {
      WebhookInbox inbox = receiver.inbox();
      Hook hook = Hook.make(told.v1().sk(), inbox.url(), List.of(Hook.EXPIRED));
      String token = told.held("A-1", "A-2");

      inbox.await("both", () -> inbox.first().size() >= 2);

      assertEquals(List.of("seat.hold_expired A-1", "seat.hold_expired A-2"), inbox.told());
      for (JsonNode data : inbox.data(Hook.EXPIRED)) {
        assertEquals(token, data.path("holdToken").asText());
      }
      hook.delete();
    }
  }
}
