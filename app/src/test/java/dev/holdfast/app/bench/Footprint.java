package dev.holdfast.app.bench;

import dev.holdfast.app.system.ServiceProcess;
import dev.holdfast.app.v1.TestVenue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How large the service is, without its PostgreSQL and its Redis, and how soon it is there.
 *
 * @param firstStart on an empty data directory, until it is healthy
 * @param starts the same on a data directory that is there, several times
 * @param idleMegabytes resident, some seconds after a start at which nobody asked for anything
 * @param busyMegabytes resident at most, in a house of many events with holds in all of them
 */
record Footprint(
    Duration firstStart,
    List<Duration> starts,
    double idleMegabytes,
    double busyMegabytes,
    Sample holds) {
  static final double MOST_IDLE = 200;
  static final double MOST_BUSY = 512;

  private static final int SEATS = 1_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final int LOOKS = 500;
  private static final String RESIDENT = "VmRSS:";
  private static final String MOST_RESIDENT = "VmHWM:";

  /** Measures it when all else is done: the service is stopped and started anew. */
  static Footprint measured(House house, Scale scale, Rig rig) {
    ServiceProcess service = house.service();
    List<Duration> starts = new ArrayList<>();
    for (int start = 0; start < scale.starts(); start++) {
      service.close();
      long began = System.nanoTime();
      service.startAgain();
      starts.add(healthy(service, began));
    }
    rest(scale.time());
    double idle = megabytes(service, RESIDENT);
    Sample holds = holds(service, house.database(), scale, rig);
    return new Footprint(
        house.firstStart(), starts, idle, megabytes(service, MOST_RESIDENT), holds);
  }

  private static Sample holds(
      ServiceProcess service, ServiceDatabase database, Scale scale, Rig rig) {
    TestVenue venue = TestVenue.open(service, Hall.layout(SEATS));
    int port = service.baseUri().getPort();
    Program program = new Program("Holdfast", port, service.pid(), database.pid(), 0);
    List<Desk> desks =
        IntStream.range(0, scale.events())
            .mapToObj(_ -> new Desk(port, venue.sk().key(), venue.secondEvent().eventKey()))
            .toList();
    return rig.closedLoop(
        program,
        Trials.CONNECTIONS,
        Work.holdsInTurn(desks, SEATS),
        scale.warmUp().plus(scale.time()));
  }

  /** Waits until it says that it is ready; how long that is after it began. */
  static Duration healthy(ServiceProcess service, long began) {
    for (int look = 0; look < LOOKS; look++) {
      if (isHealthy(service)) {
        return Duration.ofNanos(System.nanoTime() - began);
      }
      rest(BETWEEN_LOOKS);
    }
    throw new IllegalStateException("it sells and is not healthy");
  }

  private static boolean isHealthy(ServiceProcess service) {
    try {
      HttpURLConnection health =
          (HttpURLConnection) service.baseUri().resolve("/health/ready").toURL().openConnection();
      return health.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From the system's account of the process; 0 where there is none. */
  private static double megabytes(ServiceProcess service, String name) {
    Path status = Path.of("/proc", Long.toString(service.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
              .filter(line -> line.startsWith(name))
              .map(line -> line.replaceAll("\\D", ""))
              .mapToDouble(Double::parseDouble)
              .sum()
          / 1_024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
