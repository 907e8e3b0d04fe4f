package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.StatusChange;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A request on its way to a node.
 *
 * @param keyed empty when its sender does not mind having it carried out twice
 * @param reads whether the node reads the event, and who asks, before it does anything; else it
 *     knows them from before
 * @param looks whether the node finds what is known under the key; else it has looked long ago,
 *     when nothing was
 */
record Sent(Asked.Request request, Optional<Keyed> keyed, boolean reads, boolean looks) {
  /** Just this, of an event that is known, under no key. */
  static Sent plain(Asked.Request request) {
    return new Sent(request, Optional.empty(), false, true);
  }

  /** The same with another way through the node. */
  Sent through(boolean newReads, boolean newLooks) {
    return new Sent(request, keyed, newReads, newLooks);
  }

  /**
   * The same text once more: it names the event, which may be another by now, and it is the node
   * that makes up a new token.
   */
  Sent again(UnaryOperator<Event> now, Supplier<HoldToken> fresh) {
    return new Sent(again(request, now, fresh), keyed, reads, looks);
  }

  private static Asked.Request again(
      Asked.Request request, UnaryOperator<Event> now, Supplier<HoldToken> fresh) {
    return switch (request) {
      case Asked.ToHold(Event event, HoldRequest hold) when hold.newToken() ->
          new Asked.ToHold(
              now.apply(event),
              new HoldRequest(fresh.get(), hold.items(), hold.ttl(), hold.extraData(), true));
      case Asked.ToHold(Event event, HoldRequest hold) -> new Asked.ToHold(now.apply(event), hold);
      case Asked.ToExtend(Event event, var extend) -> new Asked.ToExtend(now.apply(event), extend);
      case Asked.ToBook(Event event, var book) -> new Asked.ToBook(now.apply(event), book);
      case Asked.ToRelease(Event event, var release) ->
          new Asked.ToRelease(now.apply(event), release);
      case Asked.ToChange(Event event, var change) -> new Asked.ToChange(now.apply(event), change);
      case Asked.ToChoose(Event event, var best) -> new Asked.ToChoose(now.apply(event), best);
      case Asked.ToStep(var changes) ->
          new Asked.ToStep(
              changes.stream()
                  .map(each -> new StatusChange(now.apply(each.event()), each.request()))
                  .toList());
      case Asked.ToExpire expire -> expire;
      case Asked.ToLook(Event event) -> new Asked.ToLook(now.apply(event));
    };
  }

  /** The same of the events as the node has just read them. */
  Sent of(UnaryOperator<Event> read) {
    return new Sent(again(request, read, () -> token().orElseThrow()), keyed, reads, looks);
  }

  private Optional<HoldToken> token() {
    return request instanceof Asked.ToHold(var _, HoldRequest hold)
        ? Optional.of(hold.token())
        : Optional.empty();
  }

  boolean opensToken() {
    return request instanceof Asked.ToHold(var _, HoldRequest hold) && hold.newToken();
  }
}
