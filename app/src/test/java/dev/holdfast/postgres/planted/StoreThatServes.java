package dev.holdfast.postgres.planted;

import io.javalin.Javalin;

/** Planted: a store speaks no HTTP. */
public final class StoreThatServes {
  private StoreThatServes() {}

  static int port(Javalin server) {
    return server.port();
  }
}
