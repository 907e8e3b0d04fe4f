package dev.holdfast.app.tmt;

import dev.holdfast.app.v1.Changes;
import dev.holdfast.app.v1.Eventually;
import dev.holdfast.app.v1.ServiceUnderTest;
import java.time.Duration;

/**
 * Payments that outlived a token's first life, in one event: waited for once, since each test looks
 * at seats of its own.
 *
 * @param late held and three places; nothing more was done
 * @param lateSeats held; nothing more was done
 * @param overtaken held A-5, which the next buyer holds now
 * @param extended held and two places, and was extended
 * @param extendedByV1 held A-8, and was extended through v1
 * @param booked held A-9 and one place, and booked both
 */
record LatePayments(
    TmtVenue venue,
    String late,
    String lateSeats,
    String overtaken,
    String extended,
    String extendedByV1,
    String booked) {

  /** A life of two seconds, one sweep of one second, and the slowness of a busy machine. */
  private static final Duration LAPSE = Duration.ofSeconds(8);

  /** three places as one, and A-10, which was held last. */
  private static final int LAPSES = 7;

  /** Returns when the first life of all of them is over. */
  static LatePayments of(ServiceUnderTest service) {
    TmtVenue venue = TmtVenue.open(service);
    String extended = venue.held("A-6", "A-7", TmtVenue.places("floor", 2));
    venue.extend(TmtVenue.object(extended), 600).ok();
    String extendedByV1 = venue.held("A-8");
    venue.v1().extend(extendedByV1, 600).ok();
    String booked = venue.held("A-9", TmtVenue.places("floor", 1));
    venue.book(booked, "A-9", TmtVenue.places("floor", 1)).ok();
    LatePayments payments =
        new LatePayments(
            venue,
            venue.held("A-1", "A-2", TmtVenue.places("floor", 3)),
            venue.held("A-3", "A-4"),
            venue.held("A-5"),
            extended,
            extendedByV1,
            booked);
    venue.held("A-10");
    // What the sweep has told of as well changes nothing behind a test's back any more.
    Eventually.within(LAPSE, "all seven lapses are told", () -> lapses(venue) == LAPSES);
    venue.v1().hold("A-5", "the-next-buyer", 600).ok();
    return payments;
  }

  private static long lapses(TmtVenue venue) {
    return Changes.all(venue.v1()).stream()
        .filter(change -> Changes.type(change).equals("expired"))
        .count();
  }
}
