package dev.holdfast.app.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives back what buyers of this run still hold and what they booked, and nobody else's. */
final class Cleaning {
  /** Most labels of one request. */
  private static final int BATCH = 200;

  private final Api api;
  private final Books books;
  private int failed;

  Cleaning(Api api, Books books) {
    this.api = api;
    this.books = books;
  }

  /**
   * Does it.
   *
   * @param objects what was not free a moment ago
   * @return how many requests were refused
   */
  int of(List<Entry> objects) {
    List<String> seats = new ArrayList<>();
    Map<String, Set<String>> byToken = new HashMap<>();
    for (Entry entry : objects) {
      String token = token(entry);
      if (token.isEmpty()) {
        continue;
      }
      if (entry.is("booked") && !entry.area()) {
        seats.add(entry.label());
      } else {
        byToken.computeIfAbsent(token, _ -> new LinkedHashSet<>()).add(entry.label());
      }
    }
    byToken.forEach((token, labels) ->
        count(api.release(Wish.seats(List.copyOf(labels)), token).status() == 200));
    for (int first = 0; first < seats.size(); first += BATCH) {
      free(seats.subList(first, Math.min(seats.size(), first + BATCH)));
    }
    return failed;
  }

  /** Whose of this run's buyers it is; nothing where it is somebody else's. */
  private String token(Entry entry) {
    if (entry.is("booked")) {
      return books.find(entry.order()).map(Books.Order::token).orElse("");
    }
    return books.ours(entry.token()) ? entry.token() : "";
  }

  /** All of them, or, if one of them was freed meanwhile, each by itself. */
  private void free(List<String> seats) {
    if (api.free(seats).status() == 200) {
      return;
    }
    for (String seat : seats) {
      count(api.free(List.of(seat)).status() == 200);
    }
  }

  private void count(boolean done) {
    failed += done ? 0 : 1;
  }
}
