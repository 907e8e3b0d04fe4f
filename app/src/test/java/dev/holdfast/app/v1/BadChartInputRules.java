package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every member of charts and events, wrong in every way. */
public abstract class BadChartInputRules extends V1Rules {

  private static final String SHORT = "String must contain at least 3 character(s)";
  private static final String LONG = "String must contain at most 255 character(s)";
  private static final String NO_STRING = "Expected string, received number";

  private String fingerprint() {
    return venue.sk().get(TestVenue.CHARTS).ok().raw()
        + venue.sk().get(TestVenue.EVENTS).ok().raw()
        + venue.sk().get(venue.chartPath("/draft")).ok().raw();
  }

  private static List<BadCase> chartMembers(ObjectNode good) {
    String tooLong = "\"" + "n".repeat(256) + "\"";
    return List.of(
        BadCase.with(good, "name", "5", NO_STRING),
        BadCase.with(good, "name", "null", "Expected string, received null"),
        BadCase.with(good, "name", "{}", "Expected string, received object"),
        BadCase.with(good, "name", "\"\"", SHORT),
        BadCase.with(good, "name", "\"ab\"", SHORT),
        BadCase.with(good, "name", tooLong, LONG),
        BadCase.with(good, "draftVersion", "1", "Expected object, received number"),
        BadCase.with(good, "draftVersion", "\"x\"", "Expected object, received string"),
        BadCase.with(good, "draftVersion", "[]", "Expected object, received array"),
        BadCase.with(good, "draftVersion", "null", "Expected object, received null"));
  }

  @Test
  void creating_a_chart_refuses_every_bad_member() {
    ObjectNode good = Json.object("name", "Hall");

    BadCase.allRefused(
        List.of(BadCase.without(good, "name")),
        body -> venue.sk().post(TestVenue.CHARTS, body),
        this::fingerprint);
    BadCase.allRefused(
        chartMembers(good), body -> venue.sk().post(TestVenue.CHARTS, body), this::fingerprint);
  }

  @Test
  void changing_a_chart_refuses_every_bad_member() {
    BadCase.allRefused(
        chartMembers(Json.object("name", "Hall")),
        body -> venue.sk().patch(venue.chartPath(""), body),
        this::fingerprint);
  }

  @Test
  void changing_nothing_of_a_chart_is_refused() {
    BadCase.allRefused(
        List.of(new BadCase("{}", "_root", ""), new BadCase("{\"color\":1}", "_root", "")),
        body -> venue.sk().patch(venue.chartPath(""), body),
        this::fingerprint);
  }

  @Test
  void creating_an_event_refuses_every_bad_member() {
    ObjectNode good = Json.object("chartKey", venue.chartKey(), "name", "Gala");
    String tooLong = "\"" + "n".repeat(256) + "\"";

    BadCase.allRefused(
        List.of(
            BadCase.without(good, "chartKey"),
            BadCase.with(good, "chartKey", "5", NO_STRING),
            BadCase.with(good, "chartKey", "null", "Expected string, received null"),
            BadCase.with(good, "chartKey", "\"\"", "String must contain at least 1 character(s)"),
            BadCase.with(good, "name", "5", NO_STRING),
            BadCase.with(good, "name", "[]", "Expected string, received array"),
            BadCase.with(good, "name", tooLong, LONG)),
        body -> venue.sk().post(TestVenue.EVENTS, body),
        this::fingerprint);
  }

  @Test
  void changing_an_event_refuses_every_bad_member() {
    ObjectNode good = Json.object("name", "Gala");
    String tooLong = "\"" + "n".repeat(256) + "\"";

    BadCase.allRefused(
        List.of(
            BadCase.with(good, "name", "5", NO_STRING),
            BadCase.with(good, "name", "{}", "Expected string, received object"),
            BadCase.with(good, "name", tooLong, LONG)),
        body -> venue.sk().patch(venue.path(""), body),
        this::fingerprint);
  }

  @Test
  void layouts_of_the_wrong_shape_are_refused_at_the_latest_when_published() {
    String before = fingerprint();
    for (String layout :
        List.of(
            "{\"rows\":5}",
            "{\"rows\":[5]}",
            "{\"rows\":[{\"label\":\"A\",\"seats\":\"30\"}]}",
            "{\"rows\":[{\"label\":\"A\",\"seats\":-1}]}",
            "{\"rows\":[{\"label\":\"A\",\"seats\":1.5}]}",
            "{\"rows\":[{\"label\":\"A\",\"seats\":2147483647,\"categoryKey\":\"premium\"}]}",
            "{\"rows\":[{\"label\":\"A\",\"seats\":[{\"label\":\"\"}]}]}",
            "{\"rows\":[{\"label\":\"A\",\"seats\":[{\"categoryKey\":\"premium\"}]}]}",
            "{\"gaAreas\":[{\"key\":\"f\",\"capacity\":-1,\"categoryKey\":\"premium\"}]}",
            "{\"gaAreas\":[{\"key\":\"f\",\"capacity\":\"9\",\"categoryKey\":\"premium\"}]}",
            "{\"gaAreas\":[{\"key\":\"f\",\"capacity\":1.5,\"categoryKey\":\"premium\"}]}",
            "{\"gaAreas\":[{\"capacity\":5,\"categoryKey\":\"premium\"}]}",
            "{\"gaAreas\":[{\"key\":\"\",\"capacity\":5,\"categoryKey\":\"premium\"}]}",
            "{\"sections\":{\"label\":\"S\"}}",
            "{\"tables\":[[]]}")) {
      String categories = "\"categories\":" + Layouts.categories() + ",";
      refusedAtTheLatestByPublish(layout.replaceFirst("\\{", "{" + categories));
    }
    assertEquals(before, fingerprint());
  }

  private void refusedAtTheLatestByPublish(String layout) {
    Answer made =
        venue.sk().post(TestVenue.CHARTS, "{\"name\":\"Hall\",\"draftVersion\":" + layout + "}");
    if (made.status() != 201) {
      Check.errors(made);
      return;
    }
    String path = TestVenue.CHARTS + "/" + made.text("chartKey");
    Check.errors(venue.sk().post(path + "/publish"));
    venue.sk().delete(path).ok();
  }

  @Test
  void a_label_of_255_characters_is_the_longest() {
    String longest = "L".repeat(255);
    TestVenue own = TestVenue.open(service(), Layouts.labelled(List.of(longest)));

    own.hold(longest, token()).ok();

    ObjectNode layout = Layouts.labelled(List.of("L".repeat(256)));
    refusedAtTheLatestByPublish(layout.toString());
  }
}
