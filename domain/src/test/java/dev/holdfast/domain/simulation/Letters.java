package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What buyers send: something new, something that was on its way for long, the same again under its
 * key, or by mistake something else under a key that is in use.
 */
final class Letters {
  /** Requests that may be sent again, with their keys. */
  private static final int REMEMBERED = 5;

  private final World world;
  private final Wishes wishes;
  private final List<Sent> delayed = new ArrayList<>();
  private final List<Sent> keyed = new ArrayList<>();
  private int texts;

  Letters(World world) {
    this.world = world;
    this.wishes =
        new Wishes(world.house.events(), event -> world.auditor.scene(event.id()).holders());
  }

  /** Nobody knows a token before it was given to him. */
  void keep(HoldToken given) {
    wishes.keep(given);
  }

  /** Whatever is sent next. */
  Sent next(Chance chance) {
    if (!delayed.isEmpty() && chance.oneIn(8)) {
      world.say(() -> "a request that was on its way for long arrives:");
      return delayed.remove(chance.below(delayed.size()));
    }
    if (!keyed.isEmpty() && chance.oneIn(8)) {
      Sent before = chance.oneIn(2) ? keyed.getLast() : chance.of(keyed);
      return chance.oneIn(8) ? other(before, chance) : again(before, chance);
    }
    Sent fresh = fresh(chance);
    boolean repeatable = fresh.keyed().isPresent() || !fresh.opensToken();
    if (repeatable && !(fresh.request() instanceof Asked.ToLook) && world.weather.strikes()) {
      delayed.add(fresh);
    }
    return fresh;
  }

  private Sent fresh(Chance chance) {
    Asked.Request request = wishes.any(chance);
    boolean reads = chance.oneIn(4);
    if (request instanceof Asked.ToLook || !chance.oneIn(4)) {
      return new Sent(request, Optional.empty(), reads, true);
    }
    int text = ++texts;
    IdempotencyKey key = new IdempotencyKey(world.hall.workspace, "key-" + text);
    Sent fresh = new Sent(request, Optional.of(new Keyed(key, text)), reads, true);
    keyed.add(fresh);
    if (keyed.size() > REMEMBERED) {
      keyed.removeFirst();
    }
    return fresh;
  }

  /** Another text under a key that was sent before. */
  private Sent other(Sent before, Chance chance) {
    Asked.Request request = wishes.any(chance);
    if (request instanceof Asked.ToLook) {
      return again(before, chance);
    }
    return new Sent(
        request,
        before.keyed().map(known -> new Keyed(known.key(), ++texts)),
        chance.oneIn(4),
        looks(chance));
  }

  /** The same request once more. */
  Sent again(Sent before, Chance chance) {
    boolean late = chance.oneIn(2);
    return before
        .again(event -> late ? event : now(event), wishes::newToken)
        .through(chance.oneIn(4), looks(chance));
  }

  private static boolean looks(Chance chance) {
    return !chance.oneIn(3);
  }

  /** Every request whose sender may still ask for its answer, by nodes that look first. */
  List<Sent> unanswered() {
    return keyed.stream()
        .map(each -> each.again(this::now, wishes::newToken).through(false, true))
        .toList();
  }

  private Event now(Event event) {
    return world.house.events().stream()
        .filter(each -> each.key().equals(event.key()))
        .findFirst()
        .orElseThrow();
  }
}
