package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** P51 to P57: what is stored comes back exactly as it was, by every way there is to read it. */
public interface SeatLedgerRoundTripRules extends SeatLedgerRules {
  /** JSON that a JSON column would reorder, shorten, merge or refuse. */
  List<String> ODD_JSON =
      List.of(
          "{}",
          "{\"b\":1,\"a\":2,\"\":3}",
          "{\"n\":[1.50,1e2,-0,12345678901234567890.123456789012345678901234567890]}",
          "{\"t\":\"\\u0000 \\ud800 \\/ / \\u00e4 \u00e4 \ud83c\udfad \\\"}],:{ \"}",
          "{\"a\":1,\"\\u0061\":2}",
          "{\"deep\":{\"deeper\":[{\"x\":[]},null,true,false,\"\"]}}",
          "{\"long\":\"" + "\u7b2c3\u5217".repeat(2_000) + "\"}");

  /** As fine as stores keep instants, and far away. */
  Instant FINE = Instant.parse("2131-02-28T23:59:59.999999Z");

  @Test
  default void P51_held_seats_come_back_with_everything_and_with_nothing() {
    HoldToken longest = new HoldToken("\ud83c\udfad".repeat(127) + "x");
    Instant since = Instant.parse("2026-01-01T00:00:00.000001Z");
    assertSeats(
        List.of(
            new Held(ANN, 1, since, FINE, new Tag("gold", json("{\"vip\":true}"))),
            new Held(longest, Long.MAX_VALUE, since, FINE, new Tag(null, ExtraData.NONE)),
            new Held(new HoldToken(" "), 3, since, since, new Tag("", ExtraData.NONE))));
  }

  @Test
  default void P52_taken_seats_come_back_with_everything_and_with_nothing() {
    String longText = "o'\"\\ \u0635\u0641 ".repeat(500);
    assertSeats(
        List.of(
            new Taken("booked", ANN, 7, FINE, "o-1", new Tag("gold", json("{\"vip\":true}"))),
            new Taken("resale", null, 0, FINE, null, new Tag(null, ExtraData.NONE)),
            new Taken("r\u00e9serv\u00e9 \ud83c\udfad", BEN, 0, FINE, "", new Tag("", json("{}"))),
            new Taken("held", null, 0, FINE, longText, new Tag(longText, ExtraData.NONE)),
            new Taken("free", null, 0, FINE, null, new Tag(null, ExtraData.NONE))));
  }

  @Test
  default void P133_whatever_hangs_on_an_object_comes_back() {
    Tag full = new Tag("gold", json("{\"vip\":1}"), "o-\u0635", "adult", new Resale("list'1"));
    Tag onResale = new Tag(null, ExtraData.NONE, null, null, new Resale(null));
    assertSeats(
        List.of(
            new Held(ANN, 1, FINE, FINE, full),
            new Held(ANN, 2, FINE, FINE, onResale),
            new Taken("lost", null, 0, FINE, full),
            new Taken("resale", null, 0, FINE, onResale),
            new SeatState.Free(new Tag(null, json("{\"vip\":1}"), "o-1", "adult", null))));
  }

  /** A seat that is merely free is no part of a picture; with something left on it, it is. */
  @Test
  default void P134_each_thing_that_is_left_on_a_free_seat_is_shown() {
    List<Tag> left =
        List.of(
            new Tag("gold", ExtraData.NONE),
            new Tag(null, json("{\"a\":1}")),
            new Tag(null, ExtraData.NONE, "o-1", null, null),
            new Tag(null, ExtraData.NONE, null, "adult", null));
    EventId event = anEvent();
    Set<String> labels = Set.of("A-0", "A-1", "A-2", "A-3", "bare");
    change(
        event,
        labels,
        draft -> {
          left.forEach(tag -> draft.put("A-" + left.indexOf(tag), new SeatState.Free(tag)));
          draft.put("bare", SeatState.FREE);
        });
    assertEquals(left, picture(event).seats().stream().map(seat -> seat.state().tag()).toList());
    assertEquals(SeatState.FREE, seat(event, "bare").state());
  }

  private static ExtraData json(String text) {
    return ExtraData.ofJson(text);
  }

  /** One seat a state, read under the lock and in the picture. */
  private void assertSeats(List<SeatState> states) {
    EventId event = anEvent();
    Map<String, SeatState> byLabel =
        states.stream().collect(Collectors.toMap(state -> "S-" + states.indexOf(state), s -> s));
    change(event, byLabel.keySet(), draft -> byLabel.forEach(draft::put));
    Set<Seat> expected = new HashSet<>();
    byLabel.forEach((label, state) -> expected.add(new Seat(label, 1, state)));
    SeatLedgerRules.assertEach(expected, readWhole(event, byLabel.keySet()).seats());
    Instant now = now(event);
    expected.removeIf(seat -> seat.state() instanceof Held held && !held.liveAt(now));
    SeatLedgerRules.assertEach(expected, picture(event).seats());
    assertEquals(List.of(), ledger().audit(event));
  }

  private LedgerReads.OfEvent readWhole(EventId event, Set<String> objects) {
    return reads(new ReadWish.OfEvent(event, objects, Set.of(ANN), Set.of(ANN), objects));
  }

