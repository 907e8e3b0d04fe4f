package dev.holdfast.app.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sight, and the call that was answered with it. */
record Seen(Call call, Sight sight) {
  /** All sights of a run by the object they are of. */
  static Map<String, List<Seen>> byObject(History history) {
    Map<String, List<Seen>> seen = new HashMap<>();
    for (Call call : history.calls()) {
      for (Sight sight : call.sights()) {
        seen.computeIfAbsent(sight.object(), _ -> new ArrayList<>()).add(new Seen(call, sight));
      }
    }
    return seen;
  }

  /** Whether the call brought this about, or found that it had done so before. */
  boolean wrote() {
    return call.result() == Result.DONE
        && call.deed() != Deed.LOOK
        && sight.standing() != Standing.UNSAID;
  }

  @Override
  public String toString() {
    return call + " told " + sight.standing() + " " + sight.version();
  }
}
