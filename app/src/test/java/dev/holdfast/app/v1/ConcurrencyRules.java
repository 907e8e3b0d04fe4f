package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many callers at the same seats at the same time. Each round has an event of its own: nodes
 * without a common gate may hear of a release late, which is no matter here.
 */
public abstract class ConcurrencyRules extends V1Rules {

  private static List<String> tokens(int count) {
    return IntStream.range(0, count).mapToObj(i -> token()).toList();
  }

  private static List<String> reversed(List<String> labels) {
    List<String> reversed = new ArrayList<>(labels);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<String> overlapping(int number, boolean forwards) {
    List<String> batch = Json.labels("R", 1 + 25 * number, 75 + 25 * number);
    return forwards ? batch : reversed(batch);
  }

  private static int winner(List<Answer> answers) {
    assertEquals(1, Crowd.count(answers, 200), () -> "winners of " + statuses(answers));
    assertEquals(
        answers.size() - 1, Crowd.count(answers, 409), () -> "losers of " + statuses(answers));
    return IntStream.range(0, answers.size())
        .filter(i -> answers.get(i).status() == 200)
        .findFirst()
        .orElseThrow();
  }

  private static String statuses(List<Answer> answers) {
    return answers.stream().map(Answer::status).sorted().toList().toString();
  }

  @Test
  void B_30_of_200_holds_on_one_seat_one_wins_and_of_50_bookings_one() {
    List<String> tokens = tokens(200);

    List<Answer> holds = Crowd.together(200, i -> venue.hold("A-1", tokens.get(i)));

    String token = tokens.get(winner(holds));
    for (Answer answer : holds) {
      if (answer.status() == 409) {
        Check.holdConflict(answer, "A-1 already_held");
      }
    }
    assertEquals(1, venue.objects().size());
    assertEquals(token, venue.object("A-1").path("holdToken").asText());

    List<Answer> books = Crowd.together(50, i -> venue.book(List.of("A-1"), token));

    winner(books);
    for (Answer answer : books) {
      if (answer.status() == 409) {
        Check.failed(answer, "A-1 not_held_by_token");
        assertEquals(Json.array("A-1"), answer.at("bookedByThisToken"));
      }
    }
    assertEquals(List.of("A-1"), venue.labels("booked"));
  }

  @Test
  void B_30_every_seat_of_a_rush_goes_to_one_buyer() {
    List<String> labels = Json.labels("A", 1, 30);
    List<String> tokens = tokens(150);

    List<Answer> holds = Crowd.together(150, i -> venue.hold(labels.get(i % 30), tokens.get(i)));

    assertEquals(30, Crowd.count(holds, 200), () -> statuses(holds));
    assertEquals(120, Crowd.count(holds, 409), () -> statuses(holds));
    for (int i = 0; i < 150; i++) {
      String holder = venue.object(labels.get(i % 30)).path("holdToken").asText();
      assertEquals(holds.get(i).status() == 200, holder.equals(tokens.get(i)));
    }
  }

  @Test
  void of_200_who_hold_different_seats_at_once_nobody_is_refused() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(200));
    List<String> labels = Json.labels("R", 1, 200);
    List<String> tokens = tokens(200);

    List<Answer> holds = Crowd.together(200, i -> wide.hold(labels.get(i), tokens.get(i)));

