package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Naming;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has become of objects that something happened to, on the chart as the event sells it now.
 */
public final class Presence {
  private final Offer offer;

  /** On the chart of an event. */
  public Presence(Houses.OfEvent house) {
    this(new Offer(house));
  }

  Presence(Offer offer) {
    this.offer = offer;
  }

  /** Why an object is not there any more (section 20). */
  enum Absence {
    /** It is a seat at a table that is sold as a whole by now. */
    SWITCHED_TO_BOOK_WHOLE_TABLE,
    /** It is a table of which the seats are sold by now. */
    SWITCHED_TO_BOOK_BY_SEAT,
    /** Nothing is drawn under its label. */
    RENAMED_OR_DELETED
  }

  /** Why the object of this label is not there; empty when it is. */
  Optional<Absence> absence(String label) {
    Optional<Spot> spot = offer.venue().find(label);
    if (spot.isEmpty()) {
      return Optional.of(Absence.RENAMED_OR_DELETED);
    }
    if (offer.isOffered(spot.get())) {
      return Optional.empty();
    }
    return Optional.of(
        spot.get().kind() == Spot.Kind.TABLE
            ? Absence.SWITCHED_TO_BOOK_BY_SEAT
            : Absence.SWITCHED_TO_BOOK_WHOLE_TABLE);
  }

  /**
   * The label as buyers read it: with the names shown of section, row and seat where it has any.
   */
  String displayed(String label) {
    return offer.venue().find(label).map(Spot::naming).flatMap(Presence::displayed).orElse(label);
  }

  private static Optional<String> displayed(Naming naming) {
    boolean asItIs =
        naming.displayed() == null
            && naming.parentDisplayed() == null
            && naming.sectionDisplayed() == null;
    if (asItIs) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(
                Optional.ofNullable(naming.sectionDisplayed())
                    .or(() -> Optional.ofNullable(naming.section())),
                Optional.ofNullable(naming.parentDisplayed())
                    .or(() -> Optional.ofNullable(naming.parent())),
                Optional.ofNullable(naming.displayed()).or(() -> Optional.of(naming.own())))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("-")));
  }
}
