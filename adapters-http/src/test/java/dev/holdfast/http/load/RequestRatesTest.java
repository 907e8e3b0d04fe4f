package dev.holdfast.http.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.inmemory.HandClock;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RequestRatesTest {
  private static final Optional<Duration> FINE = Optional.empty();

  private final HandClock clock = new HandClock(1);

  private static ApiKey key(long id, KeyKind kind) {
    Workspace opera =
        new Workspace(new WorkspaceId(1), new CompanyId(1), "ws", "Opera", false, true, true);
    return new ApiKey(id, kind, opera, "last", Instant.EPOCH);
  }

  private static final ApiKey BROWSER = key(1, KeyKind.PUBLIC);
  private static final ApiKey BACK_END = key(2, KeyKind.SECRET);

  private static int passed(RequestRates rates, ApiKey key) {
    int passed = 0;
    while (rates.tooSoon(key).isEmpty()) {
      passed++;
    }
    return passed;
  }

  @Test
  void a_second_of_requests_passes_at_once_and_then_one_after_the_other() {
    RequestRates rates = new RequestRates(new RateLimits(10, 1_000), clock);
    assertEquals(10, passed(rates, BROWSER));
    assertEquals(Optional.of(Duration.ofMillis(100)), rates.tooSoon(BROWSER));
    clock.advance(Duration.ofMillis(100));
    assertEquals(1, passed(rates, BROWSER));
    clock.advance(Duration.ofMillis(500));
    assertEquals(5, passed(rates, BROWSER));
    clock.advance(Duration.ofHours(1));
    assertEquals(10, passed(rates, BROWSER));
  }

  @Test
  void each_key_is_counted_by_itself_and_by_its_kind() {
    RequestRates rates = new RequestRates(new RateLimits(1, 20), clock);
    assertEquals(20, passed(rates, BACK_END));
    assertEquals(1, passed(rates, BROWSER));
    assertEquals(1, passed(rates, key(3, KeyKind.PUBLIC)));
  }

  @Test
  void no_key_is_limited_unless_somebody_wants_it() {
    RequestRates rates = new RequestRates(RateLimits.OFF, clock);
    for (int request = 0; request < 10_000; request++) {
      assertEquals(FINE, rates.tooSoon(BROWSER));
      assertEquals(FINE, rates.tooSoon(BACK_END));
    }
  }
}
