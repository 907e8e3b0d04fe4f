package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Looks whether there can be a rehearsal at all, and reads what is for sale. */
final class Preparation {
  private Preparation() {}

  /**
   * What is for sale.
   *
   * @param picture what is free of it
   * @param before what is not
   */
  record Ready(Hall hall, Picture picture, Witness.Stand before) {}

  /**
   * Asks the service; changes nothing.
   *
   * @throws Refusal when there can be none
   */
  static Ready of(Options options, Api api) {
    allowed(options);
    Reply event = api.get("");
    switch (event.status()) {
      case 200 -> {}
      case 0 ->
          throw new Refusal("not reachable: %s (%s)".formatted(options.service(), event.shortly()));
      case 401 -> throw new Refusal("the key is not known there");
      case 404 -> throw unknown(options, event);
      default -> throw new Refusal("the service does not answer: " + event.shortly());
    }
    if (!event.json().path("eventKey").asText().equals(options.event())) {
      throw new Refusal("no Holdfast answers at " + options.service());
    }
    Reply chart = api.get("/chart");
    JsonNode layout = chart.json().path("layout");
    if (chart.status() != 200 || layout.isMissingNode()) {
      throw new Refusal("the event's chart cannot be read: " + chart.shortly());
    }
    Hall hall = Hall.of(layout);
    Witness.Stand before = new Witness(api).stand();
    Picture picture = picture(hall, api.status(""));
    if (picture.left() == 0) {
      throw new Refusal("the event has no free seats: make another one on its chart");
    }
    return new Ready(hall, picture, before);
  }

  private static void allowed(Options options) {
    if (options.key().startsWith("pk_")) {
      throw new Refusal("a secret key (sk_...) is needed: browsers' keys may not book");
    }
    if (options.key().startsWith("sk_live_") && !options.live()) {
      throw new Refusal("a live key would book real seats: say --yes if that is meant");
    }
  }

  private static Refusal unknown(Options options, Reply event) {
    boolean holdfast = event.json().path("message").asText().equals("Event not found");
    return new Refusal(
        holdfast
            ? "the key's workspace has no event " + options.event()
            : "no Holdfast answers at " + options.service());
  }

  private static Picture picture(Hall hall, Reply status) {
    try {
      return Picture.read(hall, status.body());
    } catch (IOException e) {
      throw new Refusal("the event's status cannot be read: " + status.shortly());
    }
  }
}
