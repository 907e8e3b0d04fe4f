package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever has the picture already is told so in a few bytes, and only then. */
@WaitingRules
public abstract class StatusTagRules extends V1Rules {

  private Answer conditional(V1Client caller, String tag) {
    return caller.with("If-None-Match", tag).get(venue.path("/status"));
  }

  private String tag() {
    String tag = venue.status().ok().header("ETag");
    assertTrue(tag.startsWith("W/\"") && tag.endsWith("\""), () -> "no weak tag: " + tag);
    return tag;
  }

  private void assertUnchanged(String tag) {
    Answer answer = conditional(venue.sk(), tag);
    assertEquals(304, answer.status(), answer::shortened);
    assertEquals("", answer.raw());
    assertEquals(tag, answer.header("ETag"));
  }

  private void assertChanged(String tag) {
    Answer answer = conditional(venue.sk(), tag).ok();
    assertNotEquals(tag, answer.header("ETag"));
    assertEquals(venue.status().ok().at("objects"), answer.at("objects"));
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    String fresh = tag();
    assertUnchanged(fresh);
    venue.hold("A-1", token()).ok();
    String held = tag();

    assertUnchanged(held);
    assertUnchanged(held);
    assertChanged(fresh);
  }

  @Test
  void every_change_makes_another_tag() {
    String token = token();
    List<Supplier<Answer>> steps =
        List.of(
            () -> venue.hold("A-1", token, 300),
            () -> venue.extend(token, 900),
            () -> venue.book(List.of("A-1"), token),
            () -> venue.release(List.of("A-1")),
            () -> venue.holdPlaces("floor", token, 1),
            () -> venue.holdPlaces("floor", token, 1),
            () -> venue.release(List.of("floor"), token));
    for (Supplier<Answer> step : steps) {
      String before = tag();
      step.get().ok();
      assertChanged(before);
      assertUnchanged(tag());
    }
  }

  @Test
  void what_changed_nothing_leaves_the_tag() {
    String token = token();
    venue.hold("A-1", token).ok();
    String tag = tag();

    venue.hold("A-1", token).ok();
    venue.hold("A-1", token()).expect(409);
    venue.book(List.of("A-2"), token).expect(409);
    venue.secondEvent().hold("A-2", token).ok();

    assertUnchanged(tag);
  }

  @Test
  void a_hold_that_merely_lapses_changes_the_picture() {
    for (String label : Json.labels("A", 1, 8)) {
      Answer held = venue.hold(label, token(), ExpiryRules.IN_TIME).ok();
      Answer shown = venue.status().ok();
      assertEquals(1, shown.at("objects").size(), () -> "lapsed already: " + shown.shortened());
      String tag = shown.header("ETag");

      Eventually.at(Check.instant(held.at("holdExpiresAt")));
      Eventually.within(
          ExpiryRules.LAPSE, label + " is free", () -> venue.state(label).equals("free"));

      // Free it stays: whoever asks from here on must not be told that nothing has changed.
      Answer answer = conditional(venue.sk(), tag);
      assertEquals(200, answer.status(), "of a picture that still shows " + label);
      assertEquals(Json.array(), answer.at("objects"));
    }
  }

  @Test
  void a_browser_has_tags_as_well() {
    venue.hold("A-1", token()).ok();
    String tag = venue.asBrowser().status().ok().header("ETag");

    assertEquals(304, conditional(venue.pk(), tag).status());
    venue.hold("A-2", token()).ok();
    Answer answer = conditional(venue.pk(), tag).ok();
    assertEquals(2, answer.at("objects").size());
    assertTrue(answer.at("objects").path(0).path("holdToken").isNull(), answer::shortened);
  }

  @Test
  void a_foreign_or_broken_tag_is_answered_with_the_picture() {
    venue.hold("A-1", token()).ok();
    String tag = tag();
    TestVenue other = TestVenue.open(service());
    other.hold("A-2", token()).ok();
    String foreign = other.status().ok().header("ETag");

    for (String bad : List.of("W/\"x\"", "\"\"", "nonsense", "W/", foreign + "x")) {
      assertEquals(1, conditional(venue.sk(), bad).ok().at("objects").size(), bad);
    }
    assertUnchanged(tag);
  }

  @Test
  void one_of_several_tags_is_enough() {
    venue.hold("A-1", token()).ok();
    String tag = tag();

    assertEquals(304, conditional(venue.sk(), "\"x\", " + tag).status());
    assertEquals(304, conditional(venue.sk(), tag.substring(2)).status(), "compared weakly");
  }

  @Test
  void a_tag_is_no_way_around_the_key() {
    String tag = tag();
    V1Client nobody = V1Client.withoutKey(service().baseUri());

    Check.envelope(401, conditional(nobody, tag));
    Check.envelope(404, "Event not found", conditional(venue.workspace().liveSecret(), tag));
    venue.sk().delete(venue.path("")).ok();
    Check.envelope(404, "Event not found", conditional(venue.sk(), tag));
  }

  @Test
  void a_page_of_another_origin_can_read_the_tag() {
    Answer status = venue.pk().with("Origin", "https://x.example").get(venue.path("/status")).ok();

    assertFalse(status.header("ETag").isEmpty());
    assertTrue(
        status.headers().allValues("Access-Control-Expose-Headers").toString().contains("ETag"));
  }
}
