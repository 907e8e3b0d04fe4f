package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Whether a request was carried out whole, and once (I3), whatever its caller is told. */
final class Whole {
  private Whole() {}

  /** To be asked after the commit that has entries of the request. */
  static void check(Asked asked, long commit) {
    if (asked.request instanceof Asked.ToExpire) {
      return;
    }
    asked.commits.forEach(
        each -> assertEquals(commit, each, () -> "I3: in two transactions: " + asked));
    switch (asked.request) {
      case Asked.ToHold(var _, var hold) -> {
        Instant at = asked.entries.getFirst().at();
        for (Item item : hold.items()) {
          if (item instanceof PlacesItem places) {
            assertEquals(
                places.quantity(), placesHeld(asked, places), () -> "I3: not all places: " + asked);
          } else if (!asked.before.holdsSeat(hold.token(), item.object(), at)) {
            assertEquals(
                1,
                places(asked, JournalKind.HELD).get(item.object()),
                () -> "I3: not every seat: " + asked);
          }
        }
      }
      case Asked.ToBook(var _, var book) -> {
        Map<String, Integer> booked = places(asked, JournalKind.BOOKED);
        for (String object : book.objects()) {
          assertEquals(true, booked.containsKey(object), () -> "I3: not booked: " + asked);
        }
        book.places()
            .forEach(each -> {
              int all = booked.getOrDefault(each.area(), 0);
              assertEquals(
                  true,
                  book.objects().contains(each.area())
                      ? all > each.quantity()
                      : all == each.quantity(),
                  () -> "I3: not all places booked: " + asked);
            });
      }
      case Asked.ToExtend _, Asked.ToRelease _, Asked.ToExpire _, Asked.ToLook _ -> {}
      // The clerk goes through them.
      case Asked.ToChange _, Asked.ToStep _, Asked.ToChoose _ -> {}
    }
  }

  private static int placesHeld(Asked asked, PlacesItem places) {
    return asked.entries.stream()
        .filter(each -> each.kind() == JournalKind.HELD)
        .filter(each -> each.object().equals(places.object()))
        .filter(each -> Objects.equals(each.category(), places.category()))
        .mapToInt(JournalEntry::quantity)
        .sum();
  }

  /** Places of each object that went so. */
  static Map<String, Integer> places(Asked asked, JournalKind kind) {
    Map<String, Integer> places = new TreeMap<>();
    asked.entries.stream()
        .filter(each -> each.kind() == kind)
        .forEach(each -> places.merge(each.object(), each.quantity(), Integer::sum));
    return places;
  }
}
