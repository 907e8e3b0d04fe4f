package dev.holdfast.domain.reservation;

import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether this node is alone on its store: only then does a gate that other nodes do not see know
 * all that has happened. It must be renewed again and again; what it says lapses by itself.
 *
 * <p>A node that finds others waits {@link #ARRIVAL} before it serves anybody. Until then every
 * other node has either counted it or stopped to believe that it is alone, because that lasts no
 * longer than {@link #LEASE}. A node frozen for longer than {@link NodeRegistryPort#LIFE} may
 * change seats behind the back of the others once it goes on; their gates are then late, as gates
 * may be (I11), and no answer of the ledger is concerned.
 */
public final class Membership {
  /** How often it is to be renewed. */
  public static final Duration EVERY = Duration.ofMillis(500);

  /** How long one renewal is good for: several may fail before the gate is left out. */
  public static final Duration LEASE = Duration.ofSeconds(3);

  /** How long a node that finds others waits before it serves: longer than any lease lasts. */
  public static final Duration ARRIVAL = LEASE.plusMillis(500);

  private final NodeRegistryPort registry;
  private final NodeId self;
  private final TimeSource time;
  private volatile @Nullable Solitude solitude;
  private volatile boolean hadCompany;

  /**
   * On monotonic nanoseconds.
   *
   * @param from since when all changes went through this node, or are forgotten by every gate
   * @param renewed when the store was last asked and knew of no other
   */
  private record Solitude(long from, long renewed) {}

  /** A node that has not looked around yet. */
  public Membership(NodeRegistryPort registry, NodeId self, TimeSource time) {
    this.registry = registry;
    this.self = self;
    this.time = time;
  }

  /**
   * Joins the others, if there are any; returns when this node may serve.
   *
   * @param pause lets time pass
   */
  public void join(Consumer<Duration> pause) {
    // Twice: of two nodes that join at once, the second look of at least one finds the other.
    renew();
    if (renew() > 0) {
      pause.accept(ARRIVAL);
    }
  }

  /**
   * Looks around once more. Not to be called by several threads at once.
   *
   * @return how many others there are
   */
  public int renew() {
    long asked = time.nanos();
    int others = registry.renew(self);
    if (others > 0) {
      solitude = null;
      hadCompany = true;
    } else {
      solitude = new Solitude(begin(asked), asked);
    }
    return others;
  }

  private long begin(long asked) {
    Solitude before = solitude;
    if (before != null && asked - before.renewed < NodeRegistryPort.LIFE.toNanos()) {
      // Whoever came meanwhile would still be counted.
      return before.from;
    }
    // What others changed may be unknown to this node's gate until its entries have lapsed.
    return before == null && !hadCompany ? asked : time.nanos() + SeatLockPort.MAX_TTL.toNanos();
  }

  /** Whether nobody else has changed anything that an entry of this node's gate tells of. */
  public boolean isAlone() {
    Solitude now = solitude;
    if (now == null) {
      return false;
    }
    long nanos = time.nanos();
    return nanos - now.from >= 0 && nanos - now.renewed < LEASE.toNanos();
  }
}
