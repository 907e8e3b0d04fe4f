package dev.holdfast.http;

import dev.holdfast.http.route.Answer;

/**
 * A call that is turned away before it reaches its endpoint. Carries no stack trace: it is the
 * caller's mistake and says nothing about this program.
 */
final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Rejection(Answer answer) {
    super("turned away with " + answer.status(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
