package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.simulation.Asked.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One request to one node, and what its sender may conclude from what he hears. */
final class Asking {
  private final World world;
  private int asked;
  private boolean looking;

  Asking(World world) {
    this.world = world;
  }

  /** How often somebody asked for something. */
  int asked() {
    return asked;
  }

  /** Asks, and has the auditors compare. */
  Asked ask(Node node, Sent sent) {
    Sent read = sent;
    if (sent.reads()) {
      try {
        read = read(node, sent);
      } catch (NodeCrash | StoreFailure.Unavailable e) {
        world.say(() -> "not answered, before anything is done: " + Words.of(sent.request()));
        return new Asked(++asked, sent);
      }
    }
    return perform(node, read);
  }

  /** Whatever is there is found, or cannot be looked for. */
  private Sent read(Node node, Sent sent) {
    boolean letIn = node.front.letsIn();
    Map<String, Event> found = new HashMap<>();
    List<Event> events = new Asked(0, sent).events();
    events.forEach(event -> node.front.read(event).ifPresent(read -> found.put(event.key(), read)));
    if (!letIn || !events.stream().allMatch(event -> found.containsKey(event.key()))) {
      world.auditor.guard(() -> {
        throw new AssertionError("not there, it was said: " + Words.of(sent.request()));
      });
    }
    return sent.of(event -> found.getOrDefault(event.key(), event));
  }

  private Asked perform(Node node, Sent sent) {
    Asked mine = new Asked(++asked, sent);
    boolean isLook = sent.request() instanceof Asked.ToLook;
    if (isLook && looking) {
      return mine;
    }
    world.say(() -> node + " is asked " + mine.id + ": " + Words.of(sent));
    mine.read = mine.event().flatMap(world.house::known).orElse(null);
    world.auditor.begin(mine);
    world.promises.begin(mine);
    world.serves(node);
    looking |= isLook;
    try {
      answer(node, mine, sent.looks());
    } finally {
      looking &= !isLook;
    }
    heard(mine);
    mine.conclude();
    world.auditor.end(mine);
    world.auditor.guard(() -> world.promises.end(mine));
    world.say(() -> "told: " + mine);
    return mine;
  }

  private void answer(Node node, Asked mine, boolean looks) {
    Effect effect = Effect.UNKNOWN;
    try {
      Outcome<?> outcome = node.front.serve(mine, looks);
      if (node.isAlive()) {
        mine.outcome = outcome;
        mine.told = outcome;
        effect = effect(mine.request, outcome);
      }
    } catch (NodeCrash | ReservationFailure.OutcomeUnknown | StoreFailure.CommitUnknown _) {
      effect = Effect.UNKNOWN;
    } catch (ReservationFailure.Overloaded | StoreFailure.Unavailable _) {
      effect = node.isAlive() ? Effect.NONE : Effect.UNKNOWN;
    } catch (RuntimeException e) {
      if (e instanceof ReservationFailure.Broken && Extras.isRefused(mine.request)) {
        effect = node.isAlive() ? Effect.NONE : Effect.UNKNOWN;
      } else if (node.isAlive()) {
        world.auditor.guard(() -> {
          throw new AssertionError("nobody may be told this: " + mine + ": " + e + cause(e), e);
        });
      }
    }
    mine.effect = effect;
  }

  /**
   * Who hears what another was answered learns that nothing was done for himself; except that two
   * may end a token together.
   */
  private static Effect effect(Asked.Request request, Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<?> _ -> Effect.DONE;
      case Outcome.Repeated<?>(Repeat repeat)
          when request instanceof Asked.ToExpire && !(repeat instanceof Repeat.OtherRequest) ->
          Effect.UNKNOWN;
      case Outcome.Repeated<?> _, Outcome.Refused<?> _ -> Effect.NONE;
    };
  }

  private static String cause(RuntimeException e) {
    return e.getCause() == null ? "" : " by " + e.getCause();
  }

  /** Whoever is given a token may use it, also if it was given to his first try. */
  private void heard(Asked mine) {
    Asked first =
        mine.outcome instanceof Outcome.Repeated<?>(Repeat.Answered(var answer))
            ? world.promises.answered(answer.text()).orElse(mine)
            : mine;
    if (first.effect == Effect.DONE) {
      first.opens().ifPresent(world.buyers.letters::keep);
    }
  }
}
