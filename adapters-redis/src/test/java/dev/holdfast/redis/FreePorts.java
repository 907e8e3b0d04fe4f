package dev.holdfast.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports for servers that are stopped and come back on the same port, while other tests
 * run. A port that the system hands out would be handed out again meanwhile, to any socket that
 * asks for no port of its own; these lie below all that systems hand out, and are drawn by lot, so
 * that nobody meets on one.
 */
public final class FreePorts {
  private static final int LOWEST = 20_000;

  /** Linux hands out ports from here on, others from higher up. */
  private static final int BEYOND = 32_768;

  private static final int ATTEMPTS = 100;

  private FreePorts() {}

  /** One on which nobody listens now. */
  public static int any() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
