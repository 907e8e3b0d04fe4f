package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Creating and listing events. */
final class EventFunctions {
  private final TmtUseCases use;
  private final SharedAnswers lists;

  EventFunctions(TmtUseCases use, SharedAnswers lists) {
    this.use = use;
    this.lists = lists;
  }

  private record ListOf(WorkspaceId workspace) {}

  Answer create(Call call) {
    TmtData data = TmtData.of(call);
    String chart = data.members().text("chart_id", 1, Layout.MAX_LABEL);
    String key = data.newEvent();
    String name = data.members().text("name_event", 1, Layout.MAX_LABEL);
    Optional<LocalDate> date = data.day("date_event");
    data.check();
    return call.change(
        () -> use.events().create(call.workspace(), chart, key, name, date.orElse(null)),
        outcome -> TmtAnswers.of(outcome, this::created));
  }

  private Answer created(Event event) {
    Counted counted = new Counted(event, placesOfNew(event), Occupancy.NONE);
    return TmtAnswers.ok(
        "Evento creado en Seatsio",
        json -> {
          json.writeFieldName("event");
          write(json, counted);
        });
  }

  /** The event is there: trouble with counting must not sound as if it were not. */
  private long placesOfNew(Event event) {
    try {
      return places(event);
    } catch (PortFailure e) {
      throw new ReservationFailure.OutcomeUnknown("the event is made and cannot be counted", e);
    }
  }

  Answer list(Call call) {
    TmtData.none(call);
    ListOf list = new ListOf(call.workspace());
    return TmtAnswers.large(
        lists,
        list,
        "Listado de Eventos en Seatsio",
        json -> {
          Map<LayoutVersion, Long> places = new HashMap<>();
          json.writeArrayFieldStart("events");
          AllPages.<Event>tell(
              page -> use.events().list(list.workspace(), page),
              event -> event.id().value(),
              some -> write(json, some, places));
          json.writeEndArray();
        });
  }

  /**
   * Writes some events, without those that are gone meanwhile.
   *
   * @param places of the layouts that were counted so far
   */
  private void write(JsonGenerator json, List<Event> some, Map<LayoutVersion, Long> places)
      throws IOException {
    Map<EventId, Occupancy> occupancies =
        use.reservations().occupancies(some.stream().map(Event::id).collect(Collectors.toSet()));
    for (Event each : some) {
      Occupancy occupancy = occupancies.get(each.id());
      if (occupancy != null) {
        long all = places.computeIfAbsent(each.layout(), _ -> places(each));
        write(json, new Counted(each, all, occupancy));
      }
    }
  }

  private record Counted(Event event, long places, Occupancy occupancy) {
    /** A layout may have become smaller than what was sold by an earlier one. */
    long available() {
      return Math.max(0, places - occupancy.held() - occupancy.taken());
    }
  }

  /** What the event has to sell; a seat is one place, an area counts its capacity. */
  private long places(Event event) {
    return use.reservations().plan(event).all().stream()
        .mapToLong(each ->
            switch (each) {
              case Bookable.NamedSeat _ -> 1;
              case Bookable.Places area -> area.capacity();
            })
        .sum();
  }

  private static void write(JsonGenerator json, Counted counted) throws IOException {
    Event event = counted.event();
    json.writeStartObject();
    json.writeNumberField("id", event.id().value());
    json.writeStringField("key", event.key());
    json.writeStringField("chartKey", event.chartKey());
    json.writeStringField("name", event.name());
    LocalDate date = event.date();
    json.writeStringField("date", date == null ? null : date.toString());
    json.writeObjectFieldStart("counters");
    json.writeNumberField("available", counted.available());
    json.writeNumberField("held", counted.occupancy().held());
    json.writeNumberField("booked", counted.occupancy().taken());
    json.writeEndObject();
    json.writeEndObject();
  }
}
