package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Slip.Hangs;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The slips on the clerk's desk, and what was left hanging on free seats. */
final class Slips {
  static final Comparator<Slip> OLDEST_FIRST = Comparator.comparingLong(Slip::number);

  private final List<Slip> slips = new ArrayList<>();
  private final Map<String, Hangs> leftovers = new HashMap<>();
  private final TermNotes terms;
  private Instant now = Instant.MIN;
  private long numbers;

  Slips(TermNotes terms) {
    this.terms = terms;
  }

  /** All of it as text, sorted. */
  List<String> told() {
    return Stream.concat(
            slips.stream().map(Slip::told),
            leftovers.entrySet().stream()
                .map(each -> each.getKey() + "/null*1 nobody free" + each.getValue().told()))
        .sorted()
        .toList();
  }

  Instant now() {
    return now;
  }

  /** Time has passed: what has lapsed is thrown away, or is back on resale. */
  void at(Instant instant) {
    now = instant;
    end(slip -> slip.until() != null && !now.isBefore(slip.until()));
  }

  /** Ends holds and sales; what was on resale before them is back there. */
  void end(Predicate<Slip> which) {
    for (Slip slip : List.copyOf(slips)) {
      if (which.test(slip)) {
        slips.remove(slip);
        if (slip.hangs().offer() != null && !slip.isOnResale()) {
          slips.add(slip.backOnResale(now));
        }
      }
    }
  }

  Stream<Slip> all() {
    return slips.stream();
  }

  boolean has(Predicate<Slip> which) {
    return slips.stream().anyMatch(which);
  }

  Optional<Slip> find(String object) {
    return slips.stream().filter(slip -> slip.object().equals(object)).findFirst();
  }

  long nextNumber() {
    return ++numbers;
  }

  void add(Slip slip) {
    leftovers.remove(slip.object());
    slips.add(slip);
  }

  void remove(Slip slip) {
    slips.remove(slip);
  }

  void replace(Slip slip, Slip next) {
    slips.set(slips.indexOf(slip), next);
  }

  Hangs leftOn(String seat) {
    return leftovers.getOrDefault(seat, Hangs.NOTHING);
  }

  void leave(String seat, Hangs hangs) {
    leftovers.remove(seat);
    if (!hangs.equals(Hangs.NOTHING)) {
      leftovers.put(seat, hangs);
    }
  }

  /** Hangs other extra data on a seat, whoever's it is. */
  void annotate(String seat, ExtraData data) {
    String extra = data.equals(ExtraData.NONE) ? null : data.toJson();
    find(seat)
        .ifPresentOrElse(
            slip -> replace(slip, slip.with(slip.hangs().withExtra(extra))),
            () -> leave(seat, leftOn(seat).withExtra(extra)));
  }

  /** A hold that its token can still do something with. */
  boolean isOf(Slip slip, HoldToken token) {
    return slip.isHeld() && Objects.equals(slip.token(), token) && !terms.isOver(token, now);
  }

  int free(WantedPlaces area) {
    int used =
        slips.stream()
            .filter(slip -> slip.object().equals(area.object()))
            .mapToInt(Slip::places)
            .sum();
    return Math.max(0, area.capacity() - used);
  }

  /** Takes places off slips, in this order; what is taken of each is done with as told. */
  int take(List<Slip> from, int places, Taking taking) {
    int left = places;
    for (Slip slip : from) {
      int here = Math.min(left, slip.places());
      if (here == slip.places()) {
        remove(slip);
        taking.take(slip);
      } else if (here > 0) {
        replace(slip, slip.withPlaces(slip.places() - here));
        taking.take(slip.torn(nextNumber(), here));
      }
      left -= here;
    }
    return left;
  }

  /** What is done with a slip. */
  interface Taking {
    void take(Slip slip);
  }

  /** A copy of it all, to try things on. */
  Slips copy() {
    Slips copy = new Slips(terms);
    copy.become(this);
    return copy;
  }

  /** Is as the other is. */
  void become(Slips other) {
    List<Slip> theirs = List.copyOf(other.slips);
    slips.clear();
    slips.addAll(theirs);
    Map<String, Hangs> left = Map.copyOf(other.leftovers);
    leftovers.clear();
    leftovers.putAll(left);
    now = other.now;
    numbers = other.numbers;
  }
}
