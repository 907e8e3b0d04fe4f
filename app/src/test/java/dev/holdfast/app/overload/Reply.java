package dev.holdfast.app.overload;

import java.nio.charset.StandardCharsets;

/** The bytes of an answer as they come, read no further than a load must. */
final class Reply {
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_DIGITS = 3;
  private static final byte[] LENGTH = lower("content-length:");
  private static final byte[] WHEN = lower("retry-after:");

  private final byte[] bytes;
  private final int size;
  private int bodyLength;
  private boolean toldWhen;
  private int headEnd = -1;

  /** Over bytes that it keeps, of which the first so many are there. */
  Reply(byte[] bytes, int size) {
    this.bytes = bytes;
    this.size = size;
    readHead();
  }

  private static byte[] lower(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  private void readHead() {
    int line = 0;
    for (int at = 0; at < size; at++) {
      if (bytes[at] == '\n') {
        if (at - line <= 1) {
          headEnd = at + 1;
          return;
        }
        readLine(line);
        line = at + 1;
      }
    }
  }

  private void readLine(int from) {
    if (starts(from, LENGTH)) {
      for (int at = from + LENGTH.length; bytes[at] != '\r'; at++) {
        bodyLength = bytes[at] == ' ' ? bodyLength : 10 * bodyLength + bytes[at] - '0';
      }
    } else {
      toldWhen |= starts(from, WHEN);
    }
  }

  private boolean starts(int from, byte[] name) {
    for (int n = 0; n < name.length; n++) {
      // Of letters, hyphens and colons this changes capitals only.
      if (from + n >= size || (bytes[from + n] | 0x20) != name[n]) {
        return false;
      }
    }
    return true;
  }

  /** Whether all of it is there. */
  boolean isWhole() {
    return headEnd >= 0 && size >= headEnd + bodyLength;
  }

  int status() {
    return Integer.parseInt(new String(bytes, STATUS_AT, STATUS_DIGITS, StandardCharsets.US_ASCII));
  }

  /** Whether it says when to come back. */
  boolean tellsWhen() {
    return toldWhen;
  }
}
