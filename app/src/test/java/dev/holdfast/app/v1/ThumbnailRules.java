package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture of a published chart: for everybody who knows the chart's key, and of it alone. */
public abstract class ThumbnailRules extends V1Rules {

  private V1Client nobody() {
    return V1Client.withoutKey(service().baseUri());
  }

  private static String path(String chartKey) {
    return "/charts/" + chartKey + "/thumbnail.svg";
  }

  private Answer picture() {
    return nobody().get(path(venue.chartKey()));
  }

  @Test
  void a_published_chart_has_a_picture_for_whoever_knows_its_key() {
    Answer picture = picture().ok();
    assertTrue(picture.raw().startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""), picture::raw);
    assertTrue(picture.raw().endsWith("</svg>\n"), picture::shortened);
    assertTrue(picture.raw().contains("stroke=\"#b03030\""), "the colour of premium seats");
    assertEquals(37, picture.raw().split("h0", -1).length - 1, "seats");
    assertEquals(picture.raw(), venue.sk().get(path(venue.chartKey())).ok().raw());
  }

  @Test
  void a_picture_says_that_it_is_one_and_that_nothing_may_be_run_of_it() {
    HttpHeaders headers = picture().ok().headers();
    assertEquals("image/svg+xml", headers.firstValue("Content-Type").orElseThrow());
    assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
    assertEquals("public, max-age=60", headers.firstValue("Cache-Control").orElseThrow());
    String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
    assertEquals("default-src 'none'; style-src 'none'; sandbox", policy);
  }

  @Test
  void no_text_of_a_layout_gets_into_its_picture() {
    String bad = "\"/><script>alert(1)</script>";
    ObjectNode category = Json.object("key", bad, "label", bad, "color", bad);
    ObjectNode layout =
        Layouts.rows(Json.object("label", bad, "categoryKey", bad, "seats", 2, "text", bad));
    layout.set("categories", Json.array(category));
    layout.set("gaAreas", Json.array(Json.object("key", "ga", "label", bad, "capacity", 2)));
    String chart = TestVenue.publishedChart(venue.sk(), layout);

    String picture = nobody().get(path(chart)).ok().raw();

    assertFalse(picture.contains("script"), picture);
    assertFalse(picture.contains("alert"), picture);
  }

  @Test
  void the_picture_is_that_of_the_published_version_and_not_of_the_draft() {
    Answer first = picture().ok();
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();
    assertEquals(first.raw(), picture().ok().raw());

    venue.sk().post(venue.chartPath("/publish")).ok();
    Answer second = picture().ok();

    assertEquals(2, second.raw().split("h0", -1).length - 1, second::raw);
    assertNotEquals(first.header("ETag"), second.header("ETag"));
  }

  @Test
  void whoever_has_the_picture_is_told_so_until_the_chart_is_published_anew() {
    String tag = picture().ok().header("ETag");
    assertTrue(tag.startsWith("W/\""), tag);
    for (String known : List.of(tag, tag.substring(2), "\"x\", " + tag, "*")) {
      Answer same = nobody().with("If-None-Match", known).get(path(venue.chartKey())).expect(304);
      assertEquals("", same.raw());
      assertEquals(tag, same.header("ETag"));
    }
    nobody().with("If-None-Match", "\"x\"").get(path(venue.chartKey())).ok();
    venue.sk().post(venue.chartPath("/publish")).ok();
    nobody().with("If-None-Match", tag).get(path(venue.chartKey())).ok();
  }

  @Test
  void a_chart_that_is_not_published_has_no_picture() {
    String draft =
        venue.sk().post(TestVenue.CHARTS, Json.object("name", "Bare")).expect(201).text("chartKey");
    Check.envelope(404, "Chart not found", nobody().get(path(draft)));
    picture().ok();
    venue.sk().post(venue.chartPath("/unpublish")).ok();
    Check.envelope(404, "Chart not found", picture());
    venue.sk().post(venue.chartPath("/publish")).ok();
    picture().ok();
  }

  @Test
  void what_is_no_key_of_a_chart_has_no_picture() {
    for (String key :
        List.of("chart_x", "%25", "a%20b", "a%00b", "%E4%B8%80", "x".repeat(65), "..%2Fx")) {
      Answer answer = nobody().get(path(key));
      assertTrue(answer.status() == 404 || answer.status() == 400, answer::shortened);
      Check.envelope(answer.status(), answer);
    }
    Check.envelope(404, "Chart not found", nobody().get(path("x".repeat(65))));
    Check.envelope(405, nobody().post(path(venue.chartKey()), "{}"));
    // The chart itself is the seats.io dialect's, in whatever shape that answers.
    assertTrue(nobody().get("/charts/" + venue.chartKey()).status() >= 400);
  }
}
