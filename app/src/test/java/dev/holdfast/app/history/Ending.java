package dev.holdfast.app.history;

/**
 * Somebody ended a token before its time, in whichever events it held something.
 *
 * @param start monotonic nanoseconds before it was first asked for
 * @param end monotonic nanoseconds after it was answered as done; {@link Long#MAX_VALUE} where it
 *     was not
 */
public record Ending(String token, long start, long end) {
  @Override
  public String toString() {
    return "end of " + token;
  }
}
