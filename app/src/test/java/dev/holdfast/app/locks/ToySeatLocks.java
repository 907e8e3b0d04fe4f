package dev.holdfast.app.locks;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockBounds;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The gate on a {@link ToyLockServer}. */
final class ToySeatLocks implements SeatLockPort {
  private final ToyLockServer server;
  private volatile boolean closed;

  ToySeatLocks(ToyLockServer server) {
    this.server = server;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl) {
    SeatLockBounds.checkClaim(token, labels, ttl);
    return atomically(rows -> {
      List<BlockedSeat> blocked = blocked(rows, event, token, labels);
      if (!blocked.isEmpty()) {
        return new ClaimAnswer.Blocked(blocked);
      }
      for (String label : labels) {
        rows.compute(key(event, label), (_, before) -> entered(before, token, ttl));
      }
      return new ClaimAnswer.Passed();
    });
  }

  private static List<BlockedSeat> blocked(
      Map<String, ToyRow> rows, EventId event, HoldToken token, List<String> labels) {
    List<BlockedSeat> blocked = new ArrayList<>();
    for (String label : labels) {
      ToyRow row = rows.get(key(event, label));
      if (row != null && row.blocks(token)) {
        blocked.add(new BlockedSeat(label, row.kind() == ToyRow.Kind.TAKEN, row.version()));
      }
    }
    return blocked;
  }

  private ToyRow entered(@Nullable ToyRow before, HoldToken token, Duration ttl) {
    if (before != null && before.kind() == ToyRow.Kind.HELD) {
      return before;
    }
    long floor = before == null ? 0 : before.version();
    return new ToyRow(ToyRow.Kind.PROVISIONAL, token.value(), floor, end(ttl));
  }

  @Override
  public void withdraw(EventId event, HoldToken token, List<String> labels) {
    SeatLockBounds.checkOwn(token, labels);
    atomically(rows -> {
      for (String label : labels) {
        rows.computeIfPresent(
            key(event, label), (_, row) -> row.isProvisionalOf(token) ? null : row);
      }
      return rows;
    });
  }

  @Override
  public void learn(EventId event, List<SeatNews> news) {
    SeatLockBounds.checkNews(news);
    atomically(rows -> {
      for (SeatNews item : news) {
        rows.merge(key(event, item.label()), row(item), ToySeatLocks::newer);
      }
      return rows;
    });
  }

  /** A provisional row yields to newer news only; any other to news of its version as well. */
  private static ToyRow newer(ToyRow known, ToyRow news) {
    boolean isNewer = news.version() > known.version();
    boolean isSame = news.version() == known.version();
    return isNewer || (isSame && known.kind() != ToyRow.Kind.PROVISIONAL) ? news : known;
  }

  private ToyRow row(SeatNews news) {
    return switch (news) {
      case SeatNews.NowFree it -> new ToyRow(ToyRow.Kind.FREE, "", it.version(), end(MAX_TTL));
      case SeatNews.NowTaken it -> new ToyRow(ToyRow.Kind.TAKEN, "", it.version(), end(MAX_TTL));
      case SeatNews.NowHeld it ->
          new ToyRow(ToyRow.Kind.HELD, it.token().value(), it.version(), end(it.remaining()));
    };
  }

  /** Only durations come from Holdfast; instants are the server's own. */
  private long end(Duration life) {
    Duration capped = life.compareTo(MAX_TTL) < 0 ? life : MAX_TTL;
    return server.millis() + Math.max(1, capped.toMillis());
  }

  /** The number has no colon, so no label can look like another event's. */
  private static String key(EventId event, String label) {
    return event.value() + ":" + label;
  }

  @Override
  public void check() {
    atomically(rows -> rows);
  }

  private <T> T atomically(Function<Map<String, ToyRow>, T> work) {
    if (closed) {
      throw new GateUnavailable("closed", null);
    }
    try {
      return server.atomically(work);
    } catch (IOException e) {
      throw new GateUnavailable("the toy server does not answer", e);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
