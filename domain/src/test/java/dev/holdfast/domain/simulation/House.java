package dev.holdfast.domain.simulation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.StoreFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who sells: publishes other layouts under its events, takes events off and puts them on again. */
final class House {
  /** What most layouts have. */
  static final List<String> SEATS = List.of("A-1", "A-2", "A-3", "A-4");

  /** What some have. */
  static final String RARE = "A-5";

  static final Map<String, Integer> AREAS =
      Collections.unmodifiableMap(new TreeMap<>(Map.of("floor", 3, "pit", 6)));

  private static final List<String> KEYS = List.of("friday", "saturday", "sunday");
  private final World world;
  private final List<Event> events = new ArrayList<>();

  House(World world) {
    this.world = world;
    draw(plan());
    KEYS.forEach(key -> events.add(world.hall.event(key)));
  }

  /** The layout at first: all that anybody asks for, but what is rare. */
  static SeatingPlan plan() {
    Map<String, Bookable> objects = new LinkedHashMap<>();
    SEATS.forEach(seat -> objects.put(seat, new Bookable.NamedSeat(seat, "gold")));
    AREAS.forEach((area, places) -> objects.put(area, area(area, places)));
    return new SeatingPlan(objects);
  }

  private static Bookable area(String name, int places) {
    return new Bookable.Places(name, places, List.of("standing", "gold"));
  }

  private static SeatingPlan plan(Chance chance) {
    Map<String, Bookable> objects = new LinkedHashMap<>(plan().objects());
    SEATS.forEach(seat -> {
      if (chance.oneIn(5)) {
        objects.remove(seat);
      }
    });
    AREAS.forEach((area, places) -> {
      int other = chance.below(places + 3);
      if (other == 0) {
        objects.remove(area);
      } else {
        objects.put(area, area(area, other));
      }
    });
    if (chance.oneIn(2)) {
      objects.put(RARE, new Bookable.NamedSeat(RARE, "gold"));
    }
    return new SeatingPlan(objects);
  }

  /** The events as they were last read; their layouts may be older than what they sell by. */
  List<Event> events() {
    return events;
  }

  /** The layout that an event was read with. */
  Optional<SeatingPlan> known(Event event) {
    return world.hall.catalog.plan(event.layout());
  }

  /** The house changes something, now and then. */
  void step(Chance chance) {
    switch (chance.below(8)) {
      case 0, 1 -> publish(plan());
      case 2, 3, 4 -> publish(plan(chance));
      case 5 -> unpublish();
      case 6 -> replace(chance.below(KEYS.size()));
      default -> readAgain(chance);
    }
  }

  private void publish(SeatingPlan plan) {
    world.say(() -> "the house publishes " + plan.objects());
    draw(plan);
    world.auditor.republished(plan);
  }

  private void draw(SeatingPlan plan) {
    world.hall.publish(Drawing.of(plan), plan);
  }

  private void unpublish() {
    if (!world.auditor.layout().objects().isEmpty()) {
      world.say(() -> "the house unpublishes its chart");
      world.hall.unpublish();
      world.auditor.republished(SeatingPlan.EMPTY);
    }
  }

  private void readAgain(Chance chance) {
    for (int n = 0; n < KEYS.size(); n++) {
      if (chance.oneIn(2)) {
        events.set(n, world.hall.find(events.get(n).key()));
      }
    }
  }

  /** An event is deleted, with all that is held and sold in it, and made anew under its key. */
  private void replace(int n) {
    Event old = events.get(n);
    if (world.auditor.layout().objects().isEmpty()) {
      // Events are made of published charts only.
      return;
    }
    try {
      world.hall.catalog.deleteEvent(world.hall.workspace, old.key());
    } catch (StoreFailure.Unavailable e) {
      world.say(() -> "the house cannot delete " + old.key() + ", which somebody has locked");
      return;
    }
    world.say(() -> "the house deletes " + old.key() + " and makes it anew");
    world.auditor.deleted(old);
    events.set(n, world.hall.event(old.key()));
    world.auditor.created(events.get(n));
  }
}
