package dev.holdfast.app.v1;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What all rules share: a server, and a venue of the test's own on it. */
public abstract class V1Rules {

  /** A server that is up; asked for before every test, so the implementation keeps it. */
  protected abstract ServiceUnderTest service();

  TestVenue venue;

  @BeforeEach
  void open_a_venue() {
    venue = TestVenue.open(service());
  }

  static String token() {
    return UUID.randomUUID().toString();
  }
}
