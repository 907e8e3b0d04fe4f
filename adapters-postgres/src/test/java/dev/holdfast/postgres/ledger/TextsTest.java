package dev.holdfast.postgres.ledger;

import static dev.holdfast.postgres.Till.aCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels, tokens and free text of every kind survive the store, or are refused as a whole. */
final class TextsTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final List<String> LABELS =
      List.of(
          "A-1",
          "a-1",
          "A-1 ",
          "Ä-1",
          "A\u0308-1",
          "{A,\"1\"}",
          "NULL",
          "\\",
          "'; --",
          "{123}:seat",
          "Rang 2 · Loge 5 · Platz 12",
          "第3列 12番",
          "\uD83C\uDFAD",
          "\uFFFF",
          "x".repeat(255),
          "\uD83C\uDFAD".repeat(127));

  private final Till till = new Till(SCHEMA.store());

  @Test
  void labels_and_tokens_of_every_kind_are_told_apart() {
    EventId event = till.anEvent();
    try (LedgerTransaction transaction = SCHEMA.store().ledger().begin(aCommit())) {
      Till.Sheet sheet = Till.open(transaction, event, LABELS.toArray(String[]::new));
      LABELS.forEach(label -> sheet.hold(label, new HoldToken(label)));
      transaction.write(sheet.writes());
      transaction.commit();
    }
    List<Seat> seats = SCHEMA.store().ledger().picture(event).orElseThrow().seats();
    assertEquals(LABELS.stream().sorted().toList(), seats.stream().map(Seat::label).toList());
    for (Seat seat : seats) {
      assertEquals(seat.label(), ((SeatState.Held) seat.state()).token().value());
    }
    till.book(event, LABELS.toArray(String[]::new));
    assertEquals(List.of(), SCHEMA.store().ledger().audit(event));
  }

  @Test
  void extra_data_comes_back_in_the_order_it_was_sent_with_all_that_json_allows() {
    String json =
        "{\"z\":1e2,\"a\":1.50,\"\\u0000\":\"\\ud800\",\"n\":null,\"o\":{\"b\":[],\"a\":{}}}";
    SeatState taken =
        new SeatState.Taken(
            "my own status",
            null,
            0,
            Instant.parse("2026-11-02T09:00:00.123456Z"),
            "order 'ü' \\ 1",
            new Tag(null, ExtraData.ofJson(json)));
    EventId event = till.anEvent();
    put(event, taken);
    SeatState found =
        SCHEMA.store().ledger().picture(event).orElseThrow().seats().getFirst().state();
    assertEquals(taken, found);
    assertEquals(json, ((SeatState.Taken) found).tag().extraData().toJson());
  }

  private static void put(EventId event, SeatState state) {
    try (LedgerTransaction transaction = SCHEMA.store().ledger().begin(aCommit())) {
      transaction.write(Till.open(transaction, event, "A-1").put("A-1", state).writes());
      transaction.commit();
    }
  }

  @Test
  void a_deadline_is_cut_to_the_microsecond_and_never_grows() {
    EventId event = till.anEvent();
    Instant until = Instant.parse("2026-11-02T09:10:00.123456999Z");
    put(event, SeatState.FREE.hold(Till.ANN, 1, until, until, new Tag(null, ExtraData.NONE)));
    SeatState.Held held =
        (SeatState.Held)
            SCHEMA.store().ledger().picture(event).orElseThrow().seats().getFirst().state();
    assertEquals(Instant.parse("2026-11-02T09:10:00.123456Z"), held.until());
  }

  static Stream<String> unstorable() {
    return Stream.of("A\u0000", "\uD800", "A\uDC00B", "\uD83CA", "\uDFAD\uD83C");
  }

  @ParameterizedTest
  @MethodSource("unstorable")
  void what_has_no_place_in_the_store_is_refused_and_not_changed_silently(String label) {
    EventId event = till.anEvent();
    assertThrows(StoreFailure.Rejected.class, () -> till.hold(event, Till.ANN, "A-1", label));
    assertEquals(0, SCHEMA.store().ledger().picture(event).orElseThrow().seq());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "\u0000"})
  void the_catalog_refuses_them_too(String text) {
    assertThrows(
        StoreFailure.Rejected.class,
        () -> SCHEMA.store().catalog().createChart(till.aWorkspace(), text, text, "v1", text));
  }
}