  @Test
  default void P53_area_records_come_back_with_everything_and_with_nothing() {
    EventId event = anEvent();
    List<SeatState> states =
        List.of(
            new Held(ANN, 1, FINE, FINE.plusNanos(1_000), new Tag("gold", json("{\"a\":1}"))),
            new Held(BEN, Long.MAX_VALUE, FINE, FINE, new Tag(null, ExtraData.NONE)),
            new Taken("booked", ANN, 1, FINE, "o-1", new Tag("gold", json("{\"a\":1}"))),
            new Taken("resale", null, 0, FINE, null, new Tag(null, ExtraData.NONE)));
    List<AreaRecord> records = new ArrayList<>();
    for (SeatState state : states) {
      records.add(new AreaRecord("floor", 100L + records.size(), 1_000_000, state));
    }
    change(
        event,
        Set.of("floor"),
        draft -> records.forEach(draft.holdPlaces("floor", BEN, 1, QUARTER)::strayRecord));
    List<AreaRecord> stored = wholeArea(event, "floor");
    assertEquals(records, stored.subList(1, stored.size()));
    assertEquals(stored, picture(event).records());
  }

  @Test
  default void P54_labels_of_every_kind_are_told_apart() {
    EventId event = anEvent();
    Set<String> labels = new TreeSet<>(CatalogTextRules.ODD_TEXTS);
    change(
        event,
        labels,
        draft ->
            labels.forEach(
                label -> draft.hold(label, ANN, QUARTER).holdPlaces(label, ANN, 1, QUARTER)));
    LedgerReads.OfEvent reads = readWhole(event, labels);
    assertEquals(labels, reads.seats().stream().map(Seat::label).collect(Collectors.toSet()));
    assertEquals(
        labels, reads.records().stream().map(AreaRecord::area).collect(Collectors.toSet()));
    for (String label : labels) {
      assertEquals(1, reads(SeatLedgerRules.objects(event, label)).seats().size());
      assertEquals(1, wholeArea(event, label).size());
    }
    Set<String> written =
        ledger().journal(event, 0, Portion.of(1_000)).entries().stream()
            .map(JournalEntry::object)
            .collect(Collectors.toSet());
    assertEquals(labels, written);
  }

  @Test
  default void P55_tokens_of_every_kind_are_told_apart() {
    EventId event = anEvent();
    Set<HoldToken> tokens = new TreeSet<>();
    CatalogTextRules.ODD_TEXTS.forEach(text -> tokens.add(new HoldToken(text)));
    change(
        event,
        Set.of(),
        draft -> tokens.forEach(token -> draft.hold("of " + token.value(), token, QUARTER)));
    Map<HoldToken, Integer> holdings =
        reads(new ReadWish.OfEvent(event, Set.of(), tokens, Set.of(), Set.of())).holdings();
    for (HoldToken token : tokens) {
      assertEquals(1, holdings.get(token));
      LedgerReads.OfEvent whole =
          reads(new ReadWish.OfEvent(event, Set.of(), Set.of(), Set.of(token), Set.of()));
      assertEquals("of " + token.value(), whole.seats().getFirst().label());
      assertEquals(1, whole.seats().size());
    }
  }

  @Test
  default void P56_extra_data_comes_back_to_the_letter() {
    EventId event = anEvent();
    for (String text : ODD_JSON) {
      Tag tag = new Tag("gold", json(text));
      change(
          event,
          Set.of("A-1"),
          draft -> {
            Taken sold = new Taken("booked", ANN, 0, draft.now(), null, tag);
            draft.free("A-1").put("A-1", sold);
            draft.log(entry(draft, draft.nextSeq(), tag.extraData()));
          });
      Taken stored = (Taken) seat(event, "A-1").state();
      assertEquals(text, stored.tag().extraData().toJson());
      Taken shown = (Taken) picture(event).seats().getFirst().state();
      assertEquals(text, shown.tag().extraData().toJson());
      JournalEntry last = ledger().journal(event, 0, Portion.of(1_000)).entries().getLast();
      assertEquals(text, last.extraData().toJson());
    }
  }

  private static JournalEntry entry(SeatLedgerDraft draft, long seq, ExtraData extraData) {
    JournalEntry bare = draft.entry(seq, "A-1", false, 1, JournalKind.BOOKED, 1);
    return new JournalEntry(
        bare.event(),
        seq,
        "A-1",
        false,
        1,
        JournalKind.BOOKED,
        "free",
        ANN,
        7,
        1,
        "gold",
        FINE,
        "o-1",
        extraData,
        new Origin("v1", 42, "2001:db8::1"),
        FINE);
  }

  @Test
  default void P57_journal_entries_come_back_with_everything_and_with_nothing() {
    EventId event = anEvent();
    List<JournalEntry> written = new ArrayList<>();
    change(
        event,
        Set.of(),
        draft -> {
          written.clear();
          for (JournalKind kind : JournalKind.values()) {
            long seq = draft.nextSeq();
            written.add(
                new JournalEntry(
                    event,
                    seq,
                    "floor " + kind,
                    true,
                    Long.MAX_VALUE,
                    kind,
                    "booked",
                    ANN,
                    seq,
                    1_000_000,
                    "gold",
                    FINE,
                    "o'\"1",
                    json("{\"b\":1,\"a\":[2]}"),
                    new Origin("tmt", Long.MAX_VALUE, "192.0.2.1"),
                    FINE));
            draft.log(written.getLast());
            written.add(draft.entry(seq + 1, "A-1", false, 1, kind, 1));
            draft.log(written.getLast());
            written.add(unusual(event, seq + 2, kind));
            draft.log(written.getLast());
          }
        });
    assertEquals(written, ledger().journal(event, 0, Portion.of(100)).entries());
  }

  /** One that leads where its kind usually does not. */
  private static JournalEntry unusual(EventId event, long seq, JournalKind kind) {
    return new JournalEntry(
        event,
        seq,
        "A-1",
        false,
        1,
        kind,
        "resale",
        "v\u00e9rifi\u00e9",
        ANN,
        0,
        1,
        null,
        null,
        null,
        "child \ud83c\udfad",
        ExtraData.NONE,
        Origin.OWN,
        FINE);
  }
}
