package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LedgerWrites.AreaChange;
import dev.holdfast.domain.port.LedgerWrites.SeatChange;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One locked event as the commands of a transaction see it, one after the other, each with the
 * effect of those before it. Collects the net changes and the journal.
 *
 * <p>It shows only what was read: asking for anything else is a programming error and never reads
 * as "free".
 */
public final class EventDesk {
  private final EventHead head;
  private final Instant now;
  private final HoldPolicy policy;
  private final ReadWish.OfEvent wish;
  private final Map<String, Seat> seatsBefore = new HashMap<>();
  private final TreeMap<String, Seat> seats = new TreeMap<>();
  private final AreaDesk areas;
  private final AreaMoves areaMoves;
  private final Holdings holdings;
  private final KeyHoldings keyHoldings;
  private final Terms terms;
  private final List<JournalEntry> journal = new ArrayList<>();
  private long seq;

  /**
   * A desk for one event.
   *
   * @param wish what was asked for
   * @param reads what was found
   * @param now the ledger's clock, read under the lock
   */
  public EventDesk(
      EventHead head,
      ReadWish.OfEvent wish,
      LedgerReads.OfEvent reads,
      Instant now,
      HoldPolicy policy) {
    this.head = head;
    this.wish = wish;
    this.now = now;
    this.policy = policy;
    this.seq = head.seq();
    this.holdings = new Holdings(reads.holdings());
    this.keyHoldings = new KeyHoldings(wish.keys(), reads.keyHoldings(), now);
    this.terms = new Terms(reads.terms(), now);
    this.areas = new AreaDesk(this, reads.areas(), reads.records());
    this.areaMoves = new AreaMoves(this, areas);
    reads.seats().forEach(seat -> seatsBefore.put(seat.label(), seat));
    seats.putAll(seatsBefore);
  }

  /** The ledger's time of every decision at this desk. */
  public Instant now() {
    return now;
  }

  /** The rules holds live by. */
  HoldPolicy policy() {
    return policy;
  }

  /** The general admission areas. */
  AreaDesk areas() {
    return areas;
  }

  /** What can be done to them. */
  AreaMoves areaMoves() {
    return areaMoves;
  }

  /** How many live objects each token holds. */
  Holdings holdings() {
    return holdings;
  }

  /** How many places are held live through each API key. */
  KeyHoldings keyHoldings() {
    return keyHoldings;
  }

  /** The terms of those tokens that have one. */
  Terms terms() {
    return terms;
  }

  /** The seat as it is now. */
  public Seat seat(String label) {
    checkRead(label);
    return seats.getOrDefault(label, Seat.untouched(label));
  }

  /** Fails when an object was not read: what was not looked at must not pass for free. */
  void checkRead(String object) {
    if (!wish.whole()
        && !wish.objects().contains(object)
        && !wish.seats().contains(object)
        && !seats.containsKey(object)) {
      throw new IllegalStateException("an object that was not read was asked for");
    }
  }

  /** The live hold of this token on this seat, if it has one. */
  Optional<Held> heldBy(String label, HoldToken token) {
    return seat(label).state() instanceof Held held && isLive(held, token)
        ? Optional.of(held)
        : Optional.empty();
  }

  /** Whether a hold is this token's and stands: neither its deadline nor the token is over. */
  boolean isLive(Held held, HoldToken token) {
    return held.heldBy(token, now) && !terms.isOver(token);
  }

  /** Labels of the seats that this token holds live, ascending; read for whole tokens only. */
  List<String> seatsHeldBy(HoldToken token) {
    return seatsUnder(token).stream().filter(label -> heldBy(label, token).isPresent()).toList();
  }

  /** The same with those whose hold is over and not ended yet. */
  List<String> seatsUnder(HoldToken token) {
    if (!wish.wholeTokens().contains(token)) {
      throw new IllegalStateException("a token that was not read whole was asked for");
    }
    return seats.values().stream()
        .filter(seat -> seat.state() instanceof Held held && held.token().equals(token))
        .map(Seat::label)
        .toList();
  }

  /** The journal number the next entry will get; the number of a hold that begins with it. */
  long nextSeq() {
    return seq + 1;
  }

  /** Puts a seat into another state and writes down why. */
  Seat change(String label, SeatState next, JournalKind kind, Origin origin) {
    Seat before = seat(label);
    Seat after = before.becomes(next);
    holdings.change(before.state(), next, now);
    keyHoldings.left(before.state(), 1);
    keyHoldings.came(next, 1);
    seats.put(label, after);
    write(Line.ofSeat(before, after), kind, origin);
    return after;
  }

  /** Ends the hold of a seat whose deadline has passed, so that what comes next finds it ended. */
  void endLapsed(String label) {
    if (seat(label).state() instanceof Held held && !held.liveAt(now)) {
      change(label, held.expire(now), JournalKind.EXPIRED, Origin.OWN);
    }
  }

  /** Writes one journal line. */
  void write(Line line, JournalKind kind, Origin origin) {
    seq++;
    journal.add(line.entry(head.event(), seq, kind, origin, now));
  }

  /** Whether anything changed. */
  public boolean changed() {
    return !journal.isEmpty();
  }

  /** Labels of the seats that the commands so far have changed. */
  Set<String> seatsChanged() {
    return seatChanges().stream().map(each -> each.after().label()).collect(Collectors.toSet());
  }

  private List<SeatChange> seatChanges() {
    List<SeatChange> seatChanges = new ArrayList<>();
    seats.forEach((label, after) -> {
      Seat before = seatsBefore.getOrDefault(label, Seat.untouched(label));
      if (after.version() != before.version()) {
        seatChanges.add(new SeatChange(before, after));
      }
    });
    return seatChanges;
  }

  /** The net effect of all commands so far. */
  public LedgerWrites.OfEvent writes() {
    List<AreaChange> areaChanges = areas.changes();
    return new LedgerWrites.OfEvent(
        head.event(),
        seq,
        seatChanges(),
        areaChanges,
        areas.writtenRecords(),
        areas.endedRecords(),
        journal,
        terms.changes());
  }

  /** What the gate should know of these seats now; seats nobody ever touched are no news. */
  public List<SeatNews> news(Set<String> labels) {
    return labels.stream()
        .map(this::seat)
        .filter(seat -> seat.version() > 0)
        .map(this::news)
        .toList();
  }

  private SeatNews news(Seat seat) {
    return switch (seat.state()) {
      case SeatState.Free _ -> new SeatNews.NowFree(seat.label(), seat.version());
      case SeatState.Taken _ -> new SeatNews.NowTaken(seat.label(), seat.version());
      case Held held when held.liveAt(now) ->
          new SeatNews.NowHeld(
              seat.label(), seat.version(), held.token(), Duration.between(now, held.until()));
      case Held lapsed when lapsed.tag().resale() != null ->
          new SeatNews.NowTaken(seat.label(), seat.version());
      case Held _ -> new SeatNews.NowFree(seat.label(), seat.version());
    };
  }

  /** The event. */
  public EventId event() {
    return head.event();
  }
}
