package dev.holdfast.http.v1;

import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.port.Page;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.PageQuery;
import java.util.Optional;

/** Events. */
final class EventEndpoints {
  private final Events events;

  EventEndpoints(Events events) {
    this.events = events;
  }

  Answer list(Call call) {
    Page.Request asked = PageQuery.of(call);
    return PageQuery.answer(events.list(call.workspace(), asked), asked, CatalogJson::event);
  }

  Answer create(Call call) {
    BodyReader body = call.body();
    String chartKey = body.text("chartKey", 1, BodyReader.MAX_LABEL);
    Optional<String> name = name(body);
    body.check();
    return call.change(
        () -> events.create(call.workspace(), chartKey, name.orElse(null)),
        outcome ->
            V1Answers.of(
                outcome,
                Asked.CREATE_EVENT,
                event -> Answer.created(json -> CatalogJson.event(json, event))));
  }

  Answer find(Call call) {
    return V1Answers.of(events.find(call.workspace(), key(call)), CatalogJson::event);
  }

  /** A body without a name asks for no change; it is no wish to take the name away. */
  Answer rename(Call call) {
    BodyReader body = call.body();
    Optional<String> name = name(body);
    body.check();
    if (name.isEmpty()) {
      return find(call);
    }
    return call.change(
        () -> events.rename(call.workspace(), key(call), name.get()),
        outcome -> V1Answers.of(outcome, CatalogJson::event));
  }

  Answer delete(Call call) {
    return call.change(
        () -> events.delete(call.workspace(), key(call)),
        outcome ->
            V1Answers.of(outcome, (json, key) -> CatalogJson.deleted(json, "eventKey", key)));
  }

  private static Optional<String> name(BodyReader body) {
    return body.optionalText("name", 0, BodyReader.MAX_LABEL);
  }

  private static String key(Call call) {
    return call.path("eventKey");
  }
}
