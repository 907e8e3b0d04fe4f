package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/** What was found so far; one broken thing can break many others, so only the first are kept. */
final class Findings {
  /** Most that are kept. */
  static final int LIMIT = 1_000;

  private final List<Violation> found = new ArrayList<>();

  void add(Kind kind, String object, String told) {
    if (found.size() < LIMIT) {
      found.add(new Violation(kind, object, told));
    }
  }

  List<Violation> all() {
    return List.copyOf(found);
  }
}
