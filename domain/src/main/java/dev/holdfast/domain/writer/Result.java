package dev.holdfast.domain.writer;

import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.refusal.Outcome;
import java.util.List;

/** What the writer made of a command. */
public sealed interface Result<A> {
  /**
   * Decided, and durable if it changed anything.
   *
   * @param news what the gate should know of the seats the command named
   * @param asOf monotonic nanoseconds of a moment shortly before the news were true: what remains
   *     of a hold shrinks from then on
   */
  record Decided<A>(Outcome<A> outcome, List<SeatNews> news, long asOf) implements Result<A> {
    public Decided {
      news = List.copyOf(news);
    }
  }

  /** Not decided: the event sells by another layout or other rules than it was checked against. */
  record SaleMoved<A>(SoldBy soldBy) implements Result<A> {}

  /** Not decided: its idempotency key is known. */
  record Repeated<A>(Repeat repeat) implements Result<A> {}

  /** Not decided: the event is busy, and the command does not wait. */
  record Left<A>() implements Result<A> {}
}
