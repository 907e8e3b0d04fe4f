package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A label is an opaque text: nothing in it is a separator, a pattern or a key of anything else. */
public abstract class LabelRules extends V1Rules {

  private static final List<String> ODD =
      List.of(
          "A-1-3",
          "-",
          "--",
          "A-",
          "-1",
          "a:b",
          "a:b:c",
          "{a}",
          "{a}:b",
          "a}b{",
          "{}",
          "Row 1 Seat 2",
          " ",
          " x",
          "x ",
          "x",
          "X",
          "it's",
          "\"quoted\"",
          "a\\b",
          "a/b",
          "../x",
          "100%",
          "%41",
          "%s",
          "a_b",
          "a*b",
          "a?b",
          "[a]",
          "a,b",
          "a;b",
          "a&b=c",
          "<b>",
          "#1",
          "$1",
          "@",
          "~",
          "null",
          "true",
          "1",
          "01",
          "1.0",
          "tab\there",
          "line\nbreak",
          "Ä-1",
          "é",
          "e\u0301",
          "Балкон-7",
          "座席-1",
          "مقعد-١",
          "कुर्सी",
          "😀",
          "👩‍👩‍👧-2",
          "\u200b",
          "\ufeffx",
          "ﬁ",
          "İ",
          "ß",
          "SS");

  private TestVenue odd() {
    return TestVenue.open(service(), Layouts.labelled(ODD));
  }

  @Test
  void odd_labels_come_back_from_the_chart_as_they_were_sent() {
    TestVenue odd = odd();

    for (String path : List.of(odd.chartPath("/draft"), odd.path("/chart"))) {
      JsonNode seats = odd.sk().get(path).ok().at("layout").path("rows").path(0).path("seats");
      assertEquals(ODD, Json.texts(seats, "objectLabel"));
    }
  }

  @Test
  void odd_labels_are_held_booked_and_released_one_by_one() {
    TestVenue odd = odd();
    for (String label : ODD) {
      String token = token();
      assertEquals(label, odd.hold(label, token).ok().text("objectLabel"));
      assertEquals(List.of(label), odd.labels("held"));
      JsonNode extended = odd.extend(token, List.of(label), 600).ok().at("extended");
      assertEquals(List.of(label), Json.texts(extended, "objectLabel"));
      JsonNode booked = odd.book(List.of(label), token).ok().at("booked");
      assertEquals(List.of(label), Json.texts(booked, "objectLabel"));
      assertEquals(List.of(label), odd.labels("booked"));
      Check.holdConflict(odd.hold(label, token()), label + " already_booked");
      JsonNode released = odd.release(List.of(label)).ok().at("released");
      assertEquals(List.of(label), Json.texts(released, "objectLabel"));
      assertEquals(List.of(), odd.objects());
    }
  }

  @Test
  void odd_labels_are_held_and_booked_together() {
    TestVenue odd = odd();
    String token = token();

    JsonNode held = odd.holdAll(ODD, token).ok().at("held");
    assertEquals(ODD, Json.texts(held, "objectLabel"));
    JsonNode booked = odd.book(ODD, token).ok().at("booked");
    assertEquals(ODD, Json.texts(booked, "objectLabel"));

    assertEquals(Json.sorted(ODD), odd.labels("booked"));
  }

  @Test
  void an_unknown_label_is_unknown_however_odd_it_is() {
    for (String label : ODD) {
      Check.envelope(404, venue.untouchedBy(() -> venue.hold(label, token())));
      Check.pair(
          Check.RELEASE_ERROR,
          venue.untouchedBy(() -> venue.release(List.of(label))),
          label + " not_found_or_free");
    }
  }

  @Test
  void rows_sections_and_tables_may_have_separators_in_their_own_labels() {
    ObjectNode layout =
        Layouts.rows(Json.object("label", "A-1", "categoryKey", "premium", "seats", 2));
    ObjectNode row = Json.object("label", "G:1", "categoryKey", "premium", "seats", 2);
    layout.set(
        "sections", Json.array(Json.object("label", "Balkon {links}", "rows", List.of(row))));
    layout.set(
        "tables",
        Json.array(Json.object("label", "Tisch-9 ü", "categoryKey", "floor", "seats", 1)));
    TestVenue own = TestVenue.open(service(), layout);
    List<String> labels = List.of("A-1-1", "A-1-2", "Balkon {links}-G:12", "Tisch-9 ü-1");

    JsonNode held = own.holdAll(labels, token()).ok().at("held");

    assertEquals(labels, Json.texts(held, "objectLabel"));
  }

  @Test
  void an_area_may_have_an_odd_key() {
    for (String key : List.of("Stehplatz: Süd {1}", "floor-1", "😀 %41")) {
      ObjectNode layout = Layouts.wide(1);
      layout.set("gaAreas", Json.array(Layouts.standing().put("key", key)));
      TestVenue own = TestVenue.open(service(), layout);
      String token = token();

      own.holdPlaces(key, token, 3).ok();
      own.book(List.of(key), token).ok();

      assertEquals(3, own.places(key, "booked"));
    }
  }

  @Test
  void tokens_may_have_odd_characters_too() {
    for (String odd :
        List.of("{a}:b-c*%", "пользователь", "😀😀😀😀😀😀😀😀", "a b c d e", "' OR 1=1 --")) {
      venue.hold("A-1", odd).ok();
      assertEquals(odd, venue.object("A-1").path("holdToken").asText());
      venue.book(List.of("A-1"), odd).ok();
      venue.release(List.of("A-1")).ok();
    }
  }

  @Test
  void names_may_have_any_letters() {
    String name = "Großes Haus – 大劇場 😀 'n' \"more\" \\ /";

    String chart =
        venue.sk().post(TestVenue.CHARTS, Json.object("name", name)).expect(201).text("name");
    Answer event = venue.sk().patch(venue.path(""), Json.object("name", name)).ok();

    assertEquals(name, chart);
    assertEquals(name, event.text("name"));
    assertEquals(name, venue.sk().get(venue.path("")).ok().text("name"));
  }
}
