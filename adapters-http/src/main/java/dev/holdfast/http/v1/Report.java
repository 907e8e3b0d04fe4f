package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many places are held and taken; groups nobody is in do not appear. */
final class Report {
  /** Those of one status in one category. */
  private record Group(String status, @Nullable String category) {}

  /** Held before taken, then by name; places without a category last. */
  private static final Comparator<Group> ORDER =
      Comparator.comparing((Group group) -> !group.status().equals("held"))
          .thenComparing(Group::status)
          .thenComparing(group -> group.category() == null)
          .thenComparing(group -> group.category() == null ? "" : group.category());

  private final SortedMap<Group, Long> counts = new TreeMap<>(ORDER);

  static Report of(EventPicture picture) {
    Report report = new Report();
    for (Seat seat : picture.seats()) {
      report.count(seat.state(), 1);
    }
    for (AreaRecord each : picture.records()) {
      report.count(each.state(), each.quantity());
    }
    return report;
  }

  private void count(SeatState state, int places) {
    switch (state) {
      case SeatState.Free _ -> {}
      case SeatState.Held held -> count(new Group(held.word(), held.tag().category()), places);
      case SeatState.Taken taken ->
          count(new Group(V1Status.of(taken.word()), taken.tag().category()), places);
    }
  }

  private void count(Group group, long places) {
    counts.merge(group, places, Long::sum);
  }

  void write(JsonGenerator json, String eventKey) throws IOException {
    json.writeStartObject();
    json.writeStringField("eventKey", eventKey);
    json.writeObjectFieldStart("byStatus");
    for (Map.Entry<String, Long> each : byStatus().entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("byCategory");
    for (Map.Entry<Group, Long> each : counts.entrySet()) {
      json.writeStartObject();
      json.writeStringField("status", each.getKey().status());
      json.writeStringField("categoryKey", each.getKey().category());
      json.writeNumberField("count", each.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private Map<String, Long> byStatus() {
    Map<String, Long> sums = new LinkedHashMap<>();
    counts.forEach((group, count) -> sums.merge(group.status(), count, Long::sum));
    return sums;
  }
}
