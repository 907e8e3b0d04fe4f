package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;

/** Which objects each call without an answer has changed: all that it named, or none. */
final class Claims {
  private final IdentityHashMap<Call, Set<String>> changed = new IdentityHashMap<>();

  void add(Call call, String object) {
    changed.computeIfAbsent(call, _ -> new TreeSet<>()).add(object);
  }

  void check(Findings findings) {
    changed.forEach((call, objects) -> {
      boolean all = call.deed() == Deed.HOLD || call.deed() == Deed.BOOK;
      if (all && objects.size() < call.objects().size()) {
        findings.add(Kind.HALF, objects.toString(), "all that became of " + call);
      }
    });
  }
}
