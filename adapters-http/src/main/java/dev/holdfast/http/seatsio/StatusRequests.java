package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.decision.Change;
import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes of status as clients of this dialect ask for them (sections 15 and 16). */
final class StatusRequests {
  /** Longest status, order, ticket type, listing and channel key, in characters. */
  private static final int MAX_TEXT = 255;

  /** Most events in one request, and most changes in one batch. */
  private static final int MAX_PARTS = 200;

  /** Most channels and statuses a request names. */
  private static final int MAX_NAMES = 1_000;

  /** Most places that one entry names. */
  private static final int MAX_QUANTITY = 1_000_000;

  /** How long a hold lasts under a token that has no expiry of its own (section 19). */
  private static final Duration HOLD_PERIOD = Duration.ofMinutes(15);

  private static final String TYPE = "type";
  private static final String STATUS = "status";
  private static final String CHANGE = "CHANGE_STATUS_TO";
  private static final String RELEASE = "RELEASE";
  private static final String NO_CHANNEL = "NO_CHANNEL";
  private static final String OBJECTS = "objects";
  private static final String CHANGES = "statusChanges";
  private static final String ALLOWED = "allowedPreviousStatuses";
  private static final String REJECTED = "rejectedPreviousStatuses";

  private StatusRequests() {}

  /**
   * A change of status in some events.
   *
   * @param events their keys, each once
   */
  record Asked(List<String> events, StatusRequest request) {}

  /** The same change in one event or several: section 15.1. */
  static Asked group(BodyReader body) {
    List<String> events = body.labels("events", MAX_PARTS).stream().distinct().toList();
    Asked asked = new Asked(events, request(body));
    bound(body, List.of(asked));
    body.check();
    return asked;
  }

  /** A change in the event of the path: section 15.3. */
  static Asked ofEvent(String event, BodyReader body) {
    Asked asked = new Asked(List.of(event), request(body));
    body.check();
    return asked;
  }

  /** Changes one after the other: section 15.2. */
  static List<Asked> batch(BodyReader body) {
    List<Asked> all = new ArrayList<>();
    each(
        body,
        CHANGES,
        MAX_PARTS,
        change -> all.add(new Asked(List.of(change.text("event", 1, MAX_TEXT)), request(change))));
    bound(body, all);
    body.check();
    return all;
  }

  /** A step of many events or changes is no larger than one of one (decision 8). */
  private static void bound(BodyReader body, List<Asked> all) {
    long objects =
        all.stream()
            .mapToLong(each -> (long) each.events().size() * each.request().objects().size())
            .sum();
    if (body.sound() && objects > Change.MAX_TARGETS) {
      body.problem("at most " + Change.MAX_TARGETS + " objects are changed at once");
    }
  }

  private static StatusRequest request(BodyReader body) {
    simplify(body.node());
    return new StatusRequest(
        goal(body, token(body)),
        items(body),
        conditions(body),
        order(body),
        body.flag("keepExtraData"),
        seller(body));
  }

  static Optional<HoldToken> token(BodyReader body) {
    return body.optionalText("holdToken", 1, HoldToken.MAX_LENGTH).map(HoldToken::new);
  }

  static @Nullable String order(BodyReader body) {
    return body.optionalText("orderId", 0, MAX_TEXT).orElse(null);
  }

  /** A label alone stands for its object, and an empty list of names for none sent. */
  private static void simplify(ObjectNode body) {
    for (String name : List.of("channelKeys", ALLOWED, REJECTED)) {
      if (body.path(name).isArray() && body.path(name).isEmpty()) {
        body.remove(name);
      }
    }
    if (body.path(OBJECTS) instanceof ArrayNode objects) {
      for (int at = 0; at < objects.size(); at++) {
        if (objects.get(at).isTextual()) {
          objects.set(at, objects.objectNode().set("objectId", objects.get(at)));
        }
      }
    }
  }

  /** What the objects are to become; of a bad request whatever, since it goes no further. */
  static Goal goal(BodyReader body, Optional<HoldToken> token) {
    String type = body.optionalChoice(TYPE, List.of(CHANGE, RELEASE)).orElse(CHANGE);
    if (type.equals(RELEASE)) {
      return new Goal.Free(token);
    }
    String status = body.text(STATUS, 1, Goal.Take.MAX_STATUS);
    return switch (status) {
      case SeatState.Free.WORD -> new Goal.Free(token);
      case SeatsioStatus.RESERVED -> {
        if (token.isEmpty()) {
          body.require("holdToken");
          yield new Goal.Free(token);
        }
        yield new Goal.Hold(token.get(), HOLD_PERIOD);
      }
      case SeatState.Taken.RESALE -> {
        String listing = body.optionalText("resaleListingId", 0, MAX_TEXT).orElse(null);
        yield new Goal.Take(status, token, new Resale(listing));
      }
      case SeatState.Held.WORD -> {
        body.problem(STATUS, "\"held\" is no status: it is called reservedByToken");
        yield new Goal.Free(token);
      }
      case "" -> new Goal.Free(token);
      default ->
          new Goal.Take(
              status.length() > Goal.Take.MAX_STATUS ? SeatState.Taken.BOOKED : status,
              token,
              null);
    };
  }

  private static List<Item> items(BodyReader body) {
    List<Item> items = new ArrayList<>();
    each(body, OBJECTS, Change.MAX_TARGETS, item -> items.add(item(item)));
    return items;
  }

  /** Looks at each object of a list that must be there and be neither empty nor too long. */
  private static void each(BodyReader body, String name, int most, Consumer<BodyReader> look) {
    JsonNode list = body.require(name).optionalArray(name);
    if (list == null) {
      return;
    }
    if (list.isEmpty()) {
      body.problem(name, Wording.atLeastElements(1));
    } else if (list.size() > most) {
      body.problem(name, Wording.atMostElements(most));
    } else {
      body.eachObject(name, look);
    }
  }

  private static Item item(BodyReader item) {
    return new Item(
        item.text("objectId", 1, MAX_TEXT),
        item.optionalInteger("quantity", 1, MAX_QUANTITY).orElse(1),
        item.has("extraData") ? item.extraData("extraData") : null,
        item.optionalText("ticketType", 1, MAX_TEXT).orElse(null));
  }

  private static Conditions conditions(BodyReader body) {
    Optional<Set<String>> allowed = statuses(body, ALLOWED);
    Set<String> rejected = statuses(body, REJECTED).orElse(Set.of());
    return new Conditions(allowed, rejected);
  }

  private static Optional<Set<String>> statuses(BodyReader body, String name) {
    return body.optionalLabels(name, MAX_NAMES)
        .map(all -> all.stream().map(SeatsioStatus::meant).collect(Collectors.toSet()));
  }

  /** Whose channels it sells (section 14). */
  static Seller seller(BodyReader body) {
    boolean all = body.flag("ignoreChannels");
    Optional<Set<String>> keys = body.optionalLabels("channelKeys", MAX_NAMES).map(Set::copyOf);
    boolean channelless = keys.map(named -> named.contains(NO_CHANNEL)).orElse(true);
    return new Seller(keys, channelless, all);
  }

  /** Whether it asks for the objects in the answer. */
  static boolean expands(List<String> expand) {
    return expand.stream().anyMatch(value -> List.of(value.split(",")).contains("objects"));
  }
}
