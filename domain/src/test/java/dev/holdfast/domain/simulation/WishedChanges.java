package dev.holdfast.domain.simulation;

import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.BestRequest;
import dev.holdfast.domain.reservation.StatusChange;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Resale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes of status that buyers and sellers ask for, and choices that they leave to the house. */
final class WishedChanges {
  private static final List<String> STATUSES =
      List.of("free", "held", "booked", "resale", "lost", "gone");

  /** The most that anybody wants of the best. */
  private static final int MOST = 6;

  /**
   * A change in one event.
   *
   * @param token of somebody who may be known there; nothing is held where it is empty
   */
  StatusRequest change(Optional<HoldToken> token, Chance chance) {
    Goal goal = goal(token, chance);
    List<Item> items = items(chance);
    boolean frees = goal instanceof Goal.Free;
    boolean hasArea = items.stream().anyMatch(each -> House.AREAS.containsKey(each.object()));
    return new StatusRequest(
        goal,
        items,
        // Which places are freed first is not in the journal, so the auditor could not tell.
        frees && hasArea ? Conditions.NONE : conditions(chance),
        order(chance),
        chance.oneIn(2),
        Seller.WITHOUT_CHANNELS);
  }

  /** Several changes in one event or in many; the same object may be in more than one. */
  List<StatusChange> step(List<Event> events, Optional<HoldToken> token, Chance chance) {
    List<StatusChange> changes = new ArrayList<>();
    int most = 1 + chance.below(3);
    int within = chance.oneIn(4) ? 1 : events.size();
    if (chance.oneIn(3)) {
      // One sale over several nights.
      StatusRequest all = change(token, chance);
      events.subList(0, 2).forEach(event -> changes.add(new StatusChange(event, all)));
      return changes;
    }
    for (int more = 0; more < most; more++) {
      changes.add(new StatusChange(events.get(chance.below(within)), change(token, chance)));
    }
    return changes;
  }

  /** The best that is left. */
  BestRequest best(Optional<HoldToken> token, Chance chance) {
    Set<String> categories =
        switch (chance.below(4)) {
          case 0 -> Set.of("gold");
          case 1 -> Set.of("STANDING");
          default -> Set.of();
        };
    Goal goal = goal(token, chance);
    while (goal instanceof Goal.Free) {
      goal = goal(token, chance);
    }
    int number = chance.oneIn(2) ? 1 + chance.below(2) : 1 + chance.below(MOST);
    return new BestRequest(
        new Wish(number, categories, null, Set.of(), chance.oneIn(2), 0),
        goal,
        order(chance),
        chance.oneIn(2),
        chance.oneIn(3) ? List.of(Extras.any(chance), Extras.any(chance)) : List.of(),
        chance.oneIn(3) ? List.of("kid", "adult") : List.of(),
        Seller.WITHOUT_CHANNELS);
  }

  private static Goal goal(Optional<HoldToken> token, Chance chance) {
    Optional<HoldToken> as = chance.oneIn(2) ? token : Optional.empty();
    return switch (chance.below(10)) {
      case 0, 1, 2 ->
          token
              .<Goal>map(holder -> new Goal.Hold(holder, Wishes.ttl(chance)))
              .orElseGet(() -> new Goal.Take("booked", as, null));
      case 3, 4 -> new Goal.Take("booked", as, null);
      case 5 -> new Goal.Take("lost", as, null);
      case 6 -> new Goal.Take("gone", as, null);
      case 7 ->
          new Goal.Take("resale", as, new Resale(chance.oneIn(2) ? null : "L" + chance.below(2)));
      default -> new Goal.Free(as);
    };
  }

  private static List<Item> items(Chance chance) {
    List<Item> items = new ArrayList<>();
    if (!chance.oneIn(3)) {
      Wishes.seats(chance)
          .forEach(seat -> items.add(new Item(seat, 1, extraData(chance), kind(chance))));
    }
    if (items.isEmpty() || chance.oneIn(5)) {
      for (int more = chance.below(2); more >= 0; more--) {
        items.add(
            new Item(Wishes.area(chance), 1 + chance.below(3), extraData(chance), kind(chance)));
      }
    }
    Collections.shuffle(items, new Random(chance.below(1_000)));
    return items;
  }

  private static @Nullable ExtraData extraData(Chance chance) {
    return chance.oneIn(2) ? null : Extras.any(chance);
  }

  private static @Nullable String kind(Chance chance) {
    return chance.oneIn(3) ? "kid" : null;
  }

  private static @Nullable String order(Chance chance) {
    return chance.oneIn(2) ? null : "o" + chance.below(3);
  }

  private static Conditions conditions(Chance chance) {
    return switch (chance.below(8)) {
      case 0, 1 -> new Conditions(Optional.of(some(chance)), Set.of());
      case 2 -> new Conditions(Optional.empty(), some(chance));
      default -> Conditions.NONE;
    };
  }

  private static Set<String> some(Chance chance) {
    Set<String> some = new TreeSet<>();
    for (int more = chance.below(3); more >= 0; more--) {
      some.add(chance.of(STATUSES));
    }
    return some;
  }
}
