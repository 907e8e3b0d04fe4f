package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** A webhook, the secret it was made with, and short ways to act on it. */
public record Hook(V1Client owner, String id, String secret) {

  public static final String WEBHOOKS = "/api/v1/webhooks";
  public static final String HELD = "seat.held";
  public static final String BOOKED = "seat.booked";
  public static final String RELEASED = "seat.released";
  public static final String EXPIRED = "seat.hold_expired";
  public static final List<String> ALL = List.of(HELD, BOOKED, RELEASED, EXPIRED);

  public static Hook make(V1Client owner, String url, List<String> events) {
    Answer made = owner.post(WEBHOOKS, Json.object("url", url, "events", events)).expect(201);
    return new Hook(owner, made.text("id"), made.text("secret"));
  }

  public String path(String rest) {
    return WEBHOOKS + "/" + id + rest;
  }

  public Answer read() {
    return owner.get(path(""));
  }

  public Answer change(Object body) {
    return owner.patch(path(""), body);
  }

  public Answer enabled(boolean enabled) {
    return change(Json.object("enabled", enabled)).ok();
  }

  public Answer delete() {
    return owner.delete(path(""));
  }

  public Answer rotate() {
    return owner.post(path("/rotate-secret"));
  }

  public Answer test() {
    return owner.post(path("/test"));
  }

  public Answer deliveries() {
    return deliveries("");
  }

  public Answer deliveries(String query) {
    return owner.get(path("/deliveries") + query);
  }

  public Answer replay(String delivery) {
    return owner.post(path("/deliveries/" + delivery + "/replay"));
  }

  public List<JsonNode> items() {
    return Json.stream(deliveries("?limit=100").ok().at("items")).toList();
  }

  /** The delivery of this id as the list shows it, missing while it does not. */
  public JsonNode item(String delivery) {
    return items().stream()
        .filter(item -> item.path("deliveryId").asText().equals(delivery))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** Waits until the only delivery has this state. */
  public JsonNode awaitOnly(String status) {
    awaitAll(1, status);
    return items().getFirst();
  }

  /** Waits until there are so many deliveries, all in this state; no more than a page of them. */
  public List<JsonNode> awaitAll(int count, String status) {
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
