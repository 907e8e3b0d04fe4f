package dev.holdfast.app.locks;

import dev.holdfast.domain.hold.HoldToken;

/** What the toy's server keeps of a seat. */
record ToyRow(Kind kind, String owner, long version, long untilMillis) {
  enum Kind {
    PROVISIONAL,
    HELD,
    TAKEN,
    FREE
  }

  boolean blocks(HoldToken token) {
    return switch (kind) {
      case PROVISIONAL, HELD -> !owner.equals(token.value());
      case TAKEN -> true;
      case FREE -> false;
    };
  }

  boolean isProvisionalOf(HoldToken token) {
    return kind == Kind.PROVISIONAL && owner.equals(token.value());
  }
}
