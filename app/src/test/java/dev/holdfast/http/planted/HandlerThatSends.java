package dev.holdfast.http.planted;

import org.apache.hc.core5.http.HttpHost;

/** Planted: only the outbound package talks to strangers. */
public final class HandlerThatSends {
  private HandlerThatSends() {}

  static String stranger(HttpHost host) {
    return host.getHostName();
  }
}
