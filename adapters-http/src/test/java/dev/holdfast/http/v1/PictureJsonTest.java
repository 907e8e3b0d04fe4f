package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import dev.holdfast.http.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PictureJsonTest {
  private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

  private static final EventPicture PICTURE =
      new EventPicture(
          9,
          NOW,
          List.of(
              new Seat("A-1", 3, held("stalls")),
              new Seat("A-2", 4, taken("stalls")),
              new Seat("A-3", 1, taken(null))),
          List.of(new Area("ga", 7, 100, 4, 2)),
          List.of(
              new AreaRecord("ga", 5, 4, held("box")), new AreaRecord("ga", 6, 2, taken("box"))));

  @Test
  void a_server_sees_tokens_and_extra_data() {
    assertEquals(
        "{'eventKey':'evt_1','seq':9,'objects':["
            + "{'objectLabel':'A-1','status':'held','holdToken':'secret-token',"
            + "'holdExpiresAt':'2026-11-21T20:15:00.000Z','categoryKey':'stalls',"
            + "'extraData':{'cart':7},'version':3},"
            + "{'objectLabel':'A-2','status':'booked','holdToken':null,'holdExpiresAt':null,"
            + "'categoryKey':'stalls','extraData':{'cart':7},'version':4},"
            + "{'objectLabel':'A-3','status':'booked','holdToken':null,'holdExpiresAt':null,"
            + "'categoryKey':null,'extraData':{'cart':7},'version':1},"
            + "{'objectLabel':'ga','status':'held','holdToken':'secret-token',"
            + "'holdExpiresAt':'2026-11-21T20:15:00.000Z','categoryKey':'box',"
            + "'extraData':{'cart':7},'objectType':'generalAdmission','quantity':4,'version':7},"
            + "{'objectLabel':'ga','status':'booked','holdToken':null,'holdExpiresAt':null,"
            + "'categoryKey':'box','extraData':{'cart':7},'objectType':'generalAdmission',"
            + "'quantity':2,'version':7}]}",
        status(true));
  }

  @Test
  void a_browser_sees_the_same_without_them() {
    assertEquals(
        status(true).replace("'secret-token'", "null").replace("{'cart':7}", "{}"), status(false));
  }

  @Test
  void reports_count_places_by_status_and_category() {
    assertEquals(
        "{'eventKey':'evt_1','byStatus':{'held':5,'booked':4},'byCategory':["
            + "{'status':'held','categoryKey':'box','count':4},"
            + "{'status':'held','categoryKey':'stalls','count':1},"
            + "{'status':'booked','categoryKey':'box','count':2},"
            + "{'status':'booked','categoryKey':'stalls','count':1},"
            + "{'status':'booked','categoryKey':null,'count':1}]}",
        text(Json.text(json -> Report.of(PICTURE).write(json, "evt_1"))));
  }

  @Test
  void an_event_nobody_touched_has_nothing_to_report() {
    EventPicture empty = new EventPicture(0, NOW, List.of(), List.of(), List.of());
    assertEquals(
        "{'eventKey':'evt_1','byStatus':{},'byCategory':[]}",
        text(Json.text(json -> Report.of(empty).write(json, "evt_1"))));
  }

  private static String status(boolean secrets) {
    return text(Json.text(json -> StatusJson.write(json, "evt_1", PICTURE, secrets)));
  }

  private static String text(String json) {
    return json.replace('"', '\'');
  }

  private static SeatState held(@Nullable String category) {
    return new SeatState.Held(
        new HoldToken("secret-token"), 1, NOW, NOW.plusSeconds(900), tag(category));
  }

  private static SeatState taken(@Nullable String category) {
    return new SeatState.Taken(
        SeatState.Taken.BOOKED, new HoldToken("secret-token"), 1, NOW, null, tag(category));
  }

  private static Tag tag(@Nullable String category) {
    return new Tag(category, new ExtraData(Map.of("\"cart\"", "7")));
  }
}
