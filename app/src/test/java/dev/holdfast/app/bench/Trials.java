package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.Tally;
import dev.holdfast.app.bench.load.Workload;
import dev.holdfast.app.v1.TestVenue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All that is measured round by round; names are stable. */
final class Trials {
  static final String ECHO = "echo";
  static final String NAIVE = "naive-hold";
  static final String HOLD = "hold";
  static final String NAIVE_RUSH = "naive-rush";
  static final String RUSH = "rush";
  static final String FOUR = "hold-of-four";
  static final String BOOK = "book-of-four";
  static final String ORDERS = "transactions";
  static final String SPREAD_ORDERS = "transactions-spread";
  static final String PAIRS = "hold-and-book";
  static final String PLAIN_PAIRS = "postgres-hold-and-book";
  static final String STATUS = "status-unchanged";
  static final String SMALL_HALL = "hold-small-hall";
  static final String MANY_EVENTS = "hold-many-events";
  static final String FOLLOWED = "hold-followed";
  static final String CROWD = "hold-crowd";
  static final String LATENCY = "hold-paced";
  static final String GATE = "gate-script";

  /** Connections of all trials that do not say otherwise. */
  static final int CONNECTIONS = 64;

  private static final int MANY_CONNECTIONS = 256;
  private static final double PACE = 0.8;

  /** Requests a second that are sent even where nothing was answered in time before. */
  private static final double LEAST_PACE = 100;

  private static final int FOUR_SEATS = 4;
  private static final int SPREAD = 64;
  private static final int RUSH_ONE_IN = 20;
  private static final int RUSH_SEATS = 1_000;
  private static final double ORDERS_AT_FIRST = 4_000;

  private final House house;
  private final Scale scale;
  private final Rig rig;

  Trials(House house, Scale scale, Rig rig) {
    this.house = house;
    this.scale = scale;
    this.rig = rig;
  }

  /** In the order of a round: what is compared stands close together. */
  List<Trial> all(Following following) {
    SeatsioTrials seatsio = new SeatsioTrials(house, scale, rig);
    List<Trial> trials = new ArrayList<>();
    trials.add(holds(ECHO, "JSON in, JSON out", house.echo(), CONNECTIONS));
    trials.add(holds(HOLD, "hold of one seat", house.holdfast(), CONNECTIONS));
    trials.add(holds(NAIVE, "SET NX EX of one seat", house.naive(), CONNECTIONS));
    trials.add(rush(RUSH, "19 of 20 seats are held by others", house.holdfast()));
    trials.add(rush(NAIVE_RUSH, "19 of 20 seats are held by others", house.naive()));
    trials.add(holds(CROWD, "hold, 256 connections", house.holdfast(), MANY_CONNECTIONS));
    trials.add(paced());
    trials.add(four());
    trials.add(seatsio.best());
    trials.add(book());
    trials.add(orders(ORDERS, "book of four held seats, one transaction an order", 1));
    trials.add(orders(SPREAD_ORDERS, "the same in " + SPREAD + " events in turn", SPREAD));
    trials.add(pairs(PAIRS, "hold, then book", house.holdfast(), house.largeStock()));
    trials.add(seatsio.pairs());
    trials.add(pairs(PLAIN_PAIRS, "hold, then book", house.plain(), house.plainStock()));
    trials.add(unchanged());
    trials.add(smallHall());
    trials.add(manyEvents());
    trials.add(followed(following));
    trials.add(gate());
    return trials;
  }

  private Stock stock(Program program) {
    return program.equals(house.holdfast()) ? house.largeStock() : house.stockOf(program);
  }

  private Trial holds(String name, String what, Program program, int connections) {
    Stock stock = stock(program);
    return new Trial(
        name,
        program,
        what,
        time -> {
          Sample sample = holds(name, stock, program, connections, time);
          house.forgetNaiveLocks();
          return sample;
        });
  }

  private Sample holds(String name, Stock stock, Program program, int connections, Duration time) {
    stock.ensure(rig.enough(name, time));
    return rig.closedLoop(program, connections, Work.holds(stock, 1), time);
  }

  /** The seats that somebody else holds are held anew by each run, in an event of their own. */
  private Trial rush(String name, String what, Program program) {
    Stock stock = stock(program);
    Stock held = stock(program);
    int heldSeats = Math.min(RUSH_SEATS, scale.seats() / RUSH_ONE_IN);
    return new Trial(
        name,
        program,
        what,
        time -> {
          held.freshEvent();
          held.ensure(heldSeats);
          Work.Holding others = new Work.Holding(held, 1, heldSeats, CONNECTIONS);
          var _ = rig.closedLoop(program, CONNECTIONS, others, time.plusMinutes(1));
          stock.ensure(rig.enough(name, time) / RUSH_ONE_IN);
          Workload rush = Work.rush(stock, held.desk(), others.held().size(), RUSH_ONE_IN);
          Sample sample = rig.closedLoop(program, CONNECTIONS, rush, time);
          house.forgetNaiveLocks();
          return sample;
        });
  }

