package dev.holdfast.http;

import dev.holdfast.http.json.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the percent-coding of a URL before anything is made of it, because what decodes URLs
 * later on mends broken ones in silence.
 */
final class PercentCoding {
  private PercentCoding() {}

  /** Whether a path or query decodes to UTF-8 text without NUL. */
  static boolean sound(@Nullable String coded) {
    if (coded == null || isPlain(coded)) {
      return true;
    }
    ByteBuffer bytes = ByteBuffer.allocate(coded.length());
    for (int at = 0; at < coded.length(); at++) {
      char c = coded.charAt(at);
      if (c > 0x7e || c < 0x21) {
        return false;
      }
      if (c == '%') {
        if (at + 2 >= coded.length() || !isHex(coded, at + 1) || !isHex(coded, at + 2)) {
          return false;
        }
        bytes.put((byte) Integer.parseInt(coded, at + 1, at + 3, 16));
        at += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    return decodes(bytes.flip());
  }

  /** Whether nothing is coded, as in nearly every URL. */
  private static boolean isPlain(String coded) {
    return coded.chars().allMatch(c -> c >= 0x21 && c <= 0x7e && c != '%');
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0;
  }

  private static boolean decodes(ByteBuffer bytes) {
    try {
      // A decoder made this way reports what is malformed.
      return Texts.usable(StandardCharsets.UTF_8.newDecoder().decode(bytes));
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
