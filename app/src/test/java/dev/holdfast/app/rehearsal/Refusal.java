package dev.holdfast.app.rehearsal;

/** Why there is no rehearsal, in one line for the one who asked for it. */
final class Refusal extends RuntimeException {
  Refusal(String line) {
    super(line);
  }

  /** The line. */
  String line() {
    return String.valueOf(getMessage());
  }
}
