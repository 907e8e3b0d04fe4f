package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A hall that is held seat by seat while somebody listens, whatever happens to the service. */
public final class DeliveryStorm implements AutoCloseable {
  private static final int ROW = 200;

  /** Longer than a node keeps a webhook that it does not serve any more. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final WebhookReceiver receiver = WebhookReceiver.open();
  private final WebhookInbox inbox = receiver.inbox();
  private final TestVenue venue;
  private final int rows;

  /** By event and label; of as many attempts as were read. */
  private final Map<String, Map<String, Set<String>>> ids = new HashMap<>();

  private int read;

  /**
   * A venue with a webhook for everything.
   *
   * @param rows of 200 seats each
   */
  public DeliveryStorm(ServiceUnderTest service, int rows) {
    this.rows = rows;
    venue = TestVenue.open(service, hall(rows));
    Hook.make(venue.sk(), inbox.url(), Hook.ALL);
  }

  private static ObjectNode hall(int rows) {
    ArrayNode all = Json.array();
    for (int row = 1; row <= rows; row++) {
      all.add(Json.object("label", "R" + row, "seats", ROW, "categoryKey", "hall"));
    }
    return Json.object("categories", List.of(Json.object("key", "hall")), "rows", all);
  }

  private List<String> row(int row) {
    List<String> labels = new ArrayList<>();
    for (int seat = 1; seat <= ROW; seat++) {
      labels.add("R" + row + "-" + seat);
    }
    return labels;
  }

  /** Holds every seat, each row under a token of its own. */
  public DeliveryStorm holdAll(int ttlSeconds) {
    for (int row = 1; row <= rows; row++) {
      venue
          .seats(
              "hold",
              Json.object(
                  "objectLabels",
                  row(row),
                  "holdToken",
                  "row-token-" + row,
                  "ttlSeconds",
                  ttlSeconds))
          .ok();
    }
    return this;
  }

  /** Waits until so many attempts have come. */
  public DeliveryStorm awaitAttempts(int count) {
    Eventually.within(PATIENCE, count + " attempts", () -> inbox.attempts().size() >= count);
    return this;
  }

  /** Waits until this machine's clock has passed every deadline by a moment. */
  public DeliveryStorm awaitDeadlines(int ttlSeconds) {
    Eventually.at(Instant.now().plusSeconds(ttlSeconds + 1L));
    return this;
  }

  /** I8: each seat's event comes, and whatever comes twice comes under the same id. */
  public void assertEverySeatIsTold(String event) {
    Set<String> seats = new TreeSet<>();
    for (int row = 1; row <= rows; row++) {
      seats.addAll(row(row));
    }
    Eventually.within(PATIENCE, event + " of every seat", () -> ids(event).size() == seats.size());
    Map<String, Set<String>> ids = ids(event);
    assertEquals(seats, new TreeSet<>(ids.keySet()));
    ids.forEach((seat, some) -> assertEquals(1, some.size(), seat + " under " + some));
    Set<String> all = new HashSet<>();
    ids.values().forEach(all::addAll);
    assertEquals(seats.size(), all.size(), "payloads with ids of their own");
  }

  /** The ids under which each seat's event came. */
  private Map<String, Set<String>> ids(String event) {
    // Asked many times a second: what came is read once, not each time all that ever came.
    List<Attempt> all = inbox.attempts();
    for (Attempt attempt : all.subList(read, all.size())) {
      JsonNode payload = attempt.json();
      ids.computeIfAbsent(payload.path("event").asText(), _ -> new HashMap<>())
          .computeIfAbsent(payload.path("data").path("objectLabel").asText(), _ -> new HashSet<>())
          .add(payload.path("id").asText());
    }
    read = all.size();
    return ids.getOrDefault(event, Map.of());
  }

  @Override
  public void close() {
    receiver.close();
  }
}
