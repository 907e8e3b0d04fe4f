package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Creating and listing events. */
final class EventFunctions {
  /** Most events in one list, the newest; the dialect has no pages (section 3.2). */
  static final int MAX_LISTED = 10_000;

  private static final int PAGE = SeatLedgerPort.MAX_OCCUPANCIES;

  private final TmtUseCases use;

  EventFunctions(TmtUseCases use) {
    this.use = use;
  }

  Answer create(Call call) {
    TmtData data = TmtData.of(call);
    String chart = data.members().text("chart_id", 1, Layout.MAX_LABEL);
    String key = data.newEvent();
    String name = data.members().text("name_event", 1, Layout.MAX_LABEL);
    Optional<LocalDate> date = data.day("date_event");
    data.check();
    return TmtAnswers.of(
        use.events().create(call.workspace(), chart, key, name, date.orElse(null)),
        event ->
            TmtAnswers.ok(
                "Evento creado en Seatsio",
                json -> {
                  json.writeFieldName("event");
                  write(json, new Counted(event, places(event), Occupancy.NONE));
                }));
  }

  Answer list(Call call) {
    TmtData.none(call);
    List<Counted> events = new ArrayList<>();
    int page = 1;
    List<Event> next = page(call, page);
    while (!next.isEmpty() && events.size() < MAX_LISTED) {
      Map<EventId, Occupancy> occupancies =
          use.reservations().occupancies(next.stream().map(Event::id).collect(Collectors.toSet()));
      for (Event each : next) {
        Optional.ofNullable(occupancies.get(each.id()))
            .ifPresent(occupancy -> events.add(new Counted(each, places(each), occupancy)));
      }
      next = next.size() < PAGE ? List.of() : page(call, ++page);
    }
    return TmtAnswers.ok(
        "Listado de Eventos en Seatsio",
        json -> {
          json.writeArrayFieldStart("events");
          for (Counted each : events) {
            write(json, each);
          }
          json.writeEndArray();
        });
  }

  private List<Event> page(Call call, int page) {
    return use.events().list(call.workspace(), new Page.Request(page, PAGE)).items();
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
