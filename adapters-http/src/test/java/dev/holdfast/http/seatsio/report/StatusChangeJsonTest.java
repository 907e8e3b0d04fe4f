package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Section 20: one change, and whether its object is still there. */
final class StatusChangeJsonTest {
  private static final Instant AT = Instant.parse("2026-11-21T17:05:00.123456Z");
  private static final Origin CALL = new Origin("seatsio", 7, "127.0.0.1");

  private final Evening evening =
      new Evening(
          new Drawn()
              .row("A", 2)
              .section("S", null, null)
              .table("T1", 2, false)
              .area("GA", 10)
              .renamed("S-T1-1", "one", "table 1", "left"));

  private static JournalEntry entry(
      String object,
      JournalKind kind,
      String status,
      @Nullable String token,
      @Nullable String order,
      String extra,
      Origin origin) {
    return new JournalEntry(
        new EventId(77),
        9001,
        object,
        false,
        3,
        kind,
        "free",
        status,
        token == null ? null : new HoldToken(token),
        5,
        1,
        "gold",
        null,
        order,
        "adult",
        ExtraData.ofJson(extra),
        origin,
        AT);
  }

  private String told(JournalEntry entry) {
    Presence presence = new Presence(evening.offer());
    return Labels.quoted(json -> StatusChangeJson.write(json, entry, presence));
  }

  private String told(String object) {
    return told(entry(object, JournalKind.BOOKED, "booked", null, null, "{}", CALL));
  }

  @Test
  void a_booking_tells_all_that_came_with_it() {
    assertEquals(
        "{'id':9001,'eventId':77,'status':'booked','quantity':1,'objectLabel':'A-1',"
            + "'displayedLabel':'A-1','date':'2026-11-21T17:05:00.123Z','orderId':'order1',"
            + "'extraData':{'foo':'bar'},'holdToken':'tok',"
            + "'origin':{'type':'API_CALL','ip':'127.0.0.1'},'isPresentOnChart':true}",
        told(
            entry(
                "A-1", JournalKind.BOOKED, "booked", "tok", "order1", "{\"foo\":\"bar\"}", CALL)));
  }

  @Test
  void what_did_not_come_with_it_is_absent() {
    assertEquals(
        "{'id':9001,'eventId':77,'status':'free','quantity':1,'objectLabel':'A-1',"
            + "'displayedLabel':'A-1','date':'2026-11-21T17:05:00.123Z',"
            + "'origin':{'type':'API_CALL'},'isPresentOnChart':true}",
        told(entry("A-1", JournalKind.CHANGED, "free", null, null, "{}", Origin.OWN)));
  }

  @Test
  void a_hold_is_told_in_the_dialects_word_and_any_other_status_in_its_own() {
    assertTrue(
        told(entry("A-1", JournalKind.HELD, "held", "tok", null, "{}", CALL))
            .contains("'status':'reservedByToken',"));
    assertTrue(
        told(entry("A-1", JournalKind.CHANGED, "lolzor", null, null, "{\"a\":1}", CALL))
            .contains("'status':'lolzor','quantity':1,"));
  }

  @Test
  void what_left_somebody_does_not_tell_the_extra_data_that_went_with_it() {
    assertEquals(
        "{'id':9001,'eventId':77,'status':'free','quantity':1,'objectLabel':'A-1',"
            + "'displayedLabel':'A-1','date':'2026-11-21T17:05:00.123Z','orderId':'order1',"
            + "'holdToken':'tok','origin':{'type':'API_CALL','ip':'127.0.0.1'},"
            + "'isPresentOnChart':true}",
        told(entry("A-1", JournalKind.RELEASED, "free", "tok", "order1", "{\"a\":1}", CALL)));
  }

  @Test
  void a_hold_that_lapsed_says_so() {
    String told = told(entry("A-1", JournalKind.EXPIRED, "free", "tok", null, "{\"a\":1}", CALL));
    assertTrue(told.contains("'holdToken':'tok','origin':{'type':'HOLD_EXPIRED'},"), told);
  }

  @Test
  void names_shown_to_buyers_make_the_displayed_label() {
    assertTrue(told("S-T1-1").contains("'displayedLabel':'left-table 1-one',"));
    assertTrue(told("S-T1-2").contains("'displayedLabel':'S-T1-2',"));
  }

  @Test
  void what_is_not_offered_any_more_says_why() {
    String whole = "'isPresentOnChart':false,'notPresentOnChartReason':";
    assertTrue(told("S-T1").endsWith(whole + "'SWITCHED_TO_BOOK_BY_SEAT'}"));
    assertTrue(told("S-T1-2").endsWith("'isPresentOnChart':true}"));
    evening.byTable();
    assertTrue(told("S-T1").endsWith("'isPresentOnChart':true}"));
    assertTrue(told("S-T1-2").endsWith(whole + "'SWITCHED_TO_BOOK_WHOLE_TABLE'}"));
    assertTrue(told("S-GA").endsWith("'isPresentOnChart':true}"));
    assertTrue(told("Z-1").endsWith(whole + "'RENAMED_OR_DELETED'}"));
    assertTrue(told("Z-1").contains("'displayedLabel':'Z-1',"));
  }
}
