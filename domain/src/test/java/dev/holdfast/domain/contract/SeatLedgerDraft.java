package dev.holdfast.domain.contract;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LedgerWrites.AreaChange;
import dev.holdfast.domain.port.LedgerWrites.SeatChange;
import dev.holdfast.domain.port.LedgerWrites.TokenChange;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one test writes to one event: changes and their journal, made from what was read. */
final class SeatLedgerDraft {
  static final Tag TAG = new Tag("gold", ExtraData.NONE);

  private final EventHead head;
  private final Instant now;
  private final Map<String, Seat> storedSeats = new LinkedHashMap<>();
  private final Map<String, Area> storedAreas = new LinkedHashMap<>();
  private final Map<String, SeatChange> seats = new LinkedHashMap<>();
  private final Map<String, AreaChange> areas = new LinkedHashMap<>();
  private final List<AreaRecord> records = new ArrayList<>();
  private final List<Long> endedRecords = new ArrayList<>();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final List<TokenChange> tokens = new ArrayList<>();

  SeatLedgerDraft(EventHead head, Instant now, LedgerReads.OfEvent reads) {
    this.head = head;
    this.now = now;
    reads.seats().forEach(seat -> storedSeats.put(seat.label(), seat));
    reads.areas().forEach(area -> storedAreas.put(area.key(), area));
  }

  Instant now() {
    return now;
  }

  long nextSeq() {
    return head.seq() + journal.size() + 1;
  }

  Seat seat(String label) {
    SeatChange change = seats.get(label);
    return change == null ? stored(label) : change.after();
  }

  private Seat stored(String label) {
    return storedSeats.getOrDefault(label, Seat.untouched(label));
  }

  SeatLedgerDraft hold(String label, HoldToken token, Duration life) {
    return put(label, held(token, life));
  }

  /** A hold that begins with the next entry. */
  Held held(HoldToken token, Duration life) {
    return SeatState.FREE.hold(token, nextSeq(), now, now.plus(life), TAG);
  }

  SeatLedgerDraft book(String label, HoldToken token) {
    return put(label, new Taken(Taken.BOOKED, token, 0, now, "o-" + nextSeq(), TAG));
  }

  SeatLedgerDraft free(String label) {
    return put(label, SeatState.FREE);
  }

  /** A term as it is to be. */
  SeatLedgerDraft token(HoldToken token, TokenTerm term) {
    tokens.add(new TokenChange(token, term));
    return this;
  }

  /** Puts a seat into a state, whatever it was in before. */
  SeatLedgerDraft put(String label, SeatState next) {
    Seat after = seat(label).becomes(next);
    seats.put(label, new SeatChange(stored(label), after));
    return log(label, false, after.version(), next, 1);
  }

  /** A seat's change as a writer might claim it that has lost its mind. */
  SeatLedgerDraft claim(SeatChange change) {
    seats.put(change.after().label(), change);
    return log(change.after().label(), false, change.after().version(), change.after().state(), 1);
  }

  /** An area's change as such a writer might claim it. */
  SeatLedgerDraft claim(Area before, Area after) {
    areas.put(after.key(), new AreaChange(before, after));
    return log(after.key(), true, after.version(), SeatState.FREE, 1);
  }

  SeatLedgerDraft holdPlaces(String key, HoldToken token, int places, Duration life) {
    return holdPlaces(key, places, held(token, life));
  }

  SeatLedgerDraft holdPlaces(String key, int places, Held held) {
    records.add(new AreaRecord(key, nextSeq(), places, held));
    return count(area(key).hold(places), held, places);
  }

  SeatLedgerDraft bookPlaces(AreaRecord record) {
    Taken taken = ((Held) record.state()).book(now, "o-" + nextSeq(), ExtraData.NONE);
    records.add(record.becomes(taken));
    return count(area(record.area()).book(record.quantity()), taken, record.quantity());
  }

  SeatLedgerDraft endHold(AreaRecord record) {
    endedRecords.add(record.number());
    Area after = area(record.area()).endHold(record.quantity());
    return count(after, SeatState.FREE, record.quantity());
  }

  /** A record without its count. */
  SeatLedgerDraft strayRecord(AreaRecord record) {
    records.add(record);
    return this;
  }

  /** Counters as they are to be, with a journal entry. */
  SeatLedgerDraft count(Area after, SeatState next, int places) {
    Area before = storedAreas.getOrDefault(after.key(), Area.untouched(after.key(), 100));
    areas.put(after.key(), new AreaChange(before, after));
    return log(after.key(), true, after.version(), next, places);
  }

  /** The area as it is after what stands here already. */
  Area area(String key) {
    AreaChange change = areas.get(key);
    return change == null
        ? storedAreas.getOrDefault(key, Area.untouched(key, 100))
        : change.after();
  }

  /** One more entry, whatever is in it. */
  SeatLedgerDraft log(JournalEntry entry) {
    journal.add(entry);
    return this;
  }

  /** An entry of the object A-é whose texts have so many bytes of UTF-8, 25 at least. */
  SeatLedgerDraft logTexts(int bytes) {
    String filling = "x".repeat(bytes - 25);
    return log(
        new JournalEntry(
            head.event(),
            nextSeq(),
            "A-é",
            false,
            1,
            JournalKind.BOOKED,
            "free",
            new HoldToken("tökén"),
            7,
            1,
            "€",
            null,
            "😀",
            new ExtraData(Map.of("\"\"", "\"" + filling + "\"")),
            Origin.OWN,
            now));
  }

  /** One more entry of a seat, after which it is of this status. */
  SeatLedgerDraft logStatus(String object, JournalKind kind, String status) {
    JournalEntry plain = entry(nextSeq(), object, false, 1, kind, 1);
    return log(
        new JournalEntry(
            plain.event(),
            plain.seq(),
            object,
            false,
            1,
            kind,
            kind == JournalKind.CHANGED ? status : plain.previous(),
            status,
            null,
            0,
            1,
            null,
            null,
            null,
            null,
            ExtraData.NONE,
            Origin.OWN,
            now));
  }

  private SeatLedgerDraft log(
      String object, boolean area, long version, SeatState next, int places) {
    JournalKind kind =
        switch (next) {
          case SeatState.Free _ -> JournalKind.RELEASED;
          case Held _ -> JournalKind.HELD;
          case Taken _ -> JournalKind.BOOKED;
        };
    return log(entry(nextSeq(), object, area, version, kind, places));
  }

  /** An entry of this event with nothing in it that may be missing. */
  JournalEntry entry(
      long seq, String object, boolean area, long version, JournalKind kind, int places) {
    return new JournalEntry(
        head.event(),
        seq,
        object,
        area,
        version,
        kind,
        "free",
        null,
        0,
        places,
        null,
        null,
        null,
        ExtraData.NONE,
        Origin.OWN,
        now);
  }

  LedgerWrites.OfEvent writes() {
    return new LedgerWrites.OfEvent(
        head.event(),
        nextSeq() - 1,
        List.copyOf(seats.values()),
        List.copyOf(areas.values()),
        records,
        endedRecords,
        journal,
        tokens);
  }
}
