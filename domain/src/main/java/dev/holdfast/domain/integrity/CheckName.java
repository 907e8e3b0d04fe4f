package dev.holdfast.domain.integrity;

import java.util.Locale;

/** What is checked. */
public enum CheckName {
  /** The journal has no gap, and no effect stands before its cause (invariant I7). */
  SEQUENCE,
  /** Every seat's row is what the journal made of it. */
  SEATS,
  /** Every area's counters equal its lines by token, and both the journal (invariant I6). */
  AREAS,
  /** Every taken seat has one open sale, and no other has any (invariant I1). */
  SALES,
  /** No area has more held and taken than its capacity, or less than nothing (invariant I6). */
  CAPACITY;

  /** The name callers see. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
