package dev.holdfast.app.bench.rival;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Books held seats straight at PostgreSQL, one transaction an order, over as many threads as there
 * are connections. It is told what to do by lines on its standard input:
 *
 * <ul>
 *   <li>{@code held N EVENTS}: makes N orders of four held seats, which are not measured, in one
 *       event after the other (1) or in so many events in turn; answers {@code ready}
 *   <li>{@code book MILLIS}: books one order after the other; answers {@code booked N wrong N nanos
 *       N}
 * </ul>
 */
public final class Orders {
  /** Orders of one event, as many as the large hall has room for. */
  static final int IN_AN_EVENT = 20_000;

  private final HikariDataSource pool;
  private final AtomicLong next = new AtomicLong();
  private long made;
  private long first;
  private long firstUnused;
  private int events = 1;

  private Orders(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Runs it until its input ends.
   *
   * @param arguments the JDBC URL, the user and the password
   */
  public static void main(String[] arguments) throws Exception {
    try (HikariDataSource pool = Pools.open(arguments[0], arguments[1], arguments[2])) {
      Orders orders = new Orders(pool);
      System.out.println(Stack.LISTENING + "0");
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        int number = Integer.parseInt(words[1]);
        System.out.println(
            words[0].equals("held")
                ? orders.held(number, Integer.parseInt(words[2]))
                : orders.book(number));
      }
    }
  }

  /** Each time in events of their own. */
  private String held(int orders, int inTurn) throws SQLException {
    events = inTurn;
    first = firstUnused;
    made = orders;
    next.set(0);
    int inAnEvent = inTurn == 1 ? IN_AN_EVENT : Math.ceilDiv(orders, inTurn);
    for (int left = orders; left > 0; left -= inAnEvent) {
      long event = firstUnused++;
      int now = inTurn == 1 ? Math.min(left, inAnEvent) : inAnEvent;
      Pools.transaction(pool, connection -> OrderSql.hold(connection, event, now));
    }
    Pools.transaction(pool, OrderSql::analyze);
    return "ready";
  }

  private record Booked(long done, long wrong) {}

  private String book(long millis) throws IOException {
    long start = System.nanoTime();
    long end = start + millis * 1_000_000;
    long done = 0;
    long wrong = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(Pools.SIZE)) {
      List<Future<Booked>> all = new ArrayList<>();
      for (int thread = 0; thread < Pools.SIZE; thread++) {
        all.add(threads.submit(() -> until(end)));
      }
      for (Future<Booked> each : all) {
        done += each.get().done();
        wrong += each.get().wrong();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IOException(e);
    }
    return "booked %d wrong %d nanos %d".formatted(done, wrong, System.nanoTime() - start);
  }

  private Booked until(long end) throws SQLException {
    long done = 0;
    long wrong = 0;
    while (System.nanoTime() < end) {
      long order = next.getAndIncrement();
      if (order >= made) {
        break;
      }
      long event = first + (events == 1 ? order / IN_AN_EVENT : order % events);
      int number = (int) (events == 1 ? order % IN_AN_EVENT : order / events);
      if (Pools.transaction(pool, connection -> OrderSql.book(connection, event, number))) {
        done++;
      } else {
        wrong++;
      }
    }
    return new Booked(done, wrong);
  }
}
