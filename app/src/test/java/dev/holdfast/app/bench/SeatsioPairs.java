package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.RequestBytes;
import dev.holdfast.app.bench.load.Workload;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Holds a seat, then books it, through seats.io's dialect. */
final class SeatsioPairs implements Workload {
  private static final int DONE = 200;
  private static final int NONE = -1;

  private final SeatsioDesk service;
  private final Stock stock;
  private final @Nullable Desk[] events;
  private final int[] held;
  private final int[] asked;

  SeatsioPairs(SeatsioDesk service, Stock stock, int connections) {
    this.service = service;
    this.stock = stock;
    events = new Desk[connections];
    held = new int[connections];
    asked = new int[connections];
    Arrays.fill(held, NONE);
  }

  @Override
  public int next(int connection, RequestBytes request) {
    Desk event = events[connection];
    if (held[connection] != NONE && event != null) {
      service.book(request, event, held[connection], connection);
      return DONE;
    }
    asked[connection] = stock.take(1);
    if (asked[connection] < 0) {
      return NOTHING;
    }
    events[connection] = stock.desk();
    service.hold(request, stock.desk(), asked[connection], connection);
    return DONE;
  }

  @Override
  public void answered(int connection, boolean asExpected) {
    boolean holds = asExpected && held[connection] == NONE;
    held[connection] = holds ? asked[connection] : NONE;
  }
}
