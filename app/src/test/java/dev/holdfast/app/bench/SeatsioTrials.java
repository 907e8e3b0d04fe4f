package dev.holdfast.app.bench;

import dev.holdfast.app.v1.TestVenue;

/** What is measured of seats.io's dialect; names are stable. */
final class SeatsioTrials {
  static final String PAIRS = "seatsio-hold-and-book";
  static final String BEST = "best-of-four";

  /** How many times larger the large hall is than the one to choose from. */
  private static final int SMALLER = 10;

  private static final int TOGETHER = 4;

  /** Choices a second that there is room for where no rate is known yet. */
  private static final double CHOICES_AT_FIRST = 1_000;

  private final House house;
  private final Rig rig;
  private final int seats;

  SeatsioTrials(House house, Scale scale, Rig rig) {
    this.house = house;
    this.rig = rig;
    this.seats = scale.seats() / SMALLER;
  }

  private SeatsioDesk desk(TestVenue venue) {
    return new SeatsioDesk(house.holdfast().port(), venue, Trials.CONNECTIONS);
  }

  /** Under one token a connection, which was made before. */
  Trial pairs() {
    Stock stock = house.largeStock();
    SeatsioDesk service = desk(house.large());
    return new Trial(
        PAIRS,
        house.holdfast(),
        "hold, then book, through seats.io's dialect",
        time -> {
          stock.ensure(rig.enough(PAIRS, time) / 2);
          SeatsioPairs pairs = new SeatsioPairs(service, stock, Trials.CONNECTIONS);
          return rig.closedLoop(house.holdfast(), Trials.CONNECTIONS, pairs, time);
        });
  }

  Trial best() {
    TestVenue venue = TestVenue.open(house.service(), Hall.layout(seats));
    SeatsioDesk service = desk(venue);
    HalfTaken halls =
        new HalfTaken(seats, TOGETHER, () -> house.event(venue), house.holdfast(), rig);
    return new Trial(
        BEST,
        house.holdfast(),
        "hold of the best four of %,d seats, half of them taken".formatted(seats),
        time -> {
          halls.ensure(rig.enough(BEST, time, CHOICES_AT_FIRST));
          return rig.closedLoop(house.holdfast(), Trials.CONNECTIONS, halls.choices(service), time);
        });
  }
}
