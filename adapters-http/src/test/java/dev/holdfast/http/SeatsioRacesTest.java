package dev.holdfast.http;

import static dev.holdfast.http.SeatsioHouse.BATCH;
import static dev.holdfast.http.SeatsioHouse.GROUP;
import static dev.holdfast.http.SeatsioHouse.groupOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.SeatsioDesk.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Many callers of the seats.io dialect at once, over HTTP: exactly as many are accepted as can be,
 * and all the others are refused as if they had come later.
 */
final class SeatsioRacesTest {
  private static final int CALLERS = 16;
  private static final int ROUNDS = 3;
  private static final String EVENT = "/events/gala/actions/change-object-status";
  private static final String ILLEGAL = "ILLEGAL_STATUS_CHANGE";
  private static final String RELEASE = "'type':'RELEASE','objects':['A-1']";

  private final SeatsioHouse house = new SeatsioHouse();
  private final SeatsioDesk desk = house.desk();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void close() {
    callers.shutdownNow();
    house.close();
  }

  /** All call at the same time; the answers in the order of the callers. */
  private List<Reply> race(IntFunction<Reply> call) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      int number = caller;
      calls.add(() -> {
        start.await();
        return call.apply(number);
      });
    }
    List<Reply> replies = new ArrayList<>();
    for (Future<Reply> each : callers.invokeAll(calls)) {
      replies.add(each.get());
    }
    return replies;
  }

  /** The numbers of those who were accepted; the others got one error of this code. */
  private static List<Integer> accepted(List<Reply> replies, String code) {
    List<Integer> accepted = new ArrayList<>();
    for (int caller = 0; caller < replies.size(); caller++) {
      Reply reply = replies.get(caller);
      if (reply.status() / 100 == 2) {
        accepted.add(caller);
      } else {
        assertEquals(400, reply.status(), reply::toString);
        assertEquals(1, reply.body().path("errors").size(), reply::toString);
        assertEquals(code, reply.body().at("/errors/0/code").asText(), reply::toString);
      }
    }
    return accepted;
  }

  private Reply change(String members) {
    return desk.post(EVENT, "{" + members + "}");
  }

  private List<String> tokens() {
    return IntStream.range(0, CALLERS).mapToObj(_ -> house.token()).toList();
  }

  private static String places(int quantity) {
    return "'objects':[{'objectId':'GA1','quantity':" + quantity + "}]";
  }

  private int only(List<Reply> replies) {
    List<Integer> accepted = accepted(replies, ILLEGAL);
    assertEquals(1, accepted.size(), accepted::toString);
    return accepted.getFirst();
  }

  @Test
  void I1_a_seat_is_booked_once() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int winner =
          only(
              race(caller ->
                  change("'status':'booked','orderId':'o" + caller + "','objects':['A-1']")));
      assertEquals("o" + winner, house.info("A-1").path("orderId").asText());
      change(RELEASE).is(204);
    }
    assertEquals(2 * ROUNDS, house.changes("gala"));
  }

  @Test
  void I1_a_seat_is_held_by_one_token() throws Exception {
    List<String> tokens = tokens();
    for (int round = 0; round < ROUNDS; round++) {
      int winner =
          only(
              race(caller ->
                  change(
                      "'status':'reservedByToken','holdToken':'%s','objects':['A-2','A-1']"
                          .formatted(tokens.get(caller)))));
      assertEquals(tokens.get(winner), house.info("A-1").path("holdToken").asText());
      assertEquals(tokens.get(winner), house.info("A-2").path("holdToken").asText());
      change("'type':'RELEASE','objects':['A-1','A-2']").is(204);
    }
  }

  @Test
  void I1_who_holds_and_who_books_in_the_name_of_a_token_shut_each_other_out() throws Exception {
    List<String> tokens = tokens();
    for (int round = 0; round < ROUNDS; round++) {
      only(
          race(caller ->
              change(
                  "'status':'%s','holdToken':'%s','objects':['A-1']"
                      .formatted(
                          caller % 2 == 0 ? "reservedByToken" : "booked", tokens.get(caller)))));
      change(RELEASE).is(204);
    }
  }

  @Test
  void nobody_frees_or_books_what_another_holds() throws Exception {
    List<String> tokens = tokens();
    String hers = tokens.getFirst();
    String held = "'status':'reservedByToken','holdToken':'" + hers + "','objects':['A-1']";
    change(held).is(204);
    for (int round = 0; round < ROUNDS; round++) {
      List<Reply> replies =
          race(caller ->
              change(
                  (caller == 0 ? held : "%s,'holdToken':'%s','objects':['A-1']")
                      .formatted(
                          caller % 2 == 0 ? "'type':'RELEASE'" : "'status':'booked'",
                          tokens.get(caller))));
      assertEquals(List.of(0), accepted(replies, ILLEGAL));
      assertEquals(hers, house.info("A-1").path("holdToken").asText());
    }
  }

  @Test
  void of_a_condition_only_the_first_finds_it_met() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      only(race(_ -> change("'status':'x','allowedPreviousStatuses':['free'],'objects':['A-1']")));
      only(race(_ -> change("'status':'y','rejectedPreviousStatuses':['y'],'objects':['A-1']")));
      only(race(_ -> change(RELEASE + ",'allowedPreviousStatuses':['y']")));
    }
  }

  @Test
  void I4_no_more_places_are_sold_than_there_are() throws Exception {
    List<String> tokens = tokens();
    for (int round = 0; round < ROUNDS; round++) {
      List<Reply> replies =
          race(caller ->
              change(
                  caller % 2 == 0
                      ? "'status':'booked'," + places(7)
                      : "'status':'reservedByToken','holdToken':'%s',%s"
                          .formatted(tokens.get(caller), places(7))));
      assertEquals(14, accepted(replies, ILLEGAL).size());
      JsonNode area = house.info("GA1");
      assertEquals(98, area.path("numBooked").intValue() + area.path("numHeld").intValue());
      assertEquals(2, area.path("numFree").intValue());
      change("'type':'RELEASE'," + places(98)).is(204);
    }
  }

  @Test
  void I4_what_is_kept_back_of_an_area_stays_back() throws Exception {
    desk.post("/events/gala/actions/mark-as-not-for-sale", "{'areaPlaces':{'GA1':20}}").is(200);
    desk.post(
            "/events/gala/channels",
            "{'key':'web','name':'','color':'','areaPlaces':{'GA1':10},'objects':['A-1']}")
        .is(204);
    for (int round = 0; round < ROUNDS; round++) {
      List<Reply> replies = race(_ -> change("'status':'booked'," + places(5)));
      assertEquals(14, accepted(replies, ILLEGAL).size());
      assertEquals(70, house.info("GA1").path("numBooked").intValue());
      change("'type':'RELEASE'," + places(70)).is(204);
    }
  }

  @Test
  void of_those_who_may_and_those_who_may_not_sell_a_channel_one_who_may_does() throws Exception {
    desk.post("/events/gala/channels", "{'key':'web','name':'','color':'','objects':['A-1']}")
        .is(204);
    for (int round = 0; round < ROUNDS; round++) {
      int winner =
          only(
              race(caller ->
                  change(
                      "'status':'booked','objects':['A-1'],'channelKeys':['%s']"
                          .formatted(caller % 2 == 0 ? "web" : "NO_CHANNEL"))));
      assertEquals(0, winner % 2);
      change(RELEASE).is(204);
    }
  }

  @Test
  void what_goes_off_sale_meanwhile_is_sold_once_or_never_and_not_afterwards() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Reply> replies =
          race(caller ->
              caller == 0
                  ? desk.post("/events/gala/actions/mark-as-not-for-sale", "{'objects':['A-1']}")
                  : change("'status':'booked','objects':['A-1']"));
      List<Integer> accepted = accepted(replies, ILLEGAL);
      assertTrue(accepted.contains(0) && accepted.size() <= 2, accepted::toString);
      assertEquals(accepted.size() == 2 ? "booked" : "free", house.status("A-1"));
      change(RELEASE).is(204);
      change("'status':'booked','objects':['A-1']").says(400, ILLEGAL, "A-1 is not for sale");
      desk.post("/events/gala/actions/mark-everything-as-for-sale").is(200);
    }
  }

  @Test
  void a_token_that_is_over_holds_nothing_whoever_came_first() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String token = house.token();
      List<Reply> replies =
          race(caller ->
              caller == 0
                  ? desk.post("/hold-tokens/" + token, "{'expiresInMinutes':0}")
                  : change(
                      "'status':'reservedByToken','holdToken':'%s','objects':['%s-%d']"
                          .formatted(token, caller <= 6 ? "A" : "Section A-A", 1 + caller % 6)));
      assertTrue(accepted(replies, ILLEGAL).contains(0));
      assertEquals(
          0,
          desk.get("/reports/events/gala/byStatus/reservedByToken")
              .is(200)
              .body()
              .path("reservedByToken")
              .size());
      change("'status':'reservedByToken','holdToken':'" + token + "','objects':['A-1']")
          .says(400, ILLEGAL, "Hold token does not exist or has expired");
    }
  }

  @Test
  void a_token_holds_so_many_and_no_more() throws Exception {
    String token = house.token();
    List<Reply> replies =
        race(caller ->
            desk.post(
                GROUP,
                groupOf(
                    List.of("evt_1"),
                    "'status':'reservedByToken','holdToken':'%s',%s"
                        .formatted(token, twenty(caller)))));
    assertEquals(10, accepted(replies, ILLEGAL).size());
  }

  private static String twenty(int caller) {
    return IntStream.rangeClosed(20 * caller + 1, 20 * caller + 20)
        .mapToObj(number -> "'A-" + number + "'")
        .collect(Collectors.joining(",", "'objects':[", "]"));
  }

  @Test
  void I3_events_are_sold_together_in_whatever_order_they_are_named() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int winner =
          only(
              race(caller ->
                  desk.post(
                      GROUP,
                      groupOf(
                          caller % 2 == 0 ? List.of("gala", "ball") : List.of("ball", "gala"),
                          "'status':'booked','orderId':'o" + caller + "','objects':['A-1']"))));
      for (String event : SeatsioHouse.EVENTS) {
        assertEquals("o" + winner, house.toldOf(event, "A-1").path("A-1").path("orderId").asText());
      }
      desk.post(GROUP, groupOf(SeatsioHouse.EVENTS, RELEASE)).is(204);
    }
  }

  @Test
  void I3_a_batch_is_made_whole_or_not_at_all() throws Exception {
    String change = "{'event':'%s','status':'booked','objects':['A-%d']}";
    for (int round = 0; round < ROUNDS; round++) {
      List<Reply> replies =
          race(caller -> {
            // Each wants one seat of its own, and one that all want.
            String own = change.formatted("ball", 1 + caller % 6).replace("booked", "x" + caller);
            String shared = change.formatted("gala", 1);
            String both = caller % 2 == 0 ? own + "," + shared : shared + "," + own;
            return desk.post(BATCH, "{'statusChanges':[" + both + "]}");
          });
      int winner = only(replies);
      Set<String> statuses = new HashSet<>();
      house
          .toldOf("ball", "A-1", "A-2", "A-3", "A-4", "A-5", "A-6")
          .forEach(each -> statuses.add(each.path("status").asText()));
      assertEquals(Set.of("free", "x" + winner), statuses);
      desk.post(
              GROUP,
              groupOf(
                  SeatsioHouse.EVENTS,
                  "'type':'RELEASE','objects':['A-1','A-2','A-3','A-4','A-5','A-6']"))
          .is(204);
    }
  }

  @Test
  void the_best_are_given_to_each_who_can_have_them_and_to_nobody_twice() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Reply> replies =
          race(_ -> change("'status':'booked','bestAvailable':{'number':2,'categories':['cat1']}"));
      List<Integer> accepted = accepted(replies, "BEST_AVAILABLE_OBJECTS_NOT_FOUND");
      assertEquals(3, accepted.size(), accepted::toString);
      Set<String> chosen = new HashSet<>();
      for (int caller : accepted) {
        replies.get(caller).body().path("objects").forEach(each -> chosen.add(each.asText()));
      }
      assertEquals(Set.of("A-1", "A-2", "A-3", "A-4", "A-5", "A-6"), chosen);
      change("'type':'RELEASE','objects':['A-1','A-2','A-3','A-4','A-5','A-6']").is(204);
    }
  }

  @Test
  void a_request_that_comes_many_times_at_once_is_carried_out_once() throws Exception {
    String body = "{'status':'booked','objects':['A-1',{'objectId':'GA1','quantity':3}]}";
    List<Reply> replies = race(_ -> desk.once("key", EVENT, body));
    for (Reply each : replies) {
      assertTrue(Set.of(204, 409).contains(each.status()), each::toString);
    }
    desk.once("key", EVENT, body).is(204);
    assertEquals(2, house.changes("gala"));
    assertEquals(3, house.info("GA1").path("numBooked").intValue());
  }
}
