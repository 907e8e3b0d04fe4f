package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.Workload;
import dev.holdfast.app.v1.Hook;
import dev.holdfast.app.v1.TestVenue;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An event that is followed by many readers of its stream and by a webhook: 500 of its seats are
 * held a second, so that the webhook takes 500 deliveries and each reader 500 changes a second.
 */
final class Following implements AutoCloseable {
  static final int CHANGES_A_SECOND = 500;

  private final House house;
  private final Scale scale;
  private final Consumer<String> remark;
  private final Receiver receiver = new Receiver();
  private final TestVenue venue;
  private final Stock stock;

  Following(House house, Scale scale, Consumer<String> remark) {
    this.house = house;
    this.scale = scale;
    this.remark = remark;
    venue = TestVenue.open(house.service(), Hall.layout(scale.seats()));
    var _ = Hook.make(venue.sk(), receiver.url(), List.of(Hook.HELD));
    int port = house.holdfast().port();
    stock = new Stock(scale.seats(), () -> new Desk(port, venue.sk().key(), venue.eventKey()));
    stock.ensure(scale.seats());
  }

  /** Deliveries until now. */
  long delivered() {
    return receiver.taken();
  }

  /** Runs it while readers read; it gets the workload that changes what they follow. */
  Sample during(Duration time, Function<Workload, Sample> run) {
    String key = venue.sk().key();
    try (Readers readers =
        new Readers(house.holdfast().port(), key, venue.eventKey(), scale.readers())) {
      long before = receiver.taken();
      Sample sample = run.apply(Work.holds(stock, 1));
      double seconds = time.toMillis() / 1e3;
      remark.accept(
          "%s: %.0f deliveries and %.1f MB of streams a second"
              .formatted(
                  Trials.FOLLOWED,
                  (receiver.taken() - before) / seconds,
                  readers.bytes() / 1e6 / seconds));
      return sample;
    }
  }

  @Override
  public void close() {
    receiver.close();
  }
}
