package dev.holdfast.domain.integrity;

import dev.holdfast.domain.integrity.Retelling.Places;
import dev.holdfast.domain.integrity.Retelling.Share;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.EventBooks.AreaRow;
import dev.holdfast.domain.port.EventBooks.PlacesRow;
import dev.holdfast.domain.port.EventBooks.SeatRow;
import dev.holdfast.domain.port.EventBooks.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares the rows of an event with each other and with its journal told again. */
record Comparison(EventBooks books) {
  void seats(Retelling told, Findings findings) {
    Set<String> missing = new HashSet<>(told.seats().keySet());
    for (SeatRow row : books.seats()) {
      missing.remove(row.label());
      SeatRow expected = told.seats().getOrDefault(row.label(), SeatRow.untouched(row.label()));
      if (!row.equals(expected)) {
        findings.add(row.label(), "is " + words(row) + ", and by the journal " + words(expected));
      }
    }
    missing.stream()
        .sorted()
        .forEach(label ->
            findings.add(
                label,
                "is not there, and by the journal "
                    + words(Objects.requireNonNull(told.seats().get(label)))));
  }

  private static String words(SeatRow row) {
    String standing =
        switch (row.standing()) {
          case FREE -> "free";
          case HELD -> "held by " + row.token() + " until " + row.until();
          case TAKEN -> row.status() + " by " + row.token();
        };
    String hold = row.hold() == 0 ? "" : ", hold " + row.hold();
    return standing + hold + ", version " + row.version();
  }

  void areas(Retelling told, Findings findings) {
    Map<String, Places> sums = new HashMap<>();
    Map<Share, Places> missing = new HashMap<>(told.places());
    for (PlacesRow row : books.places()) {
      Places stored = new Places(row.held(), row.taken());
      sums.merge(row.area(), stored, (one, more) -> one.plus(more.held(), more.taken()));
      Places expected = missing.remove(Retelling.share(row));
      compareShare(
          Retelling.share(row), stored, expected == null ? Places.NONE : expected, findings);
    }
    missing.forEach((share, expected) -> compareShare(share, Places.NONE, expected, findings));
    Map<String, Long> versions = new HashMap<>(told.areas());
    for (AreaRow row : books.areas()) {
      Places lines = sums.getOrDefault(row.key(), Places.NONE);
      sums.remove(row.key());
      compareCounters(row, lines, findings);
      Long version = versions.remove(row.key());
      if (version == null || version != row.version()) {
        findings.add(row.key(), "has version " + row.version() + ", and by the journal " + version);
      }
    }
    sums.keySet().stream().sorted().forEach(key -> findings.add(key, "has places and no counters"));
    versions.keySet().stream()
        .sorted()
        .forEach(key -> findings.add(key, "is not there, but in the journal"));
  }

  private static void compareShare(Share share, Places stored, Places expected, Findings findings) {
    if (!stored.equals(expected)) {
      findings.add(
          share.area(),
          "token %s has %d held and %d taken, and by the journal %d and %d"
              .formatted(
                  share.token(), stored.held(), stored.taken(), expected.held(), expected.taken()));
    }
  }

  private static void compareCounters(AreaRow row, Places lines, Findings findings) {
    if (row.held() != lines.held() || row.taken() != lines.taken()) {
      findings.add(
          row.key(),
          "counts %d held and %d taken, and its tokens have %d and %d"
              .formatted(row.held(), row.taken(), lines.held(), lines.taken()));
    }
  }

  void sales(Findings findings) {
    Set<String> strays = new HashSet<>(books.openSales().keySet());
    for (SeatRow row : books.seats()) {
      strays.remove(row.label());
      int sales = books.openSales().getOrDefault(row.label(), 0);
      int expected = row.standing() == Standing.TAKEN ? 1 : 0;
      if (sales != expected) {
        findings.add(row.label(), "is " + row.status() + " and has " + sales + " open sales");
      }
    }
    strays.stream().sorted().forEach(label -> findings.add(label, "is sold and not there"));
  }

  void capacity(Findings findings) {
    for (AreaRow row : books.areas()) {
      boolean fits = (long) row.held() + row.taken() <= row.capacity();
      if (row.held() < 0 || row.taken() < 0 || !fits) {
        findings.add(
            row.key(),
            "has %d held and %d taken of %d places"
                .formatted(row.held(), row.taken(), row.capacity()));
      }
    }
  }
}