  private Trial paced() {
    Stock stock = house.largeStock();
    return new Trial(
        LATENCY,
        house.holdfast(),
        "hold at 80 % of the best rate, as requests are due",
        List.of(HOLD, CROWD),
        time -> {
          double best = Math.max(LEAST_PACE, Math.max(rig.rate(HOLD), rig.rate(CROWD)));
          stock.ensure((long) (best * time.toMillis() / 1_000) + 1);
          return rig.openLoop(
              house.holdfast(), MANY_CONNECTIONS, Work.holds(stock, 1), PACE * best, time);
        });
  }

  private Trial four() {
    Stock stock = house.largeStock();
    return new Trial(
        FOUR,
        house.holdfast(),
        "hold of four seats in one call",
        time -> {
          stock.ensure(FOUR_SEATS * rig.enough(FOUR, time));
          Workload holds = Work.holds(stock, FOUR_SEATS);
          return rig.closedLoop(house.holdfast(), CONNECTIONS, holds, time);
        });
  }

  /** First as many orders are held as can be booked in the time; that is not measured. */
  private Trial book() {
    Stock stock = house.largeStock();
    return new Trial(
        BOOK,
        house.holdfast(),
        "book of four held seats",
        List.of(FOUR),
        time -> {
          String like = rig.rate(BOOK) > 0 ? BOOK : FOUR;
          int orders = Math.toIntExact(rig.enough(like, time));
          stock.ensure((long) FOUR_SEATS * orders);
          Work.Holding holding = new Work.Holding(stock, FOUR_SEATS, orders, CONNECTIONS);
          var _ = rig.closedLoop(house.holdfast(), CONNECTIONS, holding, time.plusMinutes(1));
          Workload books = Work.books(holding.held());
          return rig.closedLoop(house.holdfast(), CONNECTIONS, books, time);
        });
  }

  private Trial orders(String name, String what, int events) {
    RivalProcess process = house.orders();
    return new Trial(
        name,
        house.transactions(),
        what,
        time -> {
          var _ = process.tell("held " + rig.enough(name, time, ORDERS_AT_FIRST) + " " + events);
          return Rig.measured(
              house.transactions(),
              () -> {
                String[] told = process.tell("book " + time.toMillis()).split(" ", -1);
                return Tally.of(
                    Long.parseLong(told[1]), Long.parseLong(told[3]), Long.parseLong(told[5]));
              });
        });
  }

  private Trial pairs(String name, String what, Program program, Stock stock) {
    return new Trial(
        name,
        program,
        what,
        time -> {
          stock.ensure(rig.enough(name, time) / 2);
          Workload pairs = new Work.HoldingAndBooking(stock, CONNECTIONS);
          return rig.closedLoop(program, CONNECTIONS, pairs, time);
        });
  }

  private Trial unchanged() {
    Picture picture = new Picture(house, scale);
    return new Trial(
        STATUS,
        house.holdfast(),
        "status of a large event that has not changed",
        time -> rig.closedLoop(house.holdfast(), CONNECTIONS, picture.unchanged(rig), time));
  }

  private Trial smallHall() {
    TestVenue venue = TestVenue.open(house.service(), Hall.layout(scale.smallSeats()));
    Stock stock = new Stock(scale.smallSeats(), () -> house.event(venue));
    return new Trial(
        SMALL_HALL,
        house.holdfast(),
        "hold of one seat of " + scale.smallSeats(),
        time -> holds(SMALL_HALL, stock, house.holdfast(), CONNECTIONS, time));
  }

  private Trial manyEvents() {
    List<Desk> desks =
        IntStream.range(0, scale.events()).mapToObj(_ -> house.event(house.large())).toList();
    Workload workload = Work.holdsInTurn(desks, scale.seats());
    return new Trial(
        MANY_EVENTS,
        house.holdfast(),
        "hold of one seat of one of " + scale.events() + " events in turn",
        time -> rig.closedLoop(house.holdfast(), CONNECTIONS, workload, time));
  }

  private Trial followed(Following following) {
    Stock stock = house.largeStock();
    return new Trial(
        FOLLOWED,
        house.holdfast(),
        "hold while %d read streams and a webhook is told of %d changes a second"
            .formatted(scale.readers(), Following.CHANGES_A_SECOND),
        time -> {
          stock.ensure(rig.enough(FOLLOWED, time));
          return following.during(
              time,
              few -> {
                Workload mixed = Work.mixed(Work.holds(stock, 1), few, Following.CHANGES_A_SECOND);
                return rig.closedLoop(house.holdfast(), CONNECTIONS, mixed, time);
              });
        });
  }

  private Trial gate() {
    GateScript script = new GateScript(house.lockDatabase(GateScript.DATABASE));
    Program redis = new Program("Redis", 0, 0, 0, house.naive().redis());
    return new Trial(
        GATE,
        redis,
        "the gate's script, pipelined",
        time -> Rig.measured(redis, () -> script.run(time)));
  }
}
