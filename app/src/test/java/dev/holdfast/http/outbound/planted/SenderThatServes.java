package dev.holdfast.http.outbound.planted;

import io.javalin.http.Context;

/** Planted: who sends does not serve. */
public final class SenderThatServes {
  private SenderThatServes() {}

  static String path(Context asked) {
    return asked.path();
  }
}
