package dev.holdfast.http.load;

import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.FixedLimit;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Route;
import io.javalin.http.HandlerType;
import java.util.Optional;

/**
 * Lets in as many requests at a time as are answered soon, and refuses the rest at once. How many
 * that are is learned from how long answers take, see {@link AnsweredSoonLimit}.
 *
 * <p>A request that waits is worth less every second, to its caller and to those behind it: he asks
 * again, and both are worked on. Whoever is refused at once can be told when to come back.
 */
public final class Admission {
  /** Let in whatever happens: whether a server lives is asked when it is in trouble. */
  private static final Turn ALWAYS = () -> {};

  private final SimpleLimiter<Void> reads;
  private final SimpleLimiter<Void> changes;
  private final SimpleLimiter<Void> layouts;

  /** An admission to an empty house. */
  public Admission(AdmissionBounds bounds, TimeSource time) {
    this.reads = learning(bounds, time);
    this.changes = learning(bounds, time);
    this.layouts = limiter(SimpleLimiter.newBuilder().limit(FixedLimit.of(bounds.layouts())), time);
  }

  /** A request that was let in. Closed once, when its answer is there. */
  @FunctionalInterface
  public interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private static SimpleLimiter<Void> learning(AdmissionBounds bounds, TimeSource time) {
    return limiter(SimpleLimiter.newBuilder().limit(new AnsweredSoonLimit(bounds)), time);
  }

  private static SimpleLimiter<Void> limiter(SimpleLimiter.Builder builder, TimeSource time) {
    return builder.nanoClock(time::nanos).build();
  }

  /**
   * Whether a request would most likely be refused now. To be asked before anything is done for it:
   * in a crowd, what refusals cost is taken from those who are let in.
   *
   * @param looks whether it only looks, as far as its method tells
   * @param coming others that were told so, and have not come in yet
   */
  public boolean isCrowded(boolean looks, int coming) {
    SimpleLimiter<Void> limiter = looks ? reads : changes;
    return limiter.getInflight() + coming >= limiter.getLimit();
  }

  /** Lets a request in, unless too many are. Its time begins here. */
  public Optional<Turn> enter(Route route) {
    Optional<SimpleLimiter<Void>> limiter = limiterOf(route);
    if (limiter.isEmpty()) {
      return Optional.of(ALWAYS);
    }
    return limiter.get().acquire(null).map(Admission::turn);
  }

  private static Turn turn(Limiter.Listener listener) {
    return listener::onSuccess;
  }

  private Optional<SimpleLimiter<Void>> limiterOf(Route route) {
    if (route.access() == Access.OPEN) {
      return Optional.empty();
    }
    if (route.wholeLayout()) {
      return Optional.of(layouts);
    }
    return Optional.of(route.method().equals(HandlerType.GET) ? reads : changes);
  }
}
