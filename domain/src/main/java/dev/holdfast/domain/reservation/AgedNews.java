package dev.holdfast.domain.reservation;

import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.Optional;

/** What becomes of the ledger's news on their way to the gate. */
final class AgedNews {
  private AgedNews() {}

  /**
   * The same news so much later. A hold is believed no longer than if it had been told at once. Of
   * what is too old to keep anybody away, so much is left: whatever the gate knew before it is
   * over, and who comes now is to ask the ledger. Empty where the gate can have known nothing
   * before it.
   *
   * @param age for how long they have been true
   * @param sales how long a sale may have been true; the seat may be released any moment
   */
  static Optional<SeatNews> of(SeatNews news, Duration age, Duration sales) {
    return switch (news) {
      case SeatNews.NowHeld(var label, var version, var token, var remaining) -> {
        Duration life =
            SeatLockPort.MAX_TTL.compareTo(remaining) < 0 ? SeatLockPort.MAX_TTL : remaining;
        Duration left = life.minus(age);
        yield left.isPositive()
            ? Optional.of(new SeatNews.NowHeld(label, version, token, left))
            : before(news);
      }
      case SeatNews.NowTaken _ when age.compareTo(sales) > 0 -> before(news);
      case SeatNews.NowFree _, SeatNews.NowTaken _ -> Optional.of(news);
    };
  }

  /** Leaves alone what the gate has heard of that version, or of a later one, from others. */
  private static Optional<SeatNews> before(SeatNews news) {
    return news.version() > 1
        ? Optional.of(new SeatNews.NowFree(news.label(), news.version() - 1))
        : Optional.empty();
  }
}
