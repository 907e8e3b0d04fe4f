package dev.holdfast.app.rehearsal;

import java.time.Duration;
import java.util.function.Supplier;

/** Asks for one thing, and waits as long as the service says before asking again. */
final class Asking {
  /** So often a buyer lets himself be told to come back. */
  private static final int MOST_WAITS = 5;

  private static final Duration UNLESS_TOLD = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Scene scene;

  Asking(Scene scene) {
    this.scene = scene;
  }

  /**
   * The last answer.
   *
   * @param sure whether none before may have been lost on its way
   */
  record Last(Reply reply, boolean sure) {}

  /** What was perhaps done is not asked again. */
  Reply once(Act act, long due, Supplier<Reply> call) {
    return ask(act, due, false, call).reply();
  }

  /** A request under an idempotency key is asked again when its answer was lost, as well. */
  Last again(Act act, long due, Supplier<Reply> call) {
    return ask(act, due, true, call);
  }

  private Last ask(Act act, long due, boolean repeatable, Supplier<Reply> call) {
    scene.board().due(due);
    boolean sure = true;
    Reply reply = call.get();
    for (int wait = 0; wait < MOST_WAITS && mayBeAsked(reply, repeatable); wait++) {
      count(reply, due);
      sure &= !reply.unknown();
      Duration told = reply.pause().isZero() ? UNLESS_TOLD : reply.pause();
      Duration longest = told.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : told;
      if (!scene.sleepUntil(scene.now() + longest.toNanos())) {
        break;
      }
      reply = call.get();
    }
    count(reply, due);
    long now = scene.now();
    scene.board().answered(act, due, now);
    if (!reply.comeBack() && !reply.unknown()) {
      scene.board().count(Mark.ANSWERED, now, 1);
    }
    return new Last(reply, sure && !reply.unknown());
  }

  /** A 409 that tells when to come back says that the same request is still being carried out. */
  private static boolean mayBeAsked(Reply reply, boolean repeatable) {
    boolean underWay = reply.status() == 409 && !reply.pause().isZero();
    return reply.comeBack() || (repeatable && (reply.unknown() || underWay));
  }

  private void count(Reply reply, long due) {
    switch (reply.status()) {
      case 200, 304, 409 -> {}
      case 503 -> scene.board().count(Mark.REFUSED, due, 1);
      case 429 -> scene.board().count(Mark.LIMITED, due, 1);
      default -> scene.board().count(Mark.LOST, due, 1);
    }
  }
}
