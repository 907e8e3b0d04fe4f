package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Asks the service what became of the event. */
final class Witness {
  private static final int MOST_WAITS = 60;
  private static final int MOST_LOOKS = 5;
  private static final int PAGE = 1_000;

  private final Api api;

  Witness(Api api) {
    this.api = api;
  }

  /** The whole event at one number of its journal. */
  record Stand(long seq, List<Entry> objects) {}

  /** How the event stands. */
  Stand stand() {
    JsonNode status = ask("/status");
    List<Entry> objects = new ArrayList<>();
    status.path("objects").forEach(object -> objects.add(Entry.ofStatus(object)));
    return new Stand(status.path("seq").asLong(), objects);
  }

  /**
   * Everything since.
   *
   * @throws Refusal when the service does not answer any more
   */
  Evidence since(Stand before) {
    Stand after = stand();
    OptionalLong report = OptionalLong.empty();
    for (int look = 0; look < MOST_LOOKS && report.isEmpty(); look++) {
      long booked = ask("/reports").path("byStatus").path("booked").asLong();
      Stand again = stand();
      if (again.seq() == after.seq()) {
        report = OptionalLong.of(booked);
      }
      after = again;
    }
    return new Evidence(
        before.objects(),
        changes(before.seq(), after.seq()),
        after.objects(),
        before.seq(),
        after.seq(),
        report,
        integrity());
  }

  private List<Entry> changes(long from, long to) {
    List<Entry> changes = new ArrayList<>();
    long last = from;
    while (last < to) {
      JsonNode items = ask("/changes?limit=%d&after=%d".formatted(PAGE, last)).path("items");
      for (JsonNode item : items) {
        Entry change = Entry.ofChange(item);
        if (change.seq() <= to) {
          changes.add(change);
        }
        last = Math.max(last, change.seq());
      }
      if (items.isEmpty()) {
        return changes;
      }
    }
    return changes;
  }

  private List<String> integrity() {
    JsonNode report = ask("/integrity");
    if (report.path("ok").asBoolean()) {
      return List.of();
    }
    return Json.stream(report.path("checks"))
        .filter(check -> !check.path("ok").asBoolean())
        .map(check -> "integrity of " + check.path("name").asText() + ": " + check)
        .toList();
  }

  /** A journal, a picture or a check can wait; buyers may still be at it. */
  private JsonNode ask(String what) {
    Reply reply = api.get(what);
    for (int wait = 0; wait < MOST_WAITS && (reply.comeBack() || reply.unknown()); wait++) {
      sleep(reply.pause().isZero() ? Duration.ofSeconds(1) : reply.pause());
      reply = api.get(what);
    }
    if (reply.status() != 200) {
      throw new Refusal("the service does not answer " + what + ": " + reply.shortly());
    }
    return reply.json();
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
