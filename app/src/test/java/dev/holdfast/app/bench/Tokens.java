package dev.holdfast.app.bench;

/** Numbers of hold tokens; none is given twice. Not for two threads at once. */
final class Tokens {
  private static long given;

  private Tokens() {}

  static long next() {
    return ++given;
  }
}
