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
 *   <li>{@code held N}: makes N orders of four held seats, which are not measured; answers {@code
 *       ready}
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
        long number = Long.parseLong(words[1]);
        System.out.println(words[0].equals("held") ? orders.held(number) : orders.book(number));
      }
    }
  }

  /** Each time in events of their own. */
  private String held(long orders) throws SQLException {
    made = Math.ceilDiv(Math.max(made, next.get()), IN_AN_EVENT) * (long) IN_AN_EVENT;
    next.set(made);
    for (long left = orders; left > 0; left -= IN_AN_EVENT) {
      long event = made / IN_AN_EVENT;
      int now = (int) Math.min(left, IN_AN_EVENT);
      Pools.transaction(pool, connection -> OrderSql.hold(connection, event, now));
      made += now;
    }
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
      long event = order / IN_AN_EVENT;
      int number = (int) (order % IN_AN_EVENT);
      if (Pools.transaction(pool, connection -> OrderSql.book(connection, event, number))) {
        done++;
      } else {
        wrong++;
      }
    }
    return new Booked(done, wrong);
  }
}
