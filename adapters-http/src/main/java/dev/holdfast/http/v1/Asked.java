package dev.holdfast.http.v1;

import java.util.List;

/**
 * What was asked for, as far as a refusal's answer depends on it.
 *
 * @param labels as sent
 */
record Asked(Operation operation, List<String> labels) {
  /** The operations whose refusals read differently. */
  enum Operation {
    /** Anything about a chart or an event as a whole. */
    LOOK_UP,
    CREATE_EVENT,
    HOLD_ONE,
    HOLD_MANY,
    EXTEND,
    BOOK,
    RELEASE,
    /** Releasing with a browser's key. */
    RELEASE_OWN
  }

  /** A question that names no object. */
  static final Asked LOOK_UP = new Asked(Operation.LOOK_UP, List.of());

  /** To sell by a chart. */
  static final Asked CREATE_EVENT = new Asked(Operation.CREATE_EVENT, List.of());

  /** Where a label stood in the request. */
  int indexOf(String label) {
    return labels.indexOf(label);
  }
}
