package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.TestVenue;
import dev.holdfast.app.v1.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checkout that the dialect's own page prescribes, from the first step to the last. */
public abstract class TmtCheckoutRules {

  protected abstract ServiceUnderTest service();

  private TmtVenue venueWithoutEvent() {
    ObjectNode layout =
        Layouts.rows(Json.object("label", "C", "categoryKey", "premium", "seats", 10));
    ObjectNode area = Layouts.standing().put("key", "PISTA").put("capacity", 300);
    layout.set("gaAreas", Json.array(area));
    Workspace workspace = Workspace.make(service());
    String chart = TestVenue.publishedChart(workspace.testSecret(), layout);
    return new TmtVenue(
        TmtClient.of(workspace.testSecret()),
        new TestVenue(
            workspace, workspace.testSecret(), workspace.testPublic(), chart, TmtVenue.newId()));
  }

  private TmtVenue run(String script) {
    TmtVenue venue = venueWithoutEvent();
    int steps = new CheckoutScript(venue).run(script);
    assertTrue(steps > 5, "a script without steps proves nothing");
    return venue;
  }

  @Test
  void M_07_a_paid_checkout_ends_with_booked_seats() {
    TmtVenue venue = run("checkout-paid.txt");

    assertEquals(List.of("C-4", "C-5", "PISTA"), venue.v1().labels("booked"));
    assertEquals(List.of(), venue.v1().labels("held"));
  }

  @Test
  void M_08_a_checkout_whose_payment_fails_ends_with_a_release() {
    TmtVenue venue = run("checkout-released.txt");

    assertEquals(List.of(), venue.v1().labels("booked"));
  }

  @Test
  void M_08_a_checkout_whose_payment_fails_may_end_with_an_expiry() {
    TmtVenue venue = run("checkout-expired.txt");

    assertEquals(List.of(), venue.v1().labels("booked"));
  }
}
