package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Turns {@link LedgerWrites} into the statements that write them. */
final class LedgerBatch {
  /** What changes nothing but holds; a sale or a release is never among them. */
  private static final Set<JournalKind> HOLDS =
      EnumSet.of(JournalKind.HELD, JournalKind.EXTENDED, JournalKind.EXPIRED);

  private record SeatRow(EventId event, LedgerWrites.SeatChange change) {
    String label() {
      return change.after().label();
    }
  }

  private record AreaRow(EventId event, LedgerWrites.AreaChange change) {}

  private record RecordRow(EventId event, AreaRecord record) {}

  private record Ended(EventId event, long number) {}

  private record Sale(EventId event, Seat seat, SeatState.Taken taken) {}

  private LedgerBatch() {}

  /**
   * The statements for these writes.
   *
   * @param relaxed whether a transaction of holds only need not wait for the disk
   * @throws StoreFailure.Rejected when a journal has a gap in itself; that it goes on where the
   *     stored one ends, the store checks
   */
  static WriteBatch of(CommitId commit, LedgerWrites writes, boolean relaxed) {
    writes.events().forEach(LedgerBatch::requireGapless);
    WriteBatch batch = new WriteBatch();
    if (relaxed && holdsOnly(writes)) {
      batch.command(WriteSql.NOT_DURABLE);
    }
    addCommitId(batch, commit);
    Answers.write(batch, writes);
    addSeats(batch, writes);
    addAreas(batch, writes);
    addRecords(batch, writes);
    TokenTerms.write(batch, writes);
    addJournal(batch, commit, writes);
    addHeads(batch, writes);
    return batch;
  }

  private static void requireGapless(LedgerWrites.OfEvent event) {
    long next = event.seq() - event.journal().size() + 1;
    for (JournalEntry entry : event.journal()) {
      if (entry.seq() != next) {
        throw new StoreFailure.Rejected(
            "journal line %d stands where %d belongs".formatted(entry.seq(), next), null);
      }
      next++;
    }
  }

  static void addCommitId(WriteBatch batch, CommitId commit) {
    batch.rows(WriteSql.COMMIT_ID, 1, "commit id", b -> b.uuid(commit.value()));
  }

  /** An answer that is kept is a promise for a day, whatever it tells of. */
  private static boolean holdsOnly(LedgerWrites writes) {
    return writes.answers().isEmpty()
        && writes.events().stream()
            .flatMap(event -> event.journal().stream())
            .allMatch(entry -> HOLDS.contains(entry.kind()));
  }

  private static void addSeats(WriteBatch batch, LedgerWrites writes) {
    List<SeatRow> seats = new ArrayList<>();
    for (LedgerWrites.OfEvent event : writes.events()) {
      event.seats().forEach(change -> seats.add(new SeatRow(event.event(), change)));
    }
    batch.rows(
        WriteSql.SEATS,
        seats.size(),
        "seats",
        b -> {
          b.numbers(seats, seat -> seat.event.value())
              .texts(seats, SeatRow::label)
              .numbers(seats, seat -> seat.change.after().version())
              .numbers(seats, seat -> seat.change.before().version());
          StateColumns.bind(
              b, seats.stream().map(s -> StateColumns.of(s.change.after().state())).toList());
        });
    addSales(batch, seats);
  }

  /** First the closing: a seat released and sold again in one transaction has one of each. */
  private static void addSales(WriteBatch batch, List<SeatRow> seats) {
    List<SeatRow> closed = new ArrayList<>();
    List<Sale> opened = new ArrayList<>();
    for (SeatRow seat : seats) {
      SeatState before = seat.change.before().state();
      SeatState after = seat.change.after().state();
      if (before.equals(after)) {
        continue;
      }
      if (before instanceof SeatState.Taken) {
        closed.add(seat);
      }
      if (after instanceof SeatState.Taken taken) {
        opened.add(new Sale(seat.event, seat.change.after(), taken));
      }
    }
    batch.rows(
        WriteSql.SALES_CLOSED,
        closed.size(),
        "open sales",
        b -> b.numbers(closed, seat -> seat.event.value()).texts(closed, SeatRow::label));
    batch.rows(
        WriteSql.SALES_OPENED,
        opened.size(),
        "sales",
        b ->
            b.numbers(opened, sale -> sale.event.value())
                .texts(opened, sale -> sale.seat.label())
                .numbers(opened, sale -> sale.seat.version())
                .texts(opened, sale -> sale.taken.status())
                .texts(opened, sale -> StateColumns.textOf(sale.taken.token()))
                .texts(opened, sale -> sale.taken.order())
                .instants(opened, sale -> sale.taken.at()));
  }

  private static void addAreas(WriteBatch batch, LedgerWrites writes) {
    List<AreaRow> areas = new ArrayList<>();
    for (LedgerWrites.OfEvent event : writes.events()) {
      event.areas().forEach(change -> areas.add(new AreaRow(event.event(), change)));
    }
    batch.rows(
        WriteSql.AREAS,
        areas.size(),
        "areas",
        b ->
            b.numbers(areas, area -> area.event.value())
                .texts(areas, area -> area.change.after().key())
                .numbers(areas, area -> area.change.after().version())
                .numbers(areas, area -> area.change.before().version())
                .integers(areas, area -> area.change.after().capacity())
                .integers(areas, area -> area.change.after().held())
                .integers(areas, area -> area.change.after().taken()));
  }

  private static void addRecords(WriteBatch batch, LedgerWrites writes) {
    List<RecordRow> records = new ArrayList<>();
    List<Ended> ended = new ArrayList<>();
    for (LedgerWrites.OfEvent event : writes.events()) {
      event.records().forEach(record -> records.add(new RecordRow(event.event(), record)));
      event.endedRecords().forEach(number -> ended.add(new Ended(event.event(), number)));
    }
    batch.rows(
        WriteSql.RECORDS,
        records.size(),
        "area records",
        b -> {
          b.numbers(records, row -> row.event.value())
              .numbers(records, row -> row.record.number())
              .texts(records, row -> row.record.area())
              .integers(records, row -> row.record.quantity());
          StateColumns.bind(
              b, records.stream().map(row -> StateColumns.of(row.record.state())).toList());
        });
    batch.rows(
        WriteSql.RECORDS_ENDED,
        ended.size(),
        "ended area records",
        b -> b.numbers(ended, row -> row.event.value()).numbers(ended, Ended::number));
  }

  private static void addJournal(WriteBatch batch, CommitId commit, LedgerWrites writes) {
    List<JournalEntry> entries =
        writes.events().stream().flatMap(event -> event.journal().stream()).toList();
    batch.rows(
        WriteSql.JOURNAL,
        entries.size(),
        "journal lines",
        b -> JournalColumns.bind(b.uuid(commit.value()), entries));
  }

  private static void addHeads(WriteBatch batch, LedgerWrites writes) {
    List<LedgerWrites.OfEvent> events =
        writes.events().stream().filter(event -> !event.journal().isEmpty()).toList();
    batch.rows(
        WriteSql.HEADS,
        events.size(),
        "event heads",
        b ->
            b.numbers(events, event -> event.event().value())
                .numbers(events, LedgerWrites.OfEvent::seq)
                .numbers(events, event -> event.seq() - event.journal().size()));
  }
}
