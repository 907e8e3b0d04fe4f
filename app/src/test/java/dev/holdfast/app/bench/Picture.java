package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.RequestBytes;
import dev.holdfast.app.bench.load.Workload;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.TestVenue;
import java.time.Duration;

/** The status of an event of the large hall, a twentieth of which is held, asked for again. */
final class Picture {
  private static final int HELD_ONE_IN = 20;
  private static final int NOT_MODIFIED = 304;

  private final House house;
  private final Scale scale;
  private byte[] request = {};

  Picture(House house, Scale scale) {
    this.house = house;
    this.scale = scale;
  }

  /** Asks whether it is still what it was. */
  Workload unchanged(Rig rig) {
    if (request.length == 0) {
      request = prepared(rig);
    }
    return Work.again(request, NOT_MODIFIED);
  }

  private byte[] prepared(Rig rig) {
    TestVenue venue = house.large().secondEvent();
    int seats = scale.seats() / HELD_ONE_IN;
    Program holdfast = house.holdfast();
    Stock stock =
        new Stock(
            scale.seats(), () -> new Desk(holdfast.port(), venue.sk().key(), venue.eventKey()));
    stock.ensure(seats);
    Work.Holding holding = new Work.Holding(stock, 1, seats, Trials.CONNECTIONS);
    var _ = rig.closedLoop(holdfast, Trials.CONNECTIONS, holding, Duration.ofMinutes(1));
    Answer status = venue.status().ok();
    return RequestBytes.ascii(
        """
        GET %s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        X-Api-Key: %s\r
        Accept: application/json\r
        Accept-Encoding: gzip\r
        If-None-Match: %s\r
        \r
        """
            .formatted(
                venue.path("/status"), holdfast.port(), venue.sk().key(), status.header("ETag")));
  }
}
