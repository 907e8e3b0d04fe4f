package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.event.Event;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells of objects as a change left them (section 18). */
@FunctionalInterface
interface ChangedObjects {
  /** Reads what is needed to tell of objects of these events. */
  Ready ready(List<Event> events);

  /** Everything is there. */
  @FunctionalInterface
  interface Ready {
    /** An object as it is told; empty when the event's layout has it no more. */
    Optional<Told> told(Event event, ChangedObject object);
  }

  /** One object's JSON. */
  @FunctionalInterface
  interface Told {
    void write(JsonGenerator json) throws IOException;
  }
}
