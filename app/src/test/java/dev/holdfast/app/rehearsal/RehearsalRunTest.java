package dev.holdfast.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.system.ServiceProcess;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import dev.holdfast.app.v1.TestVenue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals against a service in a process of its own. */
final class RehearsalRunTest {
  private static final int BUYERS = 50;

  @TempDir private static Path data;
  private static ServiceProcess service;
  private static TestVenue hall;

  @BeforeAll
  static void start() {
    service = ServiceProcess.start(data, Map.of());
    ObjectNode layout =
        Layouts.rows(
            Json.object("label", "A", "categoryKey", "premium", "seats", 40),
            Json.object("label", "B", "categoryKey", "premium", "seats", 40));
    layout.set("gaAreas", Json.array(Layouts.standing()));
    hall = TestVenue.open(service, layout);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Options options(String event, String key) {
    return Rehearsed.options(service.baseUri(), event, key, BUYERS, 50, 60);
  }

  private static Options options(TestVenue venue) {
    return options(venue.eventKey(), venue.sk().key());
  }

  @Test
  void every_acknowledged_booking_is_there_and_no_seat_was_sold_twice() {
    TestVenue venue = hall.secondEvent();
    List<String> told = new ArrayList<>();

    Sheet sheet = Rehearse.play(options(venue), told::add);

    assertEquals(List.of(), sheet.violations(), () -> String.join("\n", told));
    assertTrue(told.getLast().contains("Nothing was sold twice"), told::getLast);
    assertEquals(BUYERS, sheet.all().of(Mark.CAME));
    assertFalse(sheet.steps().isEmpty());
    assertEquals(0, sheet.all().of(Mark.LOST), () -> String.join("\n", told));
    Map<String, Integer> places = new HashMap<>();
    Set<String> seats = new TreeSet<>();
    for (JsonNode object : venue.objects()) {
      if (object.path("status").asText().equals("booked")) {
        String order = object.path("extraData").path("orderId").asText();
        places.merge(order, object.path("quantity").asInt(1), Integer::sum);
        assertTrue(object.has("quantity") || seats.add(object.path("objectLabel").asText()));
      }
    }
    assertTrue(places.size() > 5, () -> String.join("\n", told));
    assertEquals(sheet.all().of(Mark.BOOKED), places.size());
    assertEquals(
        sheet.all().of(Mark.SEATS_BOOKED),
        places.values().stream().mapToInt(Integer::intValue).sum());
    assertTrue(places.keySet().stream().allMatch(order -> order.startsWith(sheet.run())));
  }

  @Test
  void seats_that_a_service_sells_twice_are_noticed() throws IOException {
    TestVenue venue = hall.secondEvent();
    try (Door door = Door.promisingWhatItHasNot(service.baseUri())) {
      Sheet sheet = Rehearse.play(Rehearsed.at(options(venue), door.uri()), _ -> {});

      assertFound(sheet, ".* was acknowledged to rehearsal-.* and to rehearsal-.*");
      assertFound(sheet, ".* was acknowledged and is not in the journal");
      assertFound(sheet, ".* was acknowledged to .* and is not in the status");
      assertTrue(sheet.text().contains("NOT SOUND"), sheet::text);
    }
  }

  private static void assertFound(Sheet sheet, String what) {
    assertTrue(
        sheet.violations().stream().anyMatch(each -> each.matches(what)),
        () -> String.join("\n", sheet.violations()));
  }

  @Test
  void who_is_told_to_come_back_does_and_who_hears_nothing_asks_again_under_his_key()
      throws IOException {
    TestVenue venue = hall.secondEvent();
    try (Door door = Door.refusingAndForgetful(service.baseUri())) {
      Sheet sheet = Rehearse.play(Rehearsed.at(options(venue), door.uri()), _ -> {});

      assertEquals(List.of(), sheet.violations());
      assertTrue(sheet.all().of(Mark.REFUSED) > 0 && sheet.all().of(Mark.LOST) > 0, sheet::text);
      assertEquals(
          venue.objects().stream()
              .filter(object -> object.path("status").asText().equals("booked"))
              .mapToInt(object -> object.path("quantity").asInt(1))
              .sum(),
          sheet.all().of(Mark.SEATS_BOOKED));
    }
  }

  @Test
  void what_was_made_is_given_back_if_that_is_wished_and_nothing_of_others() {
    TestVenue venue = hall.secondEvent();
    String other = "somebody-else";
    venue.holdAll(List.of("A-1", "A-2"), other).ok();
    venue.book(List.of("A-1"), other).ok();

    Sheet sheet = Rehearse.play(Rehearsed.clean(options(venue)), _ -> {});

    assertEquals(List.of(), sheet.violations());
    assertTrue(sheet.all().of(Mark.BOOKED) > 0);
    assertEquals(
        List.of("A-1", "A-2"),
        venue.objects().stream().map(object -> object.path("objectLabel").asText()).toList());
  }

  @Test
  void where_there_can_be_no_rehearsal_one_line_says_why_and_nothing_is_changed()
      throws IOException {
    TestVenue full = hall.secondEvent();
    full.holdAll(Json.labels("A", 1, 40), "a-large-cart").ok();
    full.holdAll(Json.labels("B", 1, 40), "a-large-cart").ok();
    full.holdPlaces("floor", "a-large-cart", 10).ok();
    String key = hall.sk().key();
    String event = hall.eventKey();
    String live = hall.workspace().liveSecret().key();

    assertRefused("has no event evt_unknown", options("evt_unknown", key));
    assertRefused("the key is not known", options(event, "sk_test_" + "x".repeat(24)));
    assertRefused("a secret key", options(event, hall.pk().key()));
    assertRefused("say --yes", options(event, live));
    assertRefused("no free seats", options(full));
    assertRefused(
        "not reachable", Rehearsed.options(URI.create(nobody()), event, key, BUYERS, 50, 60));
    assertEquals(0, hall.status().ok().at("seq").asInt());
  }

  private static void assertRefused(String why, Options options) {
    Refusal refusal = assertThrows(Refusal.class, () -> Rehearse.play(options, _ -> {}));
    assertTrue(refusal.line().contains(why), refusal::line);
    assertEquals(1, refusal.line().lines().count(), refusal::line);
  }

  /** Where nobody listens any more. */
  private static String nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }
}
