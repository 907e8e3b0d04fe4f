package dev.holdfast.domain.simulation;

import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a picture and an auditor's books have in common, in words that can be compared. */
final class Pictures {
  private Pictures() {}

  static List<String> of(Standing standing, Instant now) {
    List<String> words = new ArrayList<>();
    standing
        .seats()
        .forEach((label, seat) -> {
          if (seat.liveAt(now)) {
            words.add(
                label
                    + " "
                    + seat.token().value()
                    + (seat.isTaken() ? " taken" : " " + seat.until())
                    + " v"
                    + standing.version(label));
          }
        });
    standing.places().values().stream()
        .filter(each -> each.liveAt(now))
        .forEach(each ->
            words.add(
                each.area()
                    + "*"
                    + each.quantity()
                    + " "
                    + each.token().value()
                    + " "
                    + each.until()));
    standing
        .taken()
        .forEach((area, places) -> {
          if (places > 0) {
            words.add(area + "*" + places + " taken");
          }
        });
    Collections.sort(words);
    return words;
  }

  static List<String> of(EventPicture picture) {
    List<String> words = new ArrayList<>();
    for (Seat seat : picture.seats()) {
      words.add(
          switch (seat.state()) {
            case SeatState.Free _ -> seat.label() + " free";
            case SeatState.Held held ->
                seat.label()
                    + " "
                    + held.token().value()
                    + " "
                    + held.until()
                    + " v"
                    + seat.version();
            case SeatState.Taken taken -> {
              var token = taken.token();
              yield seat.label()
                  + " "
                  + (token == null ? "nobody" : token.value())
                  + " taken v"
                  + seat.version();
            }
          });
    }
    Map<String, Integer> taken = new TreeMap<>();
    for (AreaRecord record : picture.records()) {
      if (record.state() instanceof SeatState.Held held) {
        words.add(
            record.area()
                + "*"
                + record.quantity()
                + " "
                + held.token().value()
                + " "
                + held.until());
      } else {
        taken.merge(record.area(), record.quantity(), Integer::sum);
      }
    }
    taken.forEach((area, places) -> words.add(area + "*" + places + " taken"));
    Collections.sort(words);
    return words;
  }
}
