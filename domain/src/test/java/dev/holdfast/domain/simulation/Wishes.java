package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.ReleaseRequest.IfNothing;
import dev.holdfast.domain.reservation.ReleaseRequest.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What buyers ask for: few tokens, few seats and short lives, so that they are often in the way.
 */
final class Wishes {
  /** Tokens that buyers make up themselves. */
  static final List<String> TOKENS = List.of("ada", "bob", "eve");

  /** Tokens given by the service that stay in use, over or not. */
  private static final int NEW_TOKENS = 3;

  private final List<Event> events;
  private final Function<Event, List<HoldToken>> holders;
  private final List<HoldToken> opened = new ArrayList<>();
  private final WishedChanges changes = new WishedChanges();
  private int made;

  /**
   * For some events.
   *
   * @param holders who holds something in an event
   */
  Wishes(List<Event> events, Function<Event, List<HoldToken>> holders) {
    this.events = events;
    this.holders = holders;
  }

  /** Any request. */
  Asked.Request any(Chance chance) {
    Event event = chance.of(events.subList(0, chance.oneIn(3) ? 3 : 1));
    HoldToken token = token(chance);
    return switch (chance.below(28)) {
      case 20, 21, 22 -> new Asked.ToChange(event, changes.change(holder(event, chance), chance));
      case 23, 24, 25 -> new Asked.ToStep(changes.step(events, holder(event, chance), chance));
      case 26, 27 -> new Asked.ToChoose(event, changes.best(holder(event, chance), chance));
      case 0, 1, 2, 3, 4, 5 ->
          new Asked.ToHold(
              event, new HoldRequest(token, items(chance), ttl(chance), Extras.any(chance)));
      case 6, 7 ->
          new Asked.ToHold(
              event,
              new HoldRequest(newToken(), items(chance), ttl(chance), Extras.any(chance), true));
      case 8, 9, 10 -> {
        Optional<List<String>> objects =
            chance.oneIn(3) ? Optional.empty() : Optional.of(objects(chance));
        yield new Asked.ToExtend(
            event, new ExtendRequest(token, objects, ttl(chance), chance.oneIn(3)));
      }
      case 11, 12, 13 -> new Asked.ToBook(event, book(token, chance));
      case 14, 15, 16 -> new Asked.ToRelease(event, release(token, chance));
      case 17 -> new Asked.ToExpire(token);
      default -> new Asked.ToLook(event);
    };
  }

  static Duration ttl(Chance chance) {
    return Duration.ofMillis(
        chance.oneIn(4) ? 1 + chance.below(2_000) : 1_000L * (1 + chance.below(40)));
  }

  private HoldToken token(Chance chance) {
    if (!opened.isEmpty() && chance.oneIn(3)) {
      return chance.of(opened);
    }
    return new HoldToken(chance.of(TOKENS));
  }

  /** Mostly somebody who holds something: others are not known where status is changed. */
  private Optional<HoldToken> holder(Event event, Chance chance) {
    List<HoldToken> known = holders.apply(event);
    if (chance.oneIn(6)) {
      return Optional.of(token(chance));
    }
    return known.isEmpty() ? Optional.empty() : Optional.of(chance.of(known));
  }

  /** A name that no token has had. */
  HoldToken newToken() {
    return new HoldToken("new-" + ++made);
  }

  /** Nobody knows a token before it was given to him. */
  void keep(HoldToken given) {
    opened.add(given);
    if (opened.size() > NEW_TOKENS) {
      opened.removeFirst();
    }
  }

  static List<String> seats(Chance chance) {
    TreeSet<String> some = new TreeSet<>();
    for (int more = chance.below(3); more >= 0; more--) {
      some.add(chance.oneIn(15) ? House.RARE : chance.of(House.SEATS));
    }
    return List.copyOf(some);
  }

  static String area(Chance chance) {
    return chance.oneIn(2) ? "floor" : "pit";
  }

  private static List<String> objects(Chance chance) {
    TreeSet<String> some = new TreeSet<>(seats(chance));
    if (chance.oneIn(3)) {
      some.add(area(chance));
    }
    if (chance.oneIn(6)) {
      some.removeIf(each -> !House.AREAS.containsKey(each));
      some.add("pit");
    }
    return List.copyOf(some);
  }

  private static List<Item> items(Chance chance) {
    List<Item> items = new ArrayList<>();
    if (!chance.oneIn(3)) {
      seats(chance).forEach(seat -> items.add(new SeatItem(seat, null)));
    }
    if (items.isEmpty() || chance.oneIn(6)) {
      String category = chance.oneIn(2) ? "gold" : "standing";
      items.add(new PlacesItem(area(chance), category, 1 + chance.below(3)));
    }
    return items;
  }

  private static BookRequest book(HoldToken token, Chance chance) {
    List<BookRequest.Places> places =
        chance.oneIn(3)
            ? List.of(new BookRequest.Places(area(chance), 1 + chance.below(3)))
            : List.of();
    List<String> objects = !places.isEmpty() && chance.oneIn(2) ? List.of() : objects(chance);
    return new BookRequest(token, objects, places, Extras.any(chance), null);
  }

  private static ReleaseRequest release(HoldToken token, Chance chance) {
    Scope scope =
        chance.oneIn(2)
            ? new ReleaseRequest.OfToken(token, chance.oneIn(2))
            : new ReleaseRequest.Anybodys(chance.oneIn(2));
    List<ReleaseRequest.Places> places =
        chance.oneIn(4)
            ? List.of(new ReleaseRequest.Places(area(chance), 1 + chance.below(3)))
            : List.of();
    List<String> objects = new ArrayList<>(places.isEmpty() ? objects(chance) : List.of());
    if (chance.oneIn(20)) {
      objects.add(World.NO_SUCH);
    }
    return new ReleaseRequest(
        objects, places, scope, chance.oneIn(2) ? IfNothing.LEAVE : IfNothing.REFUSE);
  }
}
