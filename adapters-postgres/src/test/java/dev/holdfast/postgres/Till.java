package dev.holdfast.postgres;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Somebody at a till: whole changes of seats in the words of a test. */
public final class Till {
  /** A token of nobody in particular. */
  public static final HoldToken ANN = new HoldToken("ann");

  private static final Tag TAG = new Tag("gold", ExtraData.NONE);

  private final PostgresStore store;

  public Till(PostgresStore store) {
    this.store = store;
  }

  /** A commit id of its own. */
  public static CommitId aCommit() {
    return new CommitId(UUID.randomUUID());
  }

  /** A wish for one event's row. */
  public static LockWish waitFor(EventId event) {
    return new LockWish(Optional.of(event), new TreeSet<>());
  }

  /** The live workspace of a new company. */
  public WorkspaceId aWorkspace() {
    NewCompany company =
        new NewCompany(
            "Opera", name(), key(), List.of(new NewWorkspace(name(), "Opera", false, List.of())));
    return store.catalog().createCompany(company).workspaces().getFirst().workspace().id();
  }

  private static String name() {
    return UUID.randomUUID().toString();
  }

  private static NewKey key() {
    return new NewKey(KeyKind.ADMIN, KeyHash.of(name()), "wxyz");
  }

  /** An event of its own chart, in a workspace of its own, called {@code gala}. */
  public EventId anEvent() {
    return anEvent(aWorkspace());
  }

  /** An event called {@code gala} of a chart called {@code hall}. */
  public EventId anEvent(WorkspaceId workspace) {
    CatalogPort catalog = store.catalog();
    Chart chart = catalog.createChart(workspace, "hall", "Hall", "v1", "{}");
    SeatingPlan plan = new SeatingPlan(Map.of("A-1", new Bookable.NamedSeat("A-1", null)));
    catalog.publish(workspace, "hall", chart.draftVersion(), plan);
    CreateEventAnswer answer = catalog.createEvent(workspace, "hall", "gala", null);
    return ((CreateEventAnswer.Created) answer).event().id();
  }

  /** Locks, reads, and gives what was found of one event. */
  public static Sheet open(LedgerTransaction transaction, EventId event, String... objects) {
    EventHead head = Objects.requireNonNull(transaction.lock(waitFor(event)).get(event));
    ReadWish.OfEvent wish =
        new ReadWish.OfEvent(event, Set.of(objects), Set.of(), Set.of(), Set.of());
    LedgerReads reads = transaction.read(new ReadWish(List.of(wish)));
    return new Sheet(head, reads, Objects.requireNonNull(reads.events().get(event)));
  }

  /** Holds seats, a quarter of an hour. */
  public void hold(EventId event, HoldToken token, String... labels) {
    try (LedgerTransaction transaction = store.ledger().begin(aCommit())) {
      Sheet sheet = open(transaction, event, labels);
      for (String label : labels) {
        sheet.hold(label, token);
      }
      transaction.write(sheet.writes());
      transaction.commit();
    }
  }

  /** Books seats that are free or held. */
  public void book(EventId event, String... labels) {
    try (LedgerTransaction transaction = store.ledger().begin(aCommit())) {
      Sheet sheet = open(transaction, event, labels);
      for (String label : labels) {
        sheet.book(label);
      }
      transaction.write(sheet.writes());
      transaction.commit();
    }
  }

  /** Holds places of an area of 100. */
  public void holdPlaces(EventId event, String area, HoldToken token, int places) {
    try (LedgerTransaction transaction = store.ledger().begin(aCommit())) {
      Sheet sheet = open(transaction, event, area);
      sheet.holdPlaces(area, token, places);
      transaction.write(sheet.writes());
      transaction.commit();
    }
  }

  /** What is to be written of one event. */
  public static final class Sheet {
    private final EventHead head;
    private final LedgerReads reads;
    private final LedgerReads.OfEvent found;
    private final List<LedgerWrites.SeatChange> seats = new ArrayList<>();
    private final List<LedgerWrites.AreaChange> areas = new ArrayList<>();
    private final List<AreaRecord> records = new ArrayList<>();
    private final List<JournalEntry> journal = new ArrayList<>();

    Sheet(EventHead head, LedgerReads reads, LedgerReads.OfEvent found) {
      this.head = head;
      this.reads = reads;
      this.found = found;
    }

    /** Holds a seat. */
    public Sheet hold(String label, HoldToken token) {
      return put(
          label,
          SeatState.FREE.hold(
              token, next(), reads.now(), reads.now().plus(Duration.ofMinutes(15)), TAG));
    }

    /** Books a seat. */
    public Sheet book(String label) {
      return put(label, new SeatState.Taken("booked", ANN, 0, reads.now(), "order-" + next(), TAG));
    }

    /** Puts a seat into a state. */
    public Sheet put(String label, SeatState state) {
      Seat before =
          found.seats().stream()
              .filter(seat -> seat.label().equals(label))
              .findFirst()
              .orElseGet(() -> Seat.untouched(label));
      Seat after = before.becomes(state);
      seats.add(new LedgerWrites.SeatChange(before, after));
      return log(label, false, after.version(), state, 1);
    }

    /** Holds places of an area of 100. */
    public Sheet holdPlaces(String key, HoldToken token, int places) {
      SeatState.Held held =
          SeatState.FREE.hold(
              token, next(), reads.now(), reads.now().plus(Duration.ofMinutes(15)), TAG);
      Area before = found.areas().stream().findFirst().orElseGet(() -> Area.untouched(key, 100));
      Area after = before.hold(places);
      areas.add(new LedgerWrites.AreaChange(before, after));
      records.add(new AreaRecord(key, next(), places, held));
      return log(key, true, after.version(), held, places);
    }

    private long next() {
      return head.seq() + journal.size() + 1;
    }

    private Sheet log(String object, boolean area, long version, SeatState state, int places) {
      JournalKind kind =
          switch (state) {
            case SeatState.Free _ -> JournalKind.RELEASED;
            case SeatState.Held _ -> JournalKind.HELD;
            case SeatState.Taken _ -> JournalKind.BOOKED;
          };
      journal.add(
          new JournalEntry(
              head.event(),
              next(),
              object,
              area,
              version,
              kind,
              "free",
              ANN,
              0,
              places,
              "gold",
              null,
              null,
              ExtraData.NONE,
              Origin.OWN,
              reads.now()));
      return this;
    }

    /** Everything on this sheet. */
    public LedgerWrites writes() {
      long seq = head.seq() + journal.size();
      return new LedgerWrites(
          List.of(
              new LedgerWrites.OfEvent(
                  head.event(), seq, seats, areas, records, List.of(), journal)));
    }
  }
}
