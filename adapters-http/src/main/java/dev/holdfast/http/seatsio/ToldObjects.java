package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.http.seatsio.report.EventObjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of objects as reports do: by where they stand, and by the event's rules. */
final class ToldObjects implements ChangedObjects {
  private final Houses houses;

  ToldObjects(Houses houses) {
    this.houses = houses;
  }

  /** Of an event that is gone nothing can be told; nor will anything be changed in it. */
  @Override
  public Ready ready(List<Event> events) {
    Map<EventId, Houses.OfEvent> found = new HashMap<>();
    for (Event event : events) {
      if (houses.ofEvent(event) instanceof Outcome.Accepted<Houses.OfEvent>(Houses.OfEvent house)) {
        found.put(event.id(), house);
      }
    }
    return (event, object) ->
        Optional.ofNullable(found.get(event.id()))
            .flatMap(house -> EventObjects.changed(house, object))
            .map(content -> content::writeTo);
  }
}
