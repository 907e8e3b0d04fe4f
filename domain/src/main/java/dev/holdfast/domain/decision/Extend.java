package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.Extension.Extended;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives a token's live holds a new deadline. What the token has lost is told, and fails nothing
 * unless all is wanted.
 *
 * @param objects each once; empty: everything the token holds in the event
 * @param all whether it is refused when the token has lost any of them, or holds nothing
 */
public record Extend(
    EventId event,
    HoldToken token,
    Optional<List<String>> objects,
    Duration ttl,
    boolean all,
    Origin origin)
    implements Command<Extension> {
  /** As far as the token still has them. */
  public Extend(
      EventId event, HoldToken token, Optional<List<String>> objects, Duration ttl, Origin origin) {
    this(event, token, objects, ttl, false, origin);
  }

  @Override
  public Optional<SoldBy> soldBy() {
    return Optional.empty();
  }

  @Override
  public ReadWish.OfEvent reads() {
    Set<HoldToken> mine = Set.of(token);
    return objects
        .map(named -> new ReadWish.OfEvent(event, Set.copyOf(named), mine, Set.of(), Set.of()))
        .orElseGet(() -> new ReadWish.OfEvent(event, Set.of(), mine, mine, Set.of()));
  }

  @Override
  public int weight() {
    return objects.map(named -> Math.max(1, named.size())).orElse(HoldPolicy.MAX_OBJECTS);
  }

  @Override
  public Set<String> seats() {
    return objects.map(Set::copyOf).orElseGet(Set::of);
  }

  @Override
  public Set<String> seats(EventDesk decided, Outcome<Extension> outcome) {
    return objects.map(Set::copyOf).orElseGet(() -> Set.copyOf(decided.seatsHeldBy(token)));
  }

  @Override
  public Outcome<Extension> decide(EventDesk desk) {
    Collection<String> named = named(desk);
    List<Refusal.NotHeldByToken> lost =
        named.stream()
            .filter(object -> seatHeld(desk, object).isEmpty())
            .filter(object -> desk.areas().heldBy(object, token).isEmpty())
            .map(object -> Lost.of(desk, object, token))
            .toList();
    if (all && named.isEmpty()) {
      return Outcome.refused(new Refusal.TokenOver());
    }
    if (all && !lost.isEmpty()) {
      return Outcome.refused(lost);
    }
    List<Extended> extended = new ArrayList<>();
    for (String object : named) {
      Optional<Held> seat = seatHeld(desk, object);
      List<AreaRecord> records = desk.areas().heldBy(object, token);
      if (seat.isPresent()) {
        extended.add(extendSeat(desk, object, seat.get()));
      } else if (!records.isEmpty()) {
        extended.add(extendPlaces(desk, object, records));
      }
    }
    Optional<Instant> tokenUntil = desk.terms().of(token).map(TokenTerm::until);
    return Outcome.accepted(new Extension(desk.now(), extended, lost, tokenUntil));
  }

  /**
   * With a whole token only what it holds was read, so an area's key is not asked for as a seat.
   */
  private Optional<Held> seatHeld(EventDesk desk, String object) {
    boolean onlyAnArea = objects.isEmpty() && desk.areas().heldBy(token).contains(object);
    return onlyAnArea ? Optional.empty() : desk.heldBy(object, token);
  }

  private Collection<String> named(EventDesk desk) {
    return objects.orElseGet(() ->
        Stream.concat(desk.seatsHeldBy(token).stream(), desk.areas().heldBy(token).stream())
            .toList());
  }

  private Extended extendSeat(EventDesk desk, String label, Held held) {
    Instant until = until(desk, held);
    Seat after = desk.change(label, held.extend(until), JournalKind.EXTENDED, origin);
    return new Extended(label, until, after.version());
  }

  /** One deadline is told for an area: the earliest, which is the safe one to show a buyer. */
  private Extended extendPlaces(EventDesk desk, String key, List<AreaRecord> records) {
    Instant earliest = Instant.MAX;
    for (AreaRecord each : records) {
      Instant until = until(desk, (Held) each.state());
      desk.areaMoves().extend(each, until, origin);
      earliest = until.isBefore(earliest) ? until : earliest;
    }
    long version = desk.areas().find(key).map(Area::version).orElse(0L);
    return new Extended(key, earliest, version);
  }

  /**
   * A token with a term lives as long as what is held under it, and bounds it. Its holds are never
   * shortened: they would end before the token that the buyer was told of.
   */
  private Instant until(EventDesk desk, Held held) {
    Instant until = desk.policy().extended(desk.now(), ttl, held.since());
    desk.terms().prolong(token, until);
    return desk.terms()
        .of(token)
        .map(term -> term.bound(until.isAfter(held.until()) ? until : held.until()))
        .orElse(until);
  }
}
