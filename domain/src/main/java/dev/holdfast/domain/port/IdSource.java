package dev.holdfast.domain.port;

import java.security.SecureRandom;
import java.util.UUID;

/** Where new names come from: unguessable, and never twice the same. */
public interface IdSource {
  /** A random UUID. */
  UUID uuid();

  /**
   * Random text of letters and digits.
   *
   * @param characters its length, at least 12; 24 carry 142 bits
   */
  String text(int characters);

  /** From the system's secure random source. */
  static IdSource secure() {
    SecureRandom random = new SecureRandom();
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    return new IdSource() {
      @Override
      public UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
      }

      @Override
      public String text(int characters) {
        StringBuilder text = new StringBuilder(characters);
        random
            .ints(characters, 0, alphabet.length())
            .forEach(at -> text.append(alphabet.charAt(at)));
        return text.toString();
      }
    };
  }
}
