package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TransactionWrapper;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.Tag;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger whose transactions read something else than what is there. */
final class FlawedReads extends LedgerWrapper {
  /** What is made of an answer. */
  interface Reading {
    LedgerReads of(ReadWish wish, LedgerReads sound);
  }

  private final Reading reading;

  FlawedReads(SeatLedgerPort sound, Reading reading) {
    super(sound);
    this.reading = reading;
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return new TransactionWrapper(ledger.begin(commit)) {
      @Override
      public LedgerReads read(ReadWish wish) {
        return reading.of(wish, open.read(wish));
      }
    };
  }

  /** The clock of a machine that is ahead, where the ledger's belongs. */
  static Reading fastClock(Duration ahead) {
    return (_, sound) -> new LedgerReads(sound.now().plus(ahead), sound.events());
  }

  /** The terms of tokens are not looked at. */
  static Reading withoutTerms() {
    return (_, sound) ->
        each(
            sound,
            (_, rows) ->
                new LedgerReads.OfEvent(
                    rows.seats(), rows.areas(), rows.records(), rows.holdings(), Map.of()));
  }

  /** A deadline counts as part of the hold. */
  static Reading withinTheDeadline() {
    return (_, sound) ->
        each(
            sound,
            (_, rows) ->
                withSeats(
                    rows,
                    rows.seats().stream()
                        .map(seat ->
                            seat.state() instanceof Held held
                                ? as(seat, held.extend(held.until().plusNanos(1_000)))
                                : seat)
                        .toList()));
  }

  /** A hold that its token wants to book is taken for live. */
  static Reading withoutDeadlineOf(HandedIn commands) {
    return (_, sound) ->
        each(
            sound,
            (event, rows) ->
                withSeats(
                    rows,
                    rows.seats().stream()
                        .map(seat ->
                            seat.state() instanceof Held held
                                    && !held.liveAt(sound.now())
                                    && commands.isToBook(event, held.token(), seat.label())
                                ? as(seat, held.extend(sound.now().plusNanos(1_000)))
                                : seat)
                        .toList()));
  }

  /** What is held is not known to go back on resale. */
  static Reading withoutResale() {
    return (_, sound) ->
        each(
            sound,
            (_, rows) ->
                withSeats(
                    rows,
                    rows.seats().stream()
                        .map(seat ->
                            seat.state() instanceof Held held ? as(seat, offResale(held)) : seat)
                        .toList()));
  }

  private static Held offResale(Held held) {
    Tag tag = held.tag();
    return new Held(
        held.token(),
        held.hold(),
        held.since(),
        held.until(),
        new Tag(tag.category(), tag.extraData(), tag.order(), tag.ticketType(), null),
        held.via());
  }

  /** Whoever asks is the owner. */
  static Reading withoutOwners() {
    return (wish, sound) ->
        each(
            sound,
            (event, rows) -> {
              Set<HoldToken> tokens =
                  wish.events().stream()
                      .filter(of -> of.event().equals(event))
                      .findAny()
                      .map(ReadWish.OfEvent::tokens)
                      .orElse(Set.of());
              if (tokens.size() != 1) {
                return rows;
              }
              HoldToken asking = tokens.iterator().next();
              return withSeats(
                  rows,
                  rows.seats().stream()
                      .map(seat ->
                          seat.state() instanceof Held held
                              ? as(
                                  seat,
                                  new Held(
                                      asking, held.hold(), held.since(), held.until(), held.tag()))
                              : seat)
                      .toList());
            });
  }

  /** What was answered to the same question before, and is remembered. */
  static Reading remembered() {
    Map<ReadWish.OfEvent, LedgerReads.OfEvent> before = new HashMap<>();
    return (wish, sound) -> {
      Map<EventId, LedgerReads.OfEvent> old = new HashMap<>();
      for (ReadWish.OfEvent of : wish.events()) {
        LedgerReads.OfEvent now =
            sound.events().getOrDefault(of.event(), LedgerReads.OfEvent.NOTHING);
        old.put(of.event(), before.getOrDefault(of, now));
        before.put(of, now);
      }
      return new LedgerReads(sound.now(), old);
    };
  }

  private interface Rows {
    LedgerReads.OfEvent of(EventId event, LedgerReads.OfEvent sound);
  }

  private static LedgerReads each(LedgerReads sound, Rows change) {
    Map<EventId, LedgerReads.OfEvent> changed = new HashMap<>();
    sound.events().forEach((event, rows) -> changed.put(event, change.of(event, rows)));
    return new LedgerReads(sound.now(), changed);
  }

  private static LedgerReads.OfEvent withSeats(LedgerReads.OfEvent rows, List<Seat> seats) {
    return new LedgerReads.OfEvent(
        seats, rows.areas(), rows.records(), rows.holdings(), rows.terms());
  }

  private static Seat as(Seat seat, Held held) {
    return new Seat(seat.label(), seat.version(), held);
  }

  /** Keeps pictures for those who come later. */
  static SeatLedgerPort keepingPictures(SeatLedgerPort sound) {
    Map<EventId, Optional<EventPicture>> kept = new HashMap<>();
    return new LedgerWrapper(sound) {
      @Override
      public Optional<EventPicture> picture(EventId event) {
        return kept.computeIfAbsent(event, ledger::picture);
      }
    };
  }
}
