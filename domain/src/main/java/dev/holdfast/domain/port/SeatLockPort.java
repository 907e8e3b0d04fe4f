package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import java.time.Duration;
import java.util.List;

/**
 * The gate: short-lived locks in front of the ledger, so that the thousands who come too late are
 * refused cheaply and about one caller a seat goes on. It is a filter and never the truth: it may
 * be late, empty or gone, and no answer becomes wrong by it.
 *
 * <p>What it keeps is one entry a seat of an event:
 *
 * <ul>
 *   <li><b>provisional</b>: a token passed and has gone to the ledger; knows no version of its own,
 *       only the newest version the gate had known before (the floor);
 *   <li><b>held</b> by a token, <b>taken</b>, or <b>free</b>: learned from the ledger, with the
 *       ledger's version of that seat.
 * </ul>
 *
 * <p>Every entry lapses by itself after at most {@link #MAX_TTL}, measured by the backend's own
 * clock; only durations are handed over. A seat without an entry counts as free. Calls for one
 * event are atomic against each other. All are safe to repeat: a client library may send one twice.
 *
 * <p>A backend that cannot answer within {@link #PATIENCE} throws {@link GateUnavailable}; it never
 * answers "free" because it does not know. Any thread may call any method at any time.
 *
 * <p>The contract kit {@code SeatLockContract} in this module's test-jar holds every rule (numbered
 * L1, L2, ...); {@code docs/lock-backends.md} walks through bringing a backend of one's own.
 */
public interface SeatLockPort extends AutoCloseable {
  /** No entry lives longer, so whatever the gate has missed heals within this time. */
  Duration MAX_TTL = Duration.ofSeconds(10);

  /** How long a call may take before the caller goes on without the gate. */
  Duration PATIENCE = Duration.ofMillis(50);

  /** Most seats in one call. */
  int MAX_SEATS = 200;

  /**
   * Do all nodes of a deployment see the same entries? A gate that is not shared does not hear of
   * what other nodes change: it is asked only while its node is alone on the store.
   */
  boolean isShared();

  /**
   * Lets a token through to the ledger, or says who stands in the way. All or nothing: only if no
   * seat is held (provisionally or not) by another token or taken does every seat without an entry
   * of this token get a provisional one. An entry of this token that the ledger confirmed stays as
   * it is; a provisional one lives {@code ttl} from now.
   *
   * @param labels 1 to {@link #MAX_SEATS} distinct labels of named seats, any characters
   * @param ttl life of the provisional entries, more than zero, at most {@link #MAX_TTL}
   * @throws IllegalArgumentException when a bound is broken
   * @throws GateUnavailable when the backend cannot answer; entries may or may not have been made
   */
  ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl);

  /**
   * Takes back this token's own provisional entries; touches no entry of another token and none
   * that was learned from the ledger.
   *
   * @param labels 1 to {@link #MAX_SEATS} distinct labels
   * @throws GateUnavailable when the backend cannot answer; the entries then lapse by themselves
   */
  void withdraw(EventId event, HoldToken token, List<String> labels);

  /**
   * Hears the ledger's news. For each seat: news older than what the entry knows changes nothing;
   * news of the same version replaces an entry learned from the ledger but not a provisional one;
   * newer news replaces any. A held seat is remembered for the smaller of {@link #MAX_TTL} and what
   * remains of the hold, a taken or free one for {@link #MAX_TTL}.
   *
   * <p>May return before the news has arrived, as long as a later call of the same process finds it
   * there.
   *
   * @param news 1 to {@link #MAX_SEATS} items, distinct labels
   * @throws GateUnavailable when the backend cannot answer; the gate is then late by at most {@link
   *     #MAX_TTL}
   */
  void learn(EventId event, List<SeatNews> news);

  /**
   * Are calls likely to succeed? Returns if so.
   *
   * @throws GateUnavailable if not
   */
  void check();

  /** Gives back connections. Entries lapse by themselves. */
  @Override
  void close();
}
