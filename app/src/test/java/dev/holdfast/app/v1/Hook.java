package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** A webhook, the secret it was made with, and short ways to act on it. */
record Hook(V1Client owner, String id, String secret) {

  static final String WEBHOOKS = "/api/v1/webhooks";
  static final String HELD = "seat.held";
  static final String BOOKED = "seat.booked";
  static final String RELEASED = "seat.released";
  static final String EXPIRED = "seat.hold_expired";
  static final List<String> ALL = List.of(HELD, BOOKED, RELEASED, EXPIRED);

  static Hook make(V1Client owner, String url, List<String> events) {
    Answer made = owner.post(WEBHOOKS, Json.object("url", url, "events", events)).expect(201);
    return new Hook(owner, made.text("id"), made.text("secret"));
  }

  String path(String rest) {
    return WEBHOOKS + "/" + id + rest;
  }

  Answer read() {
    return owner.get(path(""));
  }

  Answer change(Object body) {
    return owner.patch(path(""), body);
  }

  Answer enabled(boolean enabled) {
    return change(Json.object("enabled", enabled)).ok();
  }

  Answer delete() {
    return owner.delete(path(""));
  }

  Answer rotate() {
    return owner.post(path("/rotate-secret"));
  }

  Answer test() {
    return owner.post(path("/test"));
  }

  Answer deliveries() {
    return deliveries("");
  }

  Answer deliveries(String query) {
    return owner.get(path("/deliveries") + query);
  }

  Answer replay(String delivery) {
    return owner.post(path("/deliveries/" + delivery + "/replay"));
  }

  List<JsonNode> items() {
    return Json.stream(deliveries("?limit=100").ok().at("items")).toList();
  }

  /** The delivery of this id as the list shows it, missing while it does not. */
  JsonNode item(String delivery) {
    return items().stream()
        .filter(item -> item.path("deliveryId").asText().equals(delivery))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** Waits until the only delivery has this state. */
  JsonNode awaitOnly(String status) {
    awaitAll(1, status);
    return items().getFirst();
  }

  /** Waits until there are so many deliveries, all in this state; no more than a page of them. */
  List<JsonNode> awaitAll(int count, String status) {
    try {
      Eventually.within(
          WebhookInbox.PATIENCE,
          count + " deliveries are " + status,
          () -> {
            List<String> states =
                items().stream().map(item -> item.path("status").asText()).toList();
            return states.size() == count && states.stream().allMatch(status::equals);
          });
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "; last seen: " + items(), e);
    }
    return items();
  }
}
