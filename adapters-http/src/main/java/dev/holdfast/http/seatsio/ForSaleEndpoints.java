package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.catalog.EventChanges;
import dev.holdfast.domain.catalog.EventChanges.Changed;
import dev.holdfast.domain.catalog.EventChanges.RulesEdit;
import dev.holdfast.domain.catalog.EventChanges.Wanted;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is for sale of an event (section 13). */
final class ForSaleEndpoints {
  private static final String ACTIONS = EventEndpoints.ONE + "/actions";
  private static final String EDIT = "/edit-for-sale-config";

  private final Events events;
  private final EventChanges changes;

  private ForSaleEndpoints(Events events) {
    this.events = events;
    this.changes = events.changes();
  }

  /** The routes over these events. */
  static List<Route> routes(Events events) {
    ForSaleEndpoints endpoints = new ForSaleEndpoints(events);
    return List.of(
        SeatsioRoutes.post(ACTIONS + "/mark-as-for-sale", call -> endpoints.mark(call, true)),
        SeatsioRoutes.post(ACTIONS + "/mark-as-not-for-sale", call -> endpoints.mark(call, false)),
        SeatsioRoutes.post(
            ACTIONS + "/mark-everything-as-for-sale",
            call -> endpoints.mark(call, SaleRules::markEverythingForSale)),
        SeatsioRoutes.post(
            ACTIONS + "/mark-everything-as-not-for-sale",
            call -> endpoints.mark(call, SaleRules::markEverythingNotForSale)),
        SeatsioRoutes.post(ACTIONS + EDIT, endpoints::edit),
        SeatsioRoutes.post(EventEndpoints.ALL + "/actions" + EDIT, endpoints::editAll));
  }

  @FunctionalInterface
  private interface Mark {
    SaleRules on(SaleRules rules);
  }

  private Answer mark(Call call, boolean forSale) {
    BodyReader body = SeatsioBody.of(call);
    ForSale config = RuleRequests.listed(body, forSale);
    body.check();
    return mark(call, rules -> rules.mark(config));
  }

  private Answer mark(Call call, Mark mark) {
    return call.change(
        () ->
            changes.change(
                call.workspace(),
                EventEndpoints.key(call),
                rules -> Outcome.accepted(mark.on(rules))),
        outcome ->
            SeatsioAnswers.of(
                outcome,
                EventEndpoints.names(call),
                changed ->
                    Answer.ok(json -> {
                      json.writeStartObject();
                      SaleRulesJson.allowance(json, changed.edits());
                      json.writeEndObject();
                    })));
  }

  private static Wanted wanted(String key, ForSale.Edit edit) {
    RulesEdit edited = rules -> Outcome.accepted(rules.edit(edit));
    return new Wanted(key, EventChange.EDIT, edited);
  }

  private Answer edit(Call call) {
    BodyReader body = SeatsioBody.of(call);
    ForSale.Edit edit = RuleRequests.edit(body);
    body.check();
    return call.change(
        () -> changes.change(call.workspace(), wanted(EventEndpoints.key(call), edit)),
        outcome ->
            SeatsioAnswers.of(
                outcome,
                EventEndpoints.names(call),
                changed -> Answer.ok(json -> edited(json, changed))));
  }

  private static void edited(JsonGenerator json, Changed changed) throws IOException {
    json.writeStartObject();
    json.writeFieldName("forSaleConfig");
    SaleRulesJson.forSale(json, changed.rules().forSale().orElse(ForSale.START));
    json.writeObjectFieldStart("rateLimitInfo");
    SaleRulesJson.allowance(json, changed.edits());
    json.writeEndObject();
    json.writeEndObject();
  }

  private Answer editAll(Call call) {
    List<Wanted> wanted = edits(SeatsioBody.of(call));
    Optional<Answer> unknown =
        wanted.stream().flatMap(each -> unknown(call, each.key()).stream()).findFirst();
    if (unknown.isPresent()) {
      return unknown.get();
    }
    return call.change(
        () -> changes.changeAll(call.workspace(), wanted),
        outcome ->
            SeatsioAnswers.of(
                outcome,
                Names.of(call),
                all ->
                    Answer.ok(json -> {
                      json.writeStartObject();
                      for (int at = 0; at < all.size(); at++) {
                        json.writeFieldName(wanted.get(at).key());
                        edited(json, all.get(at));
                      }
                      json.writeEndObject();
                    })));
  }

  private static List<Wanted> edits(BodyReader body) {
    List<Wanted> wanted = new ArrayList<>();
    Optional<ObjectNode> sent = body.require("events").optionalNode("events");
    Optional<BodyReader> events = body.optionalObject("events");
    if (sent.isPresent() && events.isPresent()) {
      sent.get()
          .fieldNames()
          .forEachRemaining(key ->
              events
                  .get()
                  .optionalObject(key)
                  .ifPresent(each -> wanted.add(wanted(key, RuleRequests.edit(each)))));
      if (wanted.size() > EventPort.MAX_CHANGES) {
        body.problem("events", "Object must have at most " + EventPort.MAX_CHANGES + " members");
      } else if (sent.get().isEmpty()) {
        body.problem("events", "Object must have at least 1 member");
      }
    }
    body.check();
    return wanted;
  }

  private Optional<Answer> unknown(Call call, String key) {
    return events.find(call.workspace(), key) instanceof Outcome.Refused<Event>(List<Refusal> why)
        ? Optional.of(SeatsioAnswers.refused(why, Names.event(call, key)))
        : Optional.empty();
  }
}
