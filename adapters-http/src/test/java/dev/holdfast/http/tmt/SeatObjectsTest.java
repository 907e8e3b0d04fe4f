package dev.holdfast.http.tmt;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Bookable.NamedSeat;
import dev.holdfast.domain.chart.Bookable.Places;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.tmt.SeatRequests.Asked;
import dev.holdfast.http.tmt.SeatRequests.Longer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Objects and results in the form in which TMT passes them on. */
final class SeatObjectsTest {
  private static final Instant NOW = Instant.parse("2027-02-14T19:00:00Z");

  private static final Map<String, Bookable> LAYOUT =
      Map.of(
          "Box-C-4", new NamedSeat("Box-C-4", "p"),
          "Lone", new NamedSeat("Lone", null),
          "-7", new NamedSeat("-7", "old"),
          "T-1", new NamedSeat("T-1", "p", "T-1", true),
          "T-2", new NamedSeat("T-2", "p", "T-2", false),
          "T-2-1", new NamedSeat("T-2-1", null, "T-2", true),
          "ga", new Places("ga", 300, List.of("g", "p")));

  private static final SeatObjects OBJECTS =
      new SeatObjects(
          new SeatingPlan(
              LAYOUT, List.of(new Category("p", "Platea"), new Category("g", "Pista"))));

  private static void assertObject(String expected, String label) {
    Bodies.assertWritten(
        "{'label':'" + label + "','status':'free'," + expected + "'version':4}",
        json -> {
          json.writeStartObject();
          OBJECTS.write(json, label, "free", 4);
          json.writeEndObject();
        });
  }

  @Test
  void a_seat_is_told_by_its_row_and_its_number() {
    assertObject(
        "'labels':{'own':{'label':'4','type':'seat'},'parent':{'label':'Box-C','type':'row'}},"
            + "'ids':{'own':'4','parent':'Box-C'},'categoryLabel':'Platea','categoryKey':'p',"
            + "'objectType':'seat','forSale':true,",
        "Box-C-4");
  }

  @Test
  void a_seat_without_a_row_or_a_category_has_none() {
    assertObject(
        "'labels':{'own':{'label':'Lone','type':'seat'}},'ids':{'own':'Lone'},"
            + "'objectType':'seat','forSale':true,",
        "Lone");
    assertObject(
        "'labels':{'own':{'label':'7','type':'seat'}},'ids':{'own':'7'},'categoryLabel':'old',"
            + "'categoryKey':'old','objectType':'seat','forSale':true,",
        "-7");
  }

  @Test
  void a_table_is_told_as_a_whole_or_by_its_seats_as_the_chart_sells_it() {
    assertObject(
        "'labels':{'own':{'label':'T-1','type':'table'}},'ids':{'own':'T-1'},"
            + "'categoryLabel':'Platea','categoryKey':'p','objectType':'table','forSale':true,",
        "T-1");
    assertObject("", "T-2");
    assertObject(
        "'labels':{'own':{'label':'1','type':'seat'},'parent':{'label':'T-2','type':'table'}},"
            + "'ids':{'own':'1','parent':'T-2'},'objectType':'seat','forSale':true,",
        "T-2-1");
  }

  @Test
  void an_area_is_told_with_its_capacity_and_usual_category() {
    assertObject(
        "'labels':{'own':{'label':'ga','type':'generalAdmission'}},'ids':{'own':'ga'},"
            + "'categoryLabel':'Pista','categoryKey':'g','objectType':'generalAdmission',"
            + "'capacity':300,'forSale':true,",
        "ga");
  }

  @Test
  void what_the_layout_has_no_more_is_told_by_its_label_alone() {
    assertObject("", "gone");
  }

  private static JsonContent object(Members members) {
    return json -> {
      json.writeStartObject();
      members.writeTo(json);
      json.writeEndObject();
    };
  }

  @Test
  void what_a_release_left_as_it_is_is_named_once() {
    Asked asked =
        new Asked(
            "e",
            List.of(
                new SeatEntry.Seat("gone"),
                new SeatEntry.Seat("free"),
                new SeatEntry.Seat("free"),
                new SeatEntry.Places("none", 2)),
            Optional.empty());
    Released released =
        new Released(NOW, List.of(new Released.ReleasedObject("gone", false, 1, 7)), Set.of());

    Bodies.assertWritten(
        "{'release':{'objects':{'gone':{'label':'gone','status':'free','version':7}},"
            + "'ignored':['free','none']},'event_id':'e'}",
        object(json -> SeatJson.released(json, OBJECTS, asked, released)));
  }

  @Test
  void an_extension_tells_how_long_the_token_really_lives() {
    HoldToken token = new HoldToken("t-1");
    Longer asked =
        new Longer(
            "e",
            SeatRequests.expire(TmtData.of(Bodies.call("{'data':{'hold_token':'t-1'}}"))),
            new ExtendRequest(token, Optional.empty(), Duration.ofMinutes(15), true));
    Extension extension =
        new Extension(
            NOW,
            List.of(
                new Extension.Extended("gone", NOW.plusSeconds(900), 2),
                new Extension.Extended("away", NOW.plusMillis(60_900), 3)),
            List.of(),
            Optional.of(NOW.plusMillis(900_900)));

    Bodies.assertWritten(
        "{'extend':{'objects':{"
            + "'gone':{'label':'gone','status':'reservedByToken','version':2,"
            + "'expiresAt':'2027-02-14T19:15:00.000Z'},"
            + "'away':{'label':'away','status':'reservedByToken','version':3,"
            + "'expiresAt':'2027-02-14T19:01:00.900Z'}}},"
            + "'hold_token':{'token':'t-1','holdToken':'t-1',"
            + "'expiresAt':'2027-02-14T19:15:00.900Z','expiresInSeconds':900}}",
        object(json -> SeatJson.extended(json, OBJECTS, asked, extension)));
  }
}
