package dev.holdfast.app.bench;

import dev.holdfast.app.bench.rival.Echo;
import dev.holdfast.app.bench.rival.Naive;
import dev.holdfast.app.bench.rival.Orders;
import dev.holdfast.app.bench.rival.PostgresOnly;
import dev.holdfast.app.system.ServiceProcess;
import dev.holdfast.app.v1.TestVenue;
import dev.holdfast.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that is measured, side by side: the service, its rivals, and their stores. */
final class House implements AutoCloseable {
  private final Scale scale;
  private final Deque<Runnable> open = new ArrayDeque<>();
  private final RedisServer redis;
  private final ServiceDatabase database;
  private final RivalDatabase rivals;
  private final ServiceProcess service;
  private final Duration firstStart;
  private final RivalProcess orders;
  private final Program holdfast;
  private final Program echo;
  private final Program naive;
  private final LockDatabase naiveLocks;
  private final Program plain;
  private final Program transactions;
  private final TestVenue large;
  private int rivalEvents;

  House(Path directory, Scale scale) {
    this.scale = scale;
    redis = opened(RedisServer.startProcess(), RedisServer::close);
    Path data = directory.resolve("service");
    long began = System.nanoTime();
    service =
        opened(
            ServiceProcess.start(
                data,
                Map.of(
                    "JAVA_TOOL_OPTIONS",
                    scale.javaOptions(),
                    "HOLDFAST_REDIS_URL",
                    redis.url(),
                    "HOLDFAST_WEBHOOK_ALLOW_PRIVATE_ADDRESSES",
                    "true")),
            ServiceProcess::close);
    firstStart = Footprint.healthy(service, began);
    database = new ServiceDatabase(data);
    rivals =
        opened(
            new RivalDatabase(directory.resolve("rivals"), data.resolve("server")),
            RivalDatabase::close);
    orders = started(Orders.class, rivals.access("holdfast"));
    long lock = redisPid();
    long store = rivals.pid();
    holdfast =
        new Program("Holdfast", service.baseUri().getPort(), service.pid(), database.pid(), lock);
    echo = program("echo", started(Echo.class), 0, 0);
    naive = program("naive", started(Naive.class, redis.url()), 0, lock);
    naiveLocks = lockDatabase(Naive.DATABASE);
    plain =
        program("PostgreSQL only", started(PostgresOnly.class, rivals.access("rival")), store, 0);
    transactions = program("transactions", orders, store, 0);
    large = TestVenue.open(service, Hall.layout(scale.seats()));
  }

  private RivalProcess started(Class<?> main, String... arguments) {
    return opened(RivalProcess.start(main, scale.javaOptions(), arguments), RivalProcess::close);
  }

  private static Program program(String name, RivalProcess process, long postgres, long redis) {
    return new Program(name, process.port(), process.pid(), postgres, redis);
  }

  private <T> T opened(T resource, Consumer<T> close) {
    open.push(() -> close.accept(resource));
    return resource;
  }

  private long redisPid() {
    return Long.parseLong(redisFact("process_id:"));
  }

  /** A line of what the Redis server tells of itself. */
  String redisFact(String name) {
    return redis
        .client()
        .info("server")
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElse("0");
  }

  /** A database of the lock server, open as long as the house is. */
  LockDatabase lockDatabase(int number) {
    return opened(new LockDatabase(redis.url(), number), LockDatabase::close);
  }

  /** Locks that lapse by and by would cost the lock server work in somebody else's time. */
  void forgetNaiveLocks() {
    naiveLocks.clear();
  }

  ServiceProcess service() {
    return service;
  }

  /** How long the service took to be healthy on an empty data directory. */
  Duration firstStart() {
    return firstStart;
  }

  ServiceDatabase database() {
    return database;
  }

  RedisServer redis() {
    return redis;
  }

  RivalProcess orders() {
    return orders;
  }

  Program holdfast() {
    return holdfast;
  }

  Program echo() {
    return echo;
  }

  Program naive() {
    return naive;
  }

  Program plain() {
    return plain;
  }

  Program transactions() {
    return transactions;
  }

  /** Where the large hall's chart is. */
  TestVenue large() {
    return large;
  }

  /** A fresh event of a venue's chart at the service. */
  Desk event(TestVenue venue) {
    TestVenue another = venue.secondEvent();
    return new Desk(holdfast.port(), another.sk().key(), another.eventKey());
  }

  /** Seats of the large hall at the service. */
  Stock largeStock() {
    return new Stock(scale.seats(), () -> event(large));
  }

  /** An event of the same size at a program that stores nothing of it beforehand. */
  Stock stockOf(Program program) {
    return new Stock(
        scale.seats(), () -> new Desk(program.port(), large.sk().key(), nextEventKey()));
  }

  /** An event of the same size whose seats are rows of a table. */
  Stock plainStock() {
    return new Stock(
        scale.seats(),
        () -> {
          String event = nextEventKey();
          rivals.plainSeats(event, scale.seats());
          return new Desk(plain.port(), large.sk().key(), event);
        });
  }

  /** As long as those of the service. */
  private String nextEventKey() {
    rivalEvents++;
    String zeros = "0".repeat(large.eventKey().length());
    String digits = Integer.toString(rivalEvents);
    return zeros.substring(digits.length()) + digits;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }
}
