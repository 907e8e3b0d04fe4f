package dev.holdfast.app.rehearsal;

import java.util.Locale;

/** What buyers ask of the service. */
enum Act {
  LOOK,
  HOLD,
  EXTEND,
  BOOK,
  RELEASE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
