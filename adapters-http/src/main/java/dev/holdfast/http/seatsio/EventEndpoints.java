package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalog.EventChanges;
import dev.holdfast.domain.catalog.EventChanges.Wanted;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.EventRequests.Wish;
import dev.holdfast.http.seatsio.ShownEvents.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Events (section 12). */
final class EventEndpoints {
  static final String ALL = "/events";
  static final String ONE = ALL + "/{eventKey}";

  private final Events events;
  private final EventChanges changes;
  private final ShownEvents shown;
  private final IdSource ids;

  private EventEndpoints(Events events, IdSource ids) {
    this.events = events;
    this.changes = events.changes();
    this.shown = new ShownEvents(changes);
    this.ids = ids;
  }

  /** The routes over these events. */
  static List<Route> routes(Events events, IdSource ids) {
    EventEndpoints endpoints = new EventEndpoints(events, ids);
    return List.of(
        SeatsioRoutes.get(ALL, endpoints::list),
        SeatsioRoutes.post(ALL, endpoints::create),
        SeatsioRoutes.post(ALL + "/actions/create-multiple", endpoints::createMultiple),
        SeatsioRoutes.get(ONE, endpoints::find),
        SeatsioRoutes.post(ONE, endpoints::update),
        SeatsioRoutes.delete(ONE, endpoints::delete),
        SeatsioRoutes.post(ONE + "/actions/move-to-new-chart-copy", endpoints::moveToChartCopy));
  }

  private Answer list(Call call) {
    Slice<Event> slice = events.list(call.workspace(), Cursors.of(call));
    Slice<Shown> page = new Slice<>(shown.of(slice.items()), slice.hasEarlier(), slice.hasLater());
    return PageJson.answer(page, each -> each.event().id().value(), EventJson::write);
  }

  private Answer create(Call call) {
    BodyReader body = SeatsioBody.of(call);
    String chart = body.text("chartKey", 1, BodyReader.MAX_LABEL);
    Wish wish = EventRequests.created(body, ids);
    body.check();
    Names names = Names.event(call, wish.key().orElse("")).andChart(chart);
    return call.change(
        () -> created(call, chart, List.of(wish)),
        outcome ->
            SeatsioAnswers.of(
                outcome,
                names,
                made -> Answer.created(json -> EventJson.write(json, made.getFirst()))));
  }

  private Answer createMultiple(Call call) {
    BodyReader body = SeatsioBody.of(call);
    String chart = body.text("chartKey", 1, BodyReader.MAX_LABEL);
    List<Wish> wishes = new ArrayList<>();
    body.require("events")
        .eachObject(
            "events",
            each -> {
              if (wishes.size() < EventPort.MAX_NEW_EVENTS) {
                wishes.add(EventRequests.created(each, ids));
              } else {
                body.problem("events", Wording.atMostElements(EventPort.MAX_NEW_EVENTS));
              }
            });
    if (body.sound() && wishes.isEmpty()) {
      body.problem("events", Wording.atLeastElements(1));
    }
    body.check();
    return call.change(
        () -> created(call, chart, wishes),
        outcome ->
            SeatsioAnswers.of(
                outcome,
                Names.chart(call, chart),
                made -> Answer.created(json -> writeAll(json, made))));
  }

  private static void writeAll(JsonGenerator json, List<Shown> events) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("events");
    for (Shown each : events) {
      EventJson.write(json, each);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private Outcome<List<Shown>> created(Call call, String chart, List<Wish> wishes) {
    List<NewEvent> wanted = new ArrayList<>();
    for (Wish each : wishes) {
      switch (each.created(events::freshKey)) {
        case Outcome.Accepted<NewEvent>(NewEvent event) -> wanted.add(event);
        case Outcome.Refused<NewEvent>(List<Refusal> reasons) -> {
          return Outcome.refused(reasons);
        }
        case Outcome.Repeated<NewEvent> _ ->
            throw new IllegalStateException("a wish is not made by request");
      }
    }
    return events.createAll(call.workspace(), chart, wanted).map(shown::of);
  }

  private Answer find(Call call) {
    return SeatsioAnswers.of(
        events.find(call.workspace(), key(call)),
        names(call),
        event -> Answer.ok(json -> EventJson.write(json, shown.of(event))));
  }

  private Answer update(Call call) {
    BodyReader body = SeatsioBody.of(call);
    Wish wish = EventRequests.changed(body);
    body.check();
    Names names = Names.event(call, wish.key().orElse(key(call)));
    Wanted wanted =
        new Wanted(key(call), wish.change(), rules -> Outcome.accepted(wish.changed(rules)));
    return call.change(
        () -> changes.change(call.workspace(), wanted),
        outcome -> SeatsioAnswers.done(outcome, names(outcome, call, names)));
  }

  /** An event that is not there is that of the path, a key that is taken the one asked for. */
  private static Names names(Outcome<?> outcome, Call call, Names wanted) {
    boolean taken =
        outcome instanceof Outcome.Refused<?> refused
            && refused.first() instanceof Refusal.EventKeyTaken;
    return taken ? wanted : names(call);
  }

  private Answer delete(Call call) {
    return call.change(
        () -> events.delete(call.workspace(), key(call)),
        outcome -> SeatsioAnswers.done(outcome, names(call)));
  }

  private Answer moveToChartCopy(Call call) {
    return call.change(
        () -> changes.moveToChartCopy(call.workspace(), key(call)).map(shown::of),
        outcome ->
            SeatsioAnswers.of(
                outcome, names(call), moved -> Answer.ok(json -> EventJson.write(json, moved))));
  }

  static String key(Call call) {
    return call.path("eventKey");
  }

  static Names names(Call call) {
    return Names.event(call, key(call));
  }
}
