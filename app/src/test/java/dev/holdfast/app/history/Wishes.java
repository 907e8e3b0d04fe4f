package dev.holdfast.app.history;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who asked for what with one seat, and whether it can have been done. */
final class Wishes {
  private record Wish(Deed deed, String token) {}

  private record Done(Deed deed, long version) {}

  private final Map<Wish, Deque<Call>> unknown = new HashMap<>();
  private final Map<Done, Call> done = new HashMap<>();
  private final Set<Wish> turnedAway = new HashSet<>();
  private int count;

  Wishes(List<Call> asked, List<Seen> seen) {
    asked.stream()
        .sorted(Comparator.comparingLong(Call::start))
        .forEach(call -> {
          Wish wish = new Wish(call.deed(), call.token());
          switch (call.result()) {
            case UNKNOWN -> {
              unknown.computeIfAbsent(wish, _ -> new ArrayDeque<>()).add(call);
              count++;
            }
            case NOTHING, REFUSED -> turnedAway.add(wish);
            case DONE -> {}
          }
        });
    seen.stream()
        .filter(Seen::wrote)
        .forEach(
            each -> done.put(new Done(each.call().deed(), each.sight().version()), each.call()));
  }

  /** How many calls have no answer. */
  int unknown() {
    return count;
  }

  /** Whether some call that did this may still be without an answer. */
  boolean mayHave(Deed deed, String token) {
    return unknown.containsKey(new Wish(deed, token));
  }

  /** The call that was answered as having made this version. */
  Optional<Call> done(Deed deed, long version) {
    return Optional.ofNullable(done.get(new Done(deed, version)));
  }

  /** The change of status that made this version. */
  Optional<Call> changed(long version) {
    return Stream.of(Deed.RESERVE, Deed.TAKE, Deed.FREE)
        .flatMap(deed -> done(deed, version).stream())
        .findFirst();
  }

  /**
   * Uses up a call without an answer that may have done this.
   *
   * @param by when its effect was seen
   */
  Optional<Call> take(Deed deed, String token, long by) {
    Deque<Call> calls = unknown.get(new Wish(deed, token));
    if (calls == null || calls.isEmpty() || calls.getFirst().start() > by) {
      return Optional.empty();
    }
    return Optional.of(calls.removeFirst());
  }

  /** Whether somebody asked for it and was told that it was not done. */
  boolean turnedAway(Deed deed, String token) {
    return turnedAway.contains(new Wish(deed, token));
  }
}
