package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whether an event's books are sound: asked of the service while it sells, and afterwards. */
public abstract class IntegrityRules extends V1Rules {
  private static final List<String> NAMES =
      List.of("sequence", "seats", "areas", "sales", "capacity");

  private static final int BUYERS = 12;
  private static final int ROUNDS = 25;

  private Answer check() {
    return venue.sk().get(venue.path("/integrity"));
  }

  private static JsonNode sound(Answer answer) {
    JsonNode report = answer.ok().body();
    assertTrue(report.path("ok").asBoolean(), answer::raw);
    assertEquals(report.path("seq"), report.path("checkedTo"));
    assertEquals(NAMES, Json.texts(report.path("checks"), "name"));
    for (JsonNode check : report.path("checks")) {
      assertTrue(check.path("ok").asBoolean() && check.path("complete").asBoolean());
      assertEquals(0, check.path("found").asInt());
      assertEquals(Json.array(), check.path("violations"));
    }
    return report;
  }

  @Test
  void an_event_in_which_nothing_happened_is_sound() {
    JsonNode report = sound(check());

    assertEquals(
        List.of("checkedAt", "checkedTo", "checks", "eventKey", "ok", "seq"),
        Json.sorted(Json.names(report)));
    assertEquals(venue.eventKey(), report.path("eventKey").asText());
    assertEquals(0, report.path("seq").asInt());
    Check.secondsFromNow(0, report.path("checkedAt"));
  }

  @Test
  void an_event_in_which_everything_happened_is_sound() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2", "A-3"), token).ok();
    venue.holdPlaces("floor", token, 4).ok();
    venue.extend(token, 600).ok();
    venue.book(List.of("A-1", "A-2", "floor"), token).ok();
    venue.release(List.of("A-3"), token).ok();
    venue.release(List.of("A-2")).ok();
    venue.hold("A-4", token(), 1).ok();
    sound(check());
    Eventually.within(
        ExpiryRules.LAPSE, "the hold has ended", () -> venue.state("A-4").equals("free"));

    JsonNode report = sound(check());

    assertEquals(Changes.all(venue).size(), report.path("seq").asInt());
  }

  @Test
  void the_books_are_sound_in_the_middle_of_a_storm_and_after_it() {
    List<CompletableFuture<Void>> storm =
        List.of(CompletableFuture.runAsync(this::storm), CompletableFuture.runAsync(this::storm));
    Supplier<Boolean> over = () -> storm.stream().allMatch(CompletableFuture::isDone);
    int checks = 0;
    while (!over.get()) {
      sound(check());
      checks++;
    }
    storm.forEach(CompletableFuture::join);

    JsonNode report = whileNothingHappens(() -> sound(check()));

    assertTrue(checks > 2, "hardly in the middle of it: " + checks);
    assertEquals(venue.status().ok().at("seq"), report.path("seq"));
    assertTrue(report.path("seq").asInt() > 200, report::toString);
  }

  /**
   * An answer before and after which the journal stood the same: the last holds lapse meanwhile.
   */
  private JsonNode whileNothingHappens(Supplier<JsonNode> question) {
    AtomicReference<JsonNode> answer = new AtomicReference<>();
    Eventually.within(
        ExpiryRules.LAPSE,
        "nothing happens any more",
        () -> {
          JsonNode before = venue.status().ok().at("seq");
          answer.set(question.get());
          return venue.labels("held").isEmpty() && venue.status().ok().at("seq").equals(before);
        });
    return Objects.requireNonNull(answer.get());
  }

  private void storm() {
    Crowd.together(
        BUYERS,
        buyer -> {
          Random random = new Random(buyer);
          for (int round = 0; round < ROUNDS; round++) {
            buy(random);
          }
          return buyer;
        });
  }

  private void buy(Random random) {
    String token = token();
    List<String> seats = List.of("A-" + (1 + random.nextInt(15)), "A-" + (16 + random.nextInt(15)));
    boolean area = random.nextInt(3) == 0;
    Answer held =
        area
            ? venue.holdPlaces("floor", token, 1 + random.nextInt(3))
            : venue.holdAll(seats, token, 1 + random.nextInt(2));
    List<String> objects = area ? List.of("floor") : seats;
    if (held.status() == 200) {
      switch (random.nextInt(6)) {
        case 0 -> venue.extend(token, 1);
        case 1, 2 -> {
          venue.book(objects, token);
          if (!area && random.nextInt(10) > 0) {
            venue.release(objects);
          }
        }
        default -> venue.release(objects, token);
      }
    }
  }

  @Test
  void those_who_ask_at_once_share_the_answer() {
    venue.hold("A-1", token()).ok();

    Crowd.together(20, _ -> check()).forEach(IntegrityRules::sound);
  }

  @Test
  void only_servers_of_the_workspace_may_ask() {
    Workspace other = Workspace.make(service());
    V1Client nobody = V1Client.withoutKey(service().baseUri());

    Check.envelope(401, nobody.get(venue.path("/integrity")));
    Check.envelope(401, nobody.get(venue.path("/integrity?key=" + venue.pk().key())));
    Check.envelope(403, venue.pk().get(venue.path("/integrity")));
    for (V1Client outsider : List.of(other.testSecret(), venue.workspace().liveSecret())) {
      Check.envelope(404, "Event not found", outsider.get(venue.path("/integrity")));
    }
    Check.envelope(
        404, "Event not found", venue.sk().get(TestVenue.EVENTS + "/evt_unknown/integrity"));
  }
}