    assertEquals(200, Crowd.count(holds, 200), () -> statuses(holds));
    assertEquals(Json.sorted(labels), wide.labels("held"));
  }

  @Test
  void one_token_that_holds_one_seat_many_times_at_once_always_has_it() {
    String token = token();

    List<Answer> holds = Crowd.together(50, i -> venue.hold("A-1", token));

    assertEquals(50, Crowd.count(holds, 200), () -> statuses(holds));
    assertEquals(1, holds.stream().map(answer -> answer.text("holdExpiresAt")).distinct().count());
  }

  @Test
  void crossing_holds_of_200_seats_end_with_one_holder_of_all() {
    TestVenue hall = TestVenue.open(service(), Layouts.wide(200));
    List<String> labels = Json.labels("R", 1, 200);
    for (int round = 0; round < 10; round++) {
      TestVenue wide = hall.secondEvent();
      List<String> tokens = tokens(4);

      List<Answer> holds =
          Crowd.together(
              4, i -> wide.holdAll(i % 2 == 0 ? labels : reversed(labels), tokens.get(i)));

      String token = tokens.get(winner(holds));
      assertEquals(200, wide.objects().size());
      assertTrue(wide.objects().stream().allMatch(o -> o.path("holdToken").asText().equals(token)));
    }
  }

  @Test
  void overlapping_holds_leave_whole_batches_only() {
    TestVenue hall = TestVenue.open(service(), Layouts.wide(200));
    for (int round = 0; round < 10; round++) {
      TestVenue wide = hall.secondEvent();
      List<String> tokens = tokens(6);
      int parity = round % 2;
      List<List<String>> batches =
          IntStream.range(0, 6).mapToObj(i -> overlapping(i, i % 2 == parity)).toList();

      List<Answer> holds = Crowd.together(6, i -> wide.holdAll(batches.get(i), tokens.get(i)));

      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        if (holds.get(i).status() == 200) {
          expected.addAll(batches.get(i));
        } else {
          holds.get(i).expect(409);
        }
      }
      assertTrue(!expected.isEmpty(), () -> "somebody wins: " + statuses(holds));
      assertEquals(Json.sorted(expected), wide.labels("held"));
    }
  }

  @Test
  void crossing_bookings_of_200_seats_book_them_once() {
    TestVenue hall = TestVenue.open(service(), Layouts.wide(200));
    List<String> labels = Json.labels("R", 1, 200);
    for (int round = 0; round < 10; round++) {
      TestVenue wide = hall.secondEvent();
      String token = token();
      wide.holdAll(labels, token).ok();

      List<Answer> books =
          Crowd.together(4, i -> wide.book(i % 2 == 0 ? labels : reversed(labels), token));

      winner(books);
      assertEquals(200, wide.labels("booked").size());
    }
  }

  @Test
  void crossing_releases_of_200_seats_free_them_once() {
    TestVenue hall = TestVenue.open(service(), Layouts.wide(200));
    List<String> labels = Json.labels("R", 1, 200);
    for (int round = 0; round < 10; round++) {
      TestVenue wide = hall.secondEvent();
      wide.holdAll(labels, token()).ok();

      List<Answer> releases =
          Crowd.together(4, i -> wide.release(i % 2 == 0 ? labels : reversed(labels)));

      winner(releases);
      assertEquals(List.of(), wide.objects());
    }
  }

  @Test
  void a_booking_that_crosses_a_release_is_whole_or_nothing() {
    TestVenue hall = TestVenue.open(service(), Layouts.wide(200));
    List<String> labels = Json.labels("R", 1, 200);
    List<String> some = reversed(labels).subList(20, 120);
    for (int round = 0; round < 10; round++) {
      TestVenue wide = hall.secondEvent();
      String token = token();
      wide.holdAll(labels, token).ok();

      List<Answer> answers =
          Crowd.together(2, i -> i == 0 ? wide.book(labels, token) : wide.release(some));

      // Held or booked, the hundred were there to be released.
      answers.get(1).ok();
      List<String> rest = labels.stream().filter(label -> !some.contains(label)).toList();
      String state = answers.getFirst().status() == 200 ? "booked" : "held";
      assertTrue(state.equals("booked") || answers.getFirst().status() == 409);
      assertEquals(Json.sorted(rest), wide.labels(state));
      assertEquals(100, wide.objects().size());
    }
  }

  @Test
  void an_area_never_sells_more_places_than_it_has() {
    List<String> tokens = tokens(60);

    List<Answer> holds = Crowd.together(60, i -> venue.holdPlaces("floor", tokens.get(i), 1));

    assertEquals(10, Crowd.count(holds, 200), () -> statuses(holds));
    assertEquals(50, Crowd.count(holds, 409), () -> statuses(holds));
    assertEquals(10, venue.places("floor", "held"));
  }

  @Test
  void places_that_one_token_adds_at_once_are_all_counted() {
    String token = token();

    List<Answer> holds = Crowd.together(15, i -> venue.holdPlaces("floor", token, 1));

    assertEquals(10, Crowd.count(holds, 200), () -> statuses(holds));
    assertEquals(10, venue.places("floor", "held"));
    assertEquals(1, venue.objects().size());
  }

  @Test
  void a_token_s_limit_holds_against_parallel_requests() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(260));
    String token = token();

    List<Answer> holds =
        Crowd.together(13, i -> wide.holdAll(Json.labels("R", 1 + 20 * i, 20 + 20 * i), token));

    assertEquals(10, Crowd.count(holds, 200), () -> statuses(holds));
    assertEquals(3, Crowd.count(holds, 409), () -> statuses(holds));
    assertEquals(200, wide.labels("held").size());
  }
}
