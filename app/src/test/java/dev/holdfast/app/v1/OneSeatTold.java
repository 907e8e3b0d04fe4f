package dev.holdfast.app.v1;

import java.util.List;

/** A venue with one webhook, for tests that bring a receiver of their own. */
public final class OneSeatTold {
  private final TestVenue venue;
  private final Hook hook;

  private OneSeatTold(TestVenue venue, Hook hook) {
    this.venue = venue;
    this.hook = hook;
  }

  /** A venue whose every change is told to this URL. */
  public static OneSeatTold to(ServiceUnderTest service, String url) {
    TestVenue venue = TestVenue.open(service);
    return new OneSeatTold(venue, Hook.make(venue.sk(), url, Hook.ALL));
  }

  /** What deliveries are signed with. */
  public String secret() {
    return hook.secret();
  }

  /** The seat. */
  public String label() {
    return "A-1";
  }

  /** Holds it. */
  public void hold() {
    venue.holdAll(List.of(label()), "a-buyer-s-token").ok();
  }
}
