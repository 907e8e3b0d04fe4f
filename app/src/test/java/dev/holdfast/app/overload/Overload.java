package dev.holdfast.app.overload;

import dev.holdfast.app.system.ServiceProcess;
import dev.holdfast.app.v1.TestVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the best rate at which the service holds and releases seats, then asks for more: three
 * times the connections, and half as many requests again; and looks what is left of the rate, and
 * how soon it is back.
 */
public final class Overload {
  private static final List<Integer> CONNECTIONS = List.of(32, 64, 128, 256, 512, 1_024);

  /** With the compilers and the collector that it has when nobody says otherwise. */
  private static final Map<String, String> AS_SHIPPED = Map.of("JAVA_TOOL_OPTIONS", "");

  private static final int WARM_UP = 64;
  private static final int MORE_CONNECTIONS = 3;
  private static final double MORE_REQUESTS = 1.5;
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final int MOMENTS = 10;

  /** Until a crowd that begins with nobody inside is one. */
  private static final Duration LEAD_IN = Duration.ofSeconds(1);

  private final ServiceProcess service;
  private final Shopper.Counter counter;
  private final int most;
  private final Duration time;
  private final Consumer<String> tell;
  private CpuSplit before;

  private Overload(
      ServiceProcess service,
      Shopper.Counter counter,
      int most,
      Duration time,
      Consumer<String> tell) {
    this.service = service;
    this.counter = counter;
    this.most = most;
    this.time = time;
    this.tell = tell;
    this.before = CpuSplit.of(service.pid());
  }

  /**
   * Runs it.
   *
   * @param arguments {@code --seconds N} of each part, {@code --crowd N} connections
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> told = options(arguments);
    Duration time = Duration.ofSeconds(Integer.parseInt(told.getOrDefault("seconds", "10")));
    int connections = Integer.parseInt(told.getOrDefault("crowd", "4000"));
    Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "overload");
    Tally sum = play(data, connections, time, System.out::println);
    System.exit(sum.other() == 0 ? 0 : 1);
  }

  /** Plays all of it against a service of its own; all requests together. */
  static Tally play(Path data, int connections, Duration time, Consumer<String> tell) {
    try (ServiceProcess service = ServiceProcess.start(data, AS_SHIPPED)) {
      TestVenue venue = TestVenue.open(service, Hall.layout(connections));
      Shopper.Counter counter =
          new Shopper.Counter(service.baseUri(), venue.path(""), venue.sk().key());
      return new Overload(service, counter, connections, time, tell).play();
    }
  }

  private Tally play() {
    Tally sum = new Tally();
    sum.add(asFastAsAnswered(WARM_UP, time.multipliedBy(2)));
    // Refusing, too, is compiled when it is first done, and that takes a processor for seconds.
    sum.add(asFastAsAnswered(most, time.multipliedBy(2)));
    before = CpuSplit.of(service.pid());
    int best = 0;
    double rate = 0;
    for (int connections : CONNECTIONS) {
      if (MORE_CONNECTIONS * connections > most) {
        break;
      }
      Tally tally = asFastAsAnswered(connections, time);
      say(connections + " connections", tally, 0);
      sum.add(tally);
      if (tally.rate(time) > rate) {
        rate = tally.rate(time);
        best = connections;
      }
    }
    int many = MORE_CONNECTIONS * best;
    Tally crowded = asFastAsAnswered(many, time);
    say(many + " connections", crowded, rate);
    sum.add(crowded);
    Tally flooded = atRate(MORE_REQUESTS * rate);
    say("%.0f requests a second".formatted(MORE_REQUESTS * rate), flooded, rate);
    sum.add(flooded);
    sum.add(back(best, rate));
    return sum;
  }

  /** On connections of its own: those that rest too long are closed. */
  private Tally asFastAsAnswered(int connections, Duration each) {
    return asFastAsAnswered(connections, each, LEAD_IN);
  }

  private Tally asFastAsAnswered(int connections, Duration each, Duration leadIn) {
    try (Crowd crowd = new Crowd(counter, connections, leadIn)) {
      return crowd.asFastAsAnswered(each);
    }
  }

  private Tally atRate(double requestsPerSecond) {
    try (Crowd crowd = new Crowd(counter, most, LEAD_IN)) {
      return crowd.atRate(requestsPerSecond, time);
    }
  }

  /** The best point again, moment by moment. */
  private Tally back(int best, double rate) {
    Tally sum = new Tally();
    long start = System.nanoTime();
    for (int moment = 0; moment < MOMENTS; moment++) {
      Tally tally = asFastAsAnswered(best, MOMENT, Duration.ZERO);
      sum.add(tally);
      if (tally.rate(MOMENT) >= 0.9 * rate) {
        Duration after = Duration.ofNanos(System.nanoTime() - start);
        tell.accept("nine tenths of the best rate again %d ms later".formatted(after.toMillis()));
        return sum;
      }
    }
    tell.accept("nine tenths of the best rate not again within " + MOMENT.multipliedBy(MOMENTS));
    return sum;
  }

  private void say(String what, Tally tally, double rate) {
    CpuSplit now = CpuSplit.of(service.pid());
    String split = now.since(before);
    before = now;
    String share =
        rate == 0 ? "" : ", %.0f %% of the best".formatted(100 * tally.rate(time) / rate);
    tell.accept(
        "%s: %.0f served a second%s; %d served, %d refused, %d unsent, %d other; %s; %s; %s"
            .formatted(
                what,
                tally.rate(time),
                share,
                tally.served(),
                tally.refused(),
                tally.leftUnsent(),
                tally.other(),
                tally.latencies(),
                split,
                size()));
  }

  /** How large the service is; nothing where the system does not tell. */
  private String size() {
    Path status = Path.of("/proc", Long.toString(service.pid()), "status");
    try {
      StringBuilder size = new StringBuilder();
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS") || line.startsWith("Threads")) {
          size.append(line.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")).append(' ');
        }
      }
      return size.toString().strip();
    } catch (IOException _) {
      return "";
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> told = new HashMap<>();
    for (int n = 0; n < arguments.length; n += 2) {
      boolean known = Set.of("--seconds", "--crowd").contains(arguments[n]);
      if (!known || n + 1 == arguments.length) {
        System.err.println("usage: overload [--seconds N] [--crowd N]");
        System.exit(2);
      }
      told.put(arguments[n].substring(2), arguments[n + 1]);
    }
    return told;
  }
}
