package dev.holdfast.http.v1;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.v1.Asked.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be held: one object by {@code objectLabel}, or several seats by {@code objectLabels}.
 */
record HoldWish(HoldRequest request, Asked asked) {
  private static final int HOLD_SECONDS = 900;
  private static final int MAX_HOLD_SECONDS = 86_400;
  private static final String GENERAL_ADMISSION = "generalAdmission";

  /** Whether several were asked for, and the answer is a list. */
  boolean many() {
    return asked.operation() == Operation.HOLD_MANY;
  }

  static HoldWish read(BodyReader body) {
    boolean many = body.has("objectLabels");
    List<String> labels = many ? several(body) : one(body);
    String token = body.text("holdToken", SeatRequests.MIN_TOKEN, HoldToken.MAX_LENGTH);
    int seconds = body.optionalPositive("ttlSeconds", MAX_HOLD_SECONDS).orElse(HOLD_SECONDS);
    ExtraData extraData = body.extraData("extraData");
    boolean places = places(body, many);
    Optional<String> category = body.optionalText("categoryKey", 1, Layout.MAX_LABEL);
    Optional<Integer> quantity = body.optionalInteger("quantity", 1, Layout.MAX_CAPACITY);
    if (body.has("quantity") && !places) {
      body.problem("quantity", "Allowed only with objectType " + GENERAL_ADMISSION);
    }
    body.check();
    List<Item> items =
        labels.stream()
            .map(label -> item(label, category.orElse(null), places, quantity.orElse(1)))
            .toList();
    return new HoldWish(
        new HoldRequest(new HoldToken(token), items, Duration.ofSeconds(seconds), extraData),
        new Asked(many ? Operation.HOLD_MANY : Operation.HOLD_ONE, labels));
  }

  private static List<String> one(BodyReader body) {
    return List.of(body.text("objectLabel", 1, Layout.MAX_LABEL));
  }

  private static List<String> several(BodyReader body) {
    if (body.has("objectLabel")) {
      body.problem("objectLabels", "objectLabel and objectLabels cannot be sent together");
    }
    return body.labels("objectLabels", HoldPolicy.MAX_OBJECTS);
  }

  private static boolean places(BodyReader body, boolean many) {
    boolean places = body.optionalChoice("objectType", List.of(GENERAL_ADMISSION)).isPresent();
    if (places && many) {
      body.problem("objectType", "Allowed only with objectLabel");
    }
    return places;
  }

  private static Item item(String label, @Nullable String category, boolean places, int quantity) {
    return places ? new PlacesItem(label, category, quantity) : new SeatItem(label, category);
  }
}
