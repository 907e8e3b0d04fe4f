package dev.holdfast.http.load;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.KeyKind;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * How many requests a second each key may send to this node. A bucket of one second's requests, so
 * that a burst of as many passes at once; it fills evenly.
 */
public final class RequestRates {
  /** A bucket that was left alone for so long is full again, and need not be kept. */
  private static final Duration FULL = Duration.ofSeconds(1);

  private final RateLimits limits;
  private final TimeMeter meter;
  private final Cache<Long, Bucket> buckets;

  /** Full buckets. */
  public RequestRates(RateLimits limits, TimeSource time) {
    this.limits = limits;
    this.meter = new Nanos(time);
    this.buckets =
        Caffeine.newBuilder().ticker(time::nanos).expireAfterAccess(FULL.multipliedBy(2)).build();
  }

  /** Bucket4j's idea of a clock. */
  private record Nanos(TimeSource time) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return time.nanos();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  /** Counts a request; how long to wait before the next when it is one too many. */
  public Optional<Duration> tooSoon(ApiKey key) {
    int limit = key.kind() == KeyKind.PUBLIC ? limits.publicKey() : limits.secretKey();
    if (limit == RateLimits.NONE) {
      return Optional.empty();
    }
    Bucket bucket = buckets.get(key.id(), _ -> full(limit));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket full(int limit) {
    return Bucket.builder()
        .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, FULL))
        .withCustomTimePrecision(meter)
        .build();
  }
}
