package dev.holdfast.http.tmt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.hold.HoldToken;

/**
 * A hold token as it came.
 *
 * @param echo the object that answers repeat, with all that the caller put into it
 */
record SentToken(HoldToken token, ObjectNode echo) {
  static final int MAX_LENGTH = HoldToken.MAX_LENGTH;

  static SentToken of(String token, ObjectNode echo) {
    return new SentToken(new HoldToken(token), echo);
  }
}
