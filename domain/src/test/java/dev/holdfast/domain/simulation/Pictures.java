package dev.holdfast.domain.simulation;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a picture and an auditor's books have in common, in words that can be compared. */
final class Pictures {
  private Pictures() {}

  static List<String> of(Standing standing, Instant now) {
    List<String> words = new ArrayList<>();
    standing
        .seats()
        .forEach((label, stored) -> {
          Standing.Seat seat = stored.at(now);
          if (seat != null) {
            words.add(
                label
                    + " "
                    + name(seat.token())
                    + " "
                    + (seat.isTaken() ? seat.word() : seat.until())
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
        .forEach((sold, places) -> {
          if (places > 0) {
            words.add(of(sold, places));
          }
        });
    Collections.sort(words);
    return words;
  }

  private static String of(Standing.Sold sold, int places) {
    return sold.area() + "*" + places + " " + name(sold.token()) + " " + sold.word();
  }

  private static String name(@Nullable HoldToken token) {
    return token == null ? "nobody" : token.value();
  }

  static List<String> of(EventPicture picture) {
    List<String> words = new ArrayList<>();
    for (Seat seat : picture.seats()) {
      String version = " v" + seat.version();
      switch (seat.state()) {
        // What is left on it, the journal does not tell.
        case SeatState.Free _ -> {}
        case SeatState.Held held ->
            words.add(seat.label() + " " + name(held.token()) + " " + held.until() + version);
        case SeatState.Taken taken ->
            words.add(seat.label() + " " + name(taken.token()) + " " + taken.status() + version);
      }
    }
    Map<Standing.Sold, Integer> sold = new HashMap<>();
    for (AreaRecord record : picture.records()) {
      switch (record.state()) {
        case SeatState.Held held ->
            words.add(
                record.area()
                    + "*"
                    + record.quantity()
                    + " "
                    + held.token().value()
                    + " "
                    + held.until());
        case SeatState.Taken taken ->
            sold.merge(
                new Standing.Sold(record.area(), taken.token(), taken.status()),
                record.quantity(),
                Integer::sum);
        case SeatState.Free _ -> throw new AssertionError("places of nobody: " + record);
      }
    }
    sold.forEach((alike, places) -> words.add(of(alike, places)));
    Collections.sort(words);
    return words;
  }
}
