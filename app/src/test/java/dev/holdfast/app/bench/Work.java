package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.RequestBytes;
import dev.holdfast.app.bench.load.Workload;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The workloads that are measured. */
final class Work {
  private static final int DONE = 200;
  private static final int CONFLICT = 409;

  private Work() {}

  /** Seats that were held, to be booked. */
  record Order(Desk desk, int first, int seats, long token) {}

  /** Holds seats that nobody has, so many a call. */
  static Workload holds(Stock stock, int seats) {
    return (_, request) -> {
      int first = stock.take(seats);
      if (first < 0) {
        return Workload.NOTHING;
      }
      stock.desk().hold(request, first, seats, Tokens.next());
      return DONE;
    };
  }

  /** Holds one seat of each event in turn. */
  static Workload holdsInTurn(List<Desk> desks, int seatsPerEvent) {
    long[] sent = {0};
    return (_, request) -> {
      int event = (int) (sent[0] % desks.size());
      int seat = (int) (sent[0]++ / desks.size());
      if (seat >= seatsPerEvent) {
        return Workload.NOTHING;
      }
      desks.get(event).hold(request, seat, 1, Tokens.next());
      return DONE;
    };
  }

  /** One request in so many holds a free seat; the others ask for one that somebody else holds. */
  static Workload rush(Stock stock, Desk held, int heldSeats, int oneIn) {
    int[] sent = {0};
    return (_, request) -> {
      sent[0]++;
      if (sent[0] % oneIn != 0) {
        held.hold(request, sent[0] % heldSeats, 1, Tokens.next());
        return CONFLICT;
      }
      int seat = stock.take(1);
      if (seat < 0) {
        return Workload.NOTHING;
      }
      stock.desk().hold(request, seat, 1, Tokens.next());
      return DONE;
    };
  }

  /** The same request again and again. */
  static Workload again(byte[] whole, int expected) {
    return (_, request) -> {
      request.whole(whole);
      return expected;
    };
  }

  /** Books what was held, one order a call. */
  static Workload books(Deque<Order> orders) {
    return (_, request) -> {
      Order order = orders.poll();
      if (order == null) {
        return Workload.NOTHING;
      }
      order.desk().book(request, order.first(), order.seats(), order.token());
      return DONE;
    };
  }

  /** Another workload, but so many requests a second are those of a second one. */
  static Workload mixed(Workload most, Workload few, int perSecond) {
    long start = System.nanoTime();
    long[] sent = {0};
    return (connection, request) -> {
      if ((System.nanoTime() - start) * perSecond < sent[0] * 1_000_000_000L) {
        return most.next(connection, request);
      }
      sent[0]++;
      int expected = few.next(connection, request);
      return expected == Workload.NOTHING ? most.next(connection, request) : expected;
    };
  }

  /** Holds seats and keeps in mind what was held. */
  static final class Holding implements Workload {
    private final Stock stock;
    private final int seats;
    private final int most;
    private final Order[] asked;
    private final Deque<Order> held = new ArrayDeque<>();
    private int sent;

    Holding(Stock stock, int seats, int most, int connections) {
      this.stock = stock;
      this.seats = seats;
      this.most = most;
      asked = new Order[connections];
    }

    Deque<Order> held() {
      return held;
    }

    @Override
    public int next(int connection, RequestBytes request) {
      int first = sent == most ? -1 : stock.take(seats);
      if (first < 0) {
        return NOTHING;
      }
      sent++;
      asked[connection] = new Order(stock.desk(), first, seats, Tokens.next());
      stock.desk().hold(request, first, seats, asked[connection].token());
      return DONE;
    }

    @Override
    public void answered(int connection, boolean asExpected) {
      if (asExpected) {
        held.add(asked[connection]);
      }
    }
  }

  /** Holds a seat, then books it. */
  static final class HoldingAndBooking implements Workload {
    private final Stock stock;
    private final Order[] asked;
    private final boolean[] holds;

    HoldingAndBooking(Stock stock, int connections) {
      this.stock = stock;
      asked = new Order[connections];
      holds = new boolean[connections];
      Arrays.fill(holds, false);
    }

    @Override
    public int next(int connection, RequestBytes request) {
      if (holds[connection]) {
        Order order = asked[connection];
        order.desk().book(request, order.first(), 1, order.token());
        return DONE;
      }
      int seat = stock.take(1);
      if (seat < 0) {
        return NOTHING;
      }
      asked[connection] = new Order(stock.desk(), seat, 1, Tokens.next());
      stock.desk().hold(request, seat, 1, asked[connection].token());
      return DONE;
    }

    @Override
    public void answered(int connection, boolean asExpected) {
      holds[connection] = asExpected && !holds[connection];
    }
  }
}
