package dev.holdfast.app.tmt;

import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.TestVenue;
import org.junit.jupiter.api.BeforeEach;

/** What all rules share: a server, and a venue of the test's own on it. */
public abstract class TmtRules {

  /** A server that is up; asked for before every test, so the implementation keeps it. */
  protected abstract ServiceUnderTest service();

  TmtVenue venue;

  /** The same event through v1. */
  TestVenue v1;

  @BeforeEach
  void open_a_venue() {
    venue = TmtVenue.open(service());
    v1 = venue.v1();
  }
}
