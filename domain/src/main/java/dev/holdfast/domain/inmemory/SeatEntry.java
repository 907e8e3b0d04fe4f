package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the gate remembers of one seat. */
sealed interface SeatEntry {
  /** The newest version the gate knows of the seat, 0 if none. */
  long version();

  /** When the entry lapses, on the clock of {@code TimeSource.nanos()}. */
  long until();

  /** A token went on to the ledger; {@code version} is only what had been known before. */
  record Provisional(HoldToken token, long version, long until) implements SeatEntry {}

  /** Held, says the ledger. */
  record Held(HoldToken token, long version, long until) implements SeatEntry {}

  /** Taken, says the ledger. */
  record Taken(long version, long until) implements SeatEntry {}

  /** Free, says the ledger; kept so that older news is known to be older. */
  record Free(long version, long until) implements SeatEntry {}

  /** At the very end of its life an entry is over. The difference, because nanoseconds wrap. */
  default boolean isLive(long now) {
    return until() - now > 0;
  }

  /** Does it keep the token from passing? */
  default boolean blocks(HoldToken claimant) {
    return switch (this) {
      case Provisional(HoldToken token, _, _) -> !token.equals(claimant);
      case Held(HoldToken token, _, _) -> !token.equals(claimant);
      case Taken _ -> true;
      case Free _ -> false;
    };
  }

  /** The entry after a claim that passed; {@code before} is null where there was none. */
  static SeatEntry claimed(@Nullable SeatEntry before, HoldToken claimant, long until) {
    return switch (before) {
      case null -> new Provisional(claimant, 0, until);
      case Provisional own -> new Provisional(claimant, own.version(), until);
      case Free free -> new Provisional(claimant, free.version(), until);
      case Held own -> own;
      case Taken _ -> throw new IllegalStateException("no claim passes a taken seat");
    };
  }

  /** Is it news to this entry? Of the same version, only where the ledger had spoken before. */
  default boolean yieldsTo(SeatNews news) {
    return this instanceof Provisional ? news.version() > version() : news.version() >= version();
  }

  /** The entry that news makes. */
  static SeatEntry learned(SeatNews news, long now) {
    long end = now + SeatLockPort.MAX_TTL.toNanos();
    return switch (news) {
      case SeatNews.NowFree free -> new Free(free.version(), end);
      case SeatNews.NowTaken taken -> new Taken(taken.version(), end);
      case SeatNews.NowHeld held ->
          new Held(held.token(), held.version(), now + capped(held.remaining()).toNanos());
    };
  }

  /** Capped before it is turned into nanoseconds: a hold of centuries does not fit. */
  private static Duration capped(Duration remaining) {
    return remaining.compareTo(SeatLockPort.MAX_TTL) < 0 ? remaining : SeatLockPort.MAX_TTL;
  }
}
