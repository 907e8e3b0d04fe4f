package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class SeatBodiesTest {
  private static final HoldToken TOKEN = new HoldToken("12345678");

  @Test
  void one_seat_is_held_for_a_quarter_of_an_hour() {
    HoldWish wish = HoldWish.read(body("{'objectLabel':'A-1','holdToken':'12345678'}"));

    assertEquals(
        new HoldRequest(
            TOKEN, List.of(new SeatItem("A-1", null)), Duration.ofMinutes(15), ExtraData.NONE),
        wish.request());
    assertFalse(wish.many());
  }

  @Test
  void several_seats_share_everything_else() {
    HoldWish wish =
        HoldWish.read(
            body(
                "{'objectLabels':['A-1','A-2'],'holdToken':'12345678','ttlSeconds':86400,"
                    + "'categoryKey':'box','extraData':{'a':1}}"));

    assertEquals(
        new HoldRequest(
            TOKEN,
            List.of(new SeatItem("A-1", "box"), new SeatItem("A-2", "box")),
            Duration.ofDays(1),
            new ExtraData(Map.of("\"a\"", "1"))),
        wish.request());
    assertTrue(wish.many());
  }

  @Test
  void places_of_an_area_are_asked_for_by_their_type() {
    String area = "{'objectLabel':'ga','holdToken':'12345678','objectType':'generalAdmission'";

    assertEquals(
        List.of(new PlacesItem("ga", null, 1)), HoldWish.read(body(area + "}")).request().items());
    assertEquals(
        List.of(new PlacesItem("ga", null, 4)),
        HoldWish.read(body(area + ",'quantity':4}")).request().items());
  }

  @Test
  void what_does_not_go_together_is_refused_by_member() {
    assertWrong(Set.of("objectLabel", "holdToken"), "{}", HoldWish::read);
    assertWrong(
        Set.of("objectLabels"),
        "{'objectLabel':'A','objectLabels':['B'],'holdToken':'12345678'}",
        HoldWish::read);
    assertWrong(
        Set.of("quantity"),
        "{'objectLabel':'A','quantity':1,'holdToken':'12345678'}",
        HoldWish::read);
    assertWrong(
        Set.of("objectType"),
        "{'objectLabels':['A'],'objectType':'generalAdmission','holdToken':'12345678'}",
        HoldWish::read);
    assertWrong(
        Set.of("objectType", "ttlSeconds", "holdToken"),
        "{'objectLabel':'A','objectType':'seat','ttlSeconds':86401,'holdToken':'1234567'}",
        HoldWish::read);
  }

  @Test
  void extending_means_all_the_token_holds_unless_labels_are_given() {
    assertEquals(
        new ExtendRequest(TOKEN, Optional.empty(), Duration.ofMinutes(10)),
        SeatRequests.extend(body("{'holdToken':'12345678'}")));
    assertEquals(
        new ExtendRequest(TOKEN, Optional.of(List.of("A")), Duration.ofHours(1)),
        SeatRequests.extend(body("{'holdToken':'12345678','labels':['A'],'ttlSeconds':3600}")));
    assertWrong(
        Set.of("labels", "ttlSeconds"),
        "{'holdToken':'12345678','labels':[],'ttlSeconds':3601}",
        SeatRequests::extend);
  }

  @Test
  void booking_takes_any_token_that_is_not_empty() {
    assertEquals(
        new BookRequest(new HoldToken("t"), List.of("A"), ExtraData.NONE, null),
        SeatRequests.book(body("{'objectLabels':['A'],'holdToken':'t'}")));
    assertWrong(Set.of("objectLabels", "holdToken"), "{'holdToken':''}", SeatRequests::book);
  }

  @Test
  void a_server_releases_anybody_s_or_a_token_s() {
    assertEquals(
        new ReleaseRequest(List.of("A"), new Anybodys(false)),
        SeatRequests.release(body("{'objectLabels':['A']}"), false));
    assertEquals(
        new ReleaseRequest(List.of("A"), new Anybodys(true)),
        SeatRequests.release(body("{'objectLabels':['A'],'allPlaces':true}"), false));
    assertEquals(
        new ReleaseRequest(List.of("A"), new OfToken(new HoldToken("t"), true)),
        SeatRequests.release(body("{'objectLabels':['A'],'holdToken':'t'}"), false));
  }

  @Test
  void a_browser_releases_what_its_own_token_holds_and_nothing_else() {
    assertEquals(
        new ReleaseRequest(List.of("A"), new OfToken(new HoldToken("t"), false)),
        SeatRequests.release(
            body("{'objectLabels':['A'],'holdToken':'t','allPlaces':true}"), true));
    assertWrong(
        Set.of("holdToken"),
        "{'objectLabels':['A'],'allPlaces':true}",
        body -> SeatRequests.release(body, true));
  }

  private static void assertWrong(Set<String> paths, String json, Consumer<BodyReader> read) {
    InvalidRequest refused =
        assertThrows(InvalidRequest.class, () -> read.accept(body(json)), json);
    assertEquals(paths, refused.errors().keySet(), json);
  }

  private static BodyReader body(String json) {
    return BodyReader.of(
        Json.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), false));
  }
}
