package dev.holdfast.domain.planted;

import org.slf4j.LoggerFactory;

/** Planted: the domain has no dependency. */
public final class DomainThatLogs {
  private DomainThatLogs() {}

  static void log() {
    LoggerFactory.getLogger("planted").info("planted");
  }
}
