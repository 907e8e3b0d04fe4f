package dev.holdfast.http.memory;

import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.SharedReads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Large answers. Whoever asks the same at the same time gets the same bytes, and only a few answers
 * are put together at a time, whatever is asked: what they are made of is many times larger than
 * what they come down to.
 *
 * <p>All methods throw {@link ReservationFailure.Overloaded} when it took too long until it was the
 * caller's turn.
 */
public final class SharedAnswers {
  private static final int UNIT_BYTES = 1024;

  /** Waiting behind a read of the same answer takes no memory, so it may be longer. */
  private static final Duration SHARED_PATIENCE = Duration.ofSeconds(10);

  private final ReadBounds bounds;
  private final Budget turns;
  private final Budget room;
  private final SharedReads<Object, Outcome<PackedJson>> reads;
  private final KeptBytes<Object> kept;

  public SharedAnswers(ReadBounds bounds) {
    this.bounds = bounds;
    this.turns = new Budget(bounds.readsAtOnce(), bounds.patience());
    this.room = new Budget(Math.ceilDiv(bounds.answerBytes(), UNIT_BYTES), bounds.patience());
    this.reads = new SharedReads<>(SHARED_PATIENCE);
    this.kept = new KeptBytes<>(bounds.layoutBytes());
  }

  /**
   * The answer to a question, read after this was called.
   *
   * @param question all that the answer depends on, compared by {@code equals}
   * @param read reads the answer and compresses it
   * @return the caller's own to close
   */
  public Outcome<PackedJson> answer(Object question, Supplier<Outcome<Compressed>> read) {
    AtomicBoolean readHere = new AtomicBoolean();
    Outcome<PackedJson> answer =
        reads.read(
            question,
            () -> {
              readHere.set(true);
              return inTurn(read).map(this::packed);
            });
    if (!readHere.get()
        && answer instanceof Outcome.Accepted<PackedJson>(PackedJson packed)
        && !packed.join()) {
      throw full();
    }
    return answer;
  }

  private <T> T inTurn(Supplier<T> read) {
    try (Budget.Share _ = turns.take(1).orElseThrow(this::full)) {
      return read.get();
    }
  }

  /**
   * What never changes and has this name, kept for the next who asks; made if it is not there.
   *
   * @param name all that it depends on, compared by {@code equals}
   */
  public byte[] kept(Object name, Supplier<byte[]> make) {
    return kept.get(name, make);
  }

  /** An answer that is nobody else's, as the caller's own to close. */
  public PackedJson packed(Compressed compressed) {
    return PackedJson.of(compressed, room, bounds.sending()).orElseThrow(this::full);
  }

  private ReservationFailure full() {
    return new ReservationFailure.Overloaded(
        "too many large answers are under way", bounds.patience(), null);
  }
}
