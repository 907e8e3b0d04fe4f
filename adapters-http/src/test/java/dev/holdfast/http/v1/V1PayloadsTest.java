package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.webhook.EventFacts;
import dev.holdfast.domain.webhook.WebhookEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class V1PayloadsTest {
  private static final EventFacts FACTS =
      new EventFacts(new EventId(1), "evt_1", "Winter gala", "chart_1", "Harbour Hall");

  private static final String SEAT =
      "'data':{'chartKey':'chart_1','chartName':'Harbour Hall','eventKey':'evt_1',"
          + "'eventName':'Winter gala','objectLabel':'A-1','objectType':'seat',"
          + "'categoryKey':'stalls',";

  private static final String PLACES =
      "'data':{'chartKey':'chart_1','chartName':'Harbour Hall','eventKey':'evt_1',"
          + "'eventName':'Winter gala','objectLabel':'ga','objectType':'generalAdmission',"
          + "'quantity':4,'categoryKey':'stalls',";

  private static final String END = ",'extraData':{'cart':7}}}";

  @Test
  void a_hold_is_told_with_its_token_and_deadline() {
    assertTold(
        WebhookEvent.SEAT_HELD,
        JournalKind.HELD,
        "'status':'held','seq':41,'version':5,'holdToken':'secret-token',"
            + "'holdExpiresAt':'2026-11-21T20:20:12.300Z'");
  }

  @Test
  void a_booking_is_told_with_its_time() {
    assertTold(
        WebhookEvent.SEAT_BOOKED,
        JournalKind.BOOKED,
        "'status':'booked','seq':41,'version':5,'holdToken':'secret-token',"
            + "'bookedAt':'2026-11-21T20:05:12.300Z'");
  }

  @Test
  void a_release_is_told_with_what_it_was_before() {
    assertTold(
        WebhookEvent.SEAT_RELEASED,
        JournalKind.RELEASED,
        "'status':'free','seq':41,'version':5,'holdToken':'secret-token',"
            + "'releasedAt':'2026-11-21T20:05:12.300Z','previousStatus':'booked'");
  }

  @Test
  void the_end_of_a_hold_is_told_with_the_token_that_lost_it() {
    assertTold(
        WebhookEvent.SEAT_HOLD_EXPIRED,
        JournalKind.EXPIRED,
        "'status':'free','seq':41,'version':5,'holdToken':'secret-token',"
            + "'expiredAt':'2026-11-21T20:05:12.300Z'");
  }

  /** Compares the whole body, of a seat and of places. */
  private static void assertTold(WebhookEvent event, JournalKind kind, String change) {
    String start =
        "{'id':'whe_1','event':'" + event.word() + "','createdAt':'2026-11-21T20:05:12.300Z',";
    assertEquals(start + SEAT + change + END, text(event, FACTS, Entries.entry(kind, false)));
    assertEquals(start + PLACES + change + END, text(event, FACTS, Entries.entry(kind, true)));
  }

  @Test
  void what_is_missing_is_null_and_an_order_is_told_where_there_is_one() {
    EventFacts unnamed = new EventFacts(new EventId(1), "evt_1", null, "chart_1", "Harbour Hall");
    assertEquals(
        "{'id':'whe_1','event':'seat.booked','createdAt':'2026-11-21T20:05:12.300Z','data':{"
            + "'chartKey':'chart_1','chartName':'Harbour Hall','eventKey':'evt_1',"
            + "'eventName':null,'objectLabel':'A-1','objectType':'seat','categoryKey':null,"
            + "'status':'booked','seq':41,'version':5,'holdToken':null,"
            + "'bookedAt':'2026-11-21T20:05:12.300Z','orderId':'o-771','extraData':{}}}",
        text(
            WebhookEvent.SEAT_BOOKED,
            unnamed,
            Entries.bare(Entries.entry(JournalKind.BOOKED, false))));
  }

  @Test
  void a_test_is_a_hold_of_a_seat_that_does_not_exist() {
    assertEquals(
        "{'id':'whe_test_1','event':'seat.held','createdAt':'2026-11-21T20:00:00.000Z','data':{"
            + "'chartKey':'chart_test','chartName':'Test chart','eventKey':'evt_test',"
            + "'eventName':'Test event','objectLabel':'A-1','objectType':'seat',"
            + "'categoryKey':'test','status':'held','seq':0,'version':0,'holdToken':'test',"
            + "'holdExpiresAt':'2026-11-21T20:15:00.000Z','extraData':{}}}",
        new V1Payloads()
            .sample("whe_test_1", Instant.parse("2026-11-21T20:00:00Z"))
            .replace('"', '\''));
  }

  private static String text(WebhookEvent event, EventFacts facts, JournalEntry entry) {
    return new V1Payloads().text("whe_1", event, facts, entry).replace('"', '\'');
  }
}
