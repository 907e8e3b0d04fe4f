package dev.holdfast.http;

import static dev.holdfast.http.SeatsioHouse.BATCH;
import static dev.holdfast.http.SeatsioHouse.GROUP;
import static dev.holdfast.http.SeatsioHouse.groupOf;
import static dev.holdfast.http.SeatsioHouse.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.http.SeatsioDesk.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What changes of status of the seats.io dialect are refused (section 15.4), over HTTP: with one
 * error, and with nothing changed anywhere, whatever else was to be changed in the same step.
 */
final class SeatsioRefusedChangesTest {
  private static final String ILLEGAL = "ILLEGAL_STATUS_CHANGE";
  private static final String NO_TOKEN = "Hold token does not exist or has expired";

  private final SeatsioHouse house = new SeatsioHouse();
  private final SeatsioDesk desk = house.desk();
  private final String ada = house.token();
  private final String bob = house.token();
  private final String over = house.tokenThatIsOver();

  @AfterEach
  void close() {
    house.close();
  }

  /**
   * A change that is refused.
   *
   * @param before what happens to the gala before it, each a path and a body
   */
  record Case(List<String> before, String change, String message) {}

  private static Case after(String before, String change, String message) {
    return new Case(List.of(before), change, message);
  }

  private static Case of(String change, String message) {
    return new Case(List.of(), change, message);
  }

  private static String change(String members) {
    return "/events/gala/actions/change-object-status {" + members + "}";
  }

  private static final String BOOKED = change("'status':'booked','objects':['A-1']");
  private static final String HELD =
      change("'status':'reservedByToken','holdToken':'{ada}','objects':['A-1']");
  private static final String HELD_PLACES =
      change(
          "'status':'reservedByToken','holdToken':'{ada}',"
              + "'objects':[{'objectId':'GA1','quantity':60}]");
  private static final String CHANNEL =
      "/events/gala/channels {'key':'web','name':'Web','color':'red','objects':['A-1'],"
          + "'areaPlaces':{'GA1':20}}";

  private static String unsold(String what) {
    return "/events/gala/actions/mark-as-not-for-sale {" + what + "}";
  }

  private static String places(int quantity) {
    return "'objects':[{'objectId':'GA1','quantity':" + quantity + "}]";
  }

  static Stream<Case> whose() {
    String hers = "A-1 is held by another hold token";
    String taken = "A-1 is not free";
    String notHis = "A-1 is not held by this hold token";
    String with = ",'objects':['A-2','A-1']";
    return Stream.of(
        after(BOOKED, "'status':'booked'" + with, taken),
        after(BOOKED, "'status':'booked','holdToken':'{bob}'" + with, taken),
        after(BOOKED, "'status':'reservedByToken','holdToken':'{bob}'" + with, taken),
        after(HELD, "'status':'reservedByToken','holdToken':'{bob}'" + with, hers),
        after(HELD, "'status':'booked','holdToken':'{bob}'" + with, hers),
        after(HELD, "'status':'foo','holdToken':'{bob}'" + with, hers),
        after(HELD, "'status':'resale','holdToken':'{bob}'" + with, hers),
        after(HELD, "'status':'free','holdToken':'{bob}'" + with, hers),
        after(HELD, "'type':'RELEASE','holdToken':'{bob}'" + with, hers),
        after(BOOKED, "'type':'RELEASE','holdToken':'{bob}'" + with, notHis),
        after(BOOKED, "'status':'foo','holdToken':'{bob}'" + with, notHis));
  }

  static Stream<Case> tokens() {
    return Stream.of("nobody", "{over}")
        .flatMap(token ->
            Stream.of("'status':'reservedByToken'", "'status':'booked'", "'type':'RELEASE'")
                .map(change -> change + ",'holdToken':'" + token + "','objects':['A-2','GA1']"))
        .map(change -> of(change, NO_TOKEN));
  }

  static Stream<Case> capacity() {
    String most = "GA1 has 100 free places";
    return Stream.of(
        of("'status':'booked'," + places(101), most),
        of("'status':'foo'," + places(1_000_000), most),
        of("'status':'reservedByToken','holdToken':'{ada}'," + places(101), most),
        of(
            "'status':'booked',"
                + "'objects':[{'objectId':'GA1','quantity':60,'ticketType':'adult'},'A-2',"
                + "{'objectId':'GA1','quantity':41,'ticketType':'child'}]",
            most),
        after(
            HELD_PLACES,
            "'status':'booked','holdToken':'{bob}'," + places(41),
            "GA1 has 40 free places"),
        after(
            HELD_PLACES,
            "'status':'reservedByToken','holdToken':'{ada}'," + places(41),
            "GA1 has 40 free places"),
        new Case(
            List.of(HELD_PLACES, change("'status':'booked'," + places(30))),
            "'status':'booked','holdToken':'{ada}'," + places(71),
            "GA1 has 10 free places"));
  }

  static Stream<Case> rules() {
    String seat = "A-1 is not for sale";
    String area = "GA1 is not for sale";
    String booked = "'status':'booked','objects':['A-2','A-1']";
    String held = "'status':'reservedByToken','holdToken':'{ada}','objects':['A-2','A-1']";
    return Stream.of(
        after(unsold("'objects':['A-1']"), booked, seat),
        after(unsold("'objects':['A-1']"), held, seat),
        after(unsold("'objects':['A-1']"), booked + ",'ignoreChannels':true", seat),
        after(unsold("'objects':['A-1']"), booked.replace("booked", "resale"), seat),
        after(unsold("'objects':['A'],'categories':[]"), booked, "A-2 is not for sale"),
        after(unsold("'categories':['Cat1']"), booked, "A-2 is not for sale"),
        after(unsold("'objects':['GA1']"), "'status':'booked'," + places(1), area),
        after(unsold("'areaPlaces':{'GA1':95}"), "'status':'booked'," + places(6), area),
        new Case(List.of(HELD, unsold("'objects':['A-1']")), booked, seat),
        after(CHANNEL, booked, seat),
        after(CHANNEL, held, seat),
        after(CHANNEL, booked + ",'channelKeys':['desk','NO_CHANNEL']", seat),
        after(CHANNEL, booked + ",'channelKeys':['NO_CHANNEL']", seat),
        after(CHANNEL, booked + ",'channelKeys':['web']", "A-2 is not for sale"),
        after(CHANNEL, "'status':'booked'," + places(81), area),
        after(CHANNEL, "'status':'booked','channelKeys':['NO_CHANNEL']," + places(81), area));
  }

  static Stream<Case> conditions() {
    String with = ",'objects':['A-2','A-1']";
    String allowed = ",'allowedPreviousStatuses':";
    String rejected = ",'rejectedPreviousStatuses':";
    return Stream.of(
        after(BOOKED, "'status':'x'" + allowed + "['free']" + with, "A-1 has status booked"),
        after(BOOKED, "'status':'x'" + rejected + "['booked']" + with, "A-1 has status booked"),
        of("'status':'booked'" + allowed + "['x']" + with, "A-2 has status free"),
        of("'type':'RELEASE'" + rejected + "['free']" + with, "A-2 has status free"),
        after(
            HELD,
            "'status':'booked'" + rejected + "['reservedByToken']" + with,
            "A-1 has status reservedByToken"),
        after(
            HELD,
            "'type':'RELEASE'" + allowed + "['free']" + with,
            "A-1 has status reservedByToken"),
        after(
            HELD_PLACES,
            "'type':'RELEASE','objects':['GA1']" + allowed + "['booked','free']",
            "GA1 has status reservedByToken"),
        of("'status':'booked','objects':['GA1']" + rejected + "['free']", "GA1 has status free"));
  }

  @ParameterizedTest
  @MethodSource({"whose", "tokens", "capacity", "rules", "conditions"})
  void a_refusal_is_one_error_and_changes_nothing_anywhere(Case refused) {
    for (String each : refused.before) {
      String[] request = named(each).split(" ", 2);
      assertEquals(2, desk.post(request[0], request[1]).status() / 100, each);
    }
    String before = house.books();
    String change = named(refused.change);
    refuses(refused, desk.post("/events/gala/actions/change-object-status", "{" + change + "}"));
    refuses(refused, desk.post(GROUP, groupOf(List.of("ball", "gala"), change)));
    refuses(refused, desk.post(GROUP, groupOf(List.of("gala", "ball"), change)));
    String other = "{'event':'ball','status':'booked','objects':['B-1','GA1']}";
    String one = "{'event':'gala'," + change + "}";
    for (String order : List.of(other + "," + one, one + "," + other)) {
      refuses(refused, desk.post(BATCH, "{'statusChanges':[" + order + "]}"));
    }
    assertEquals(before, house.books());
  }

  private static void refuses(Case refused, Reply reply) {
    reply.says(400, ILLEGAL, refused.message);
  }

  private String named(String text) {
    return text.replace("{ada}", ada).replace("{bob}", bob).replace("{over}", over);
  }

  @Test
  void what_the_event_does_not_offer_is_unknown_and_changes_nothing() {
    String before = house.books();
    for (String label : List.of("Z-1", "a-1", "A-1 ", "T1-1", "T2", "A", "Section A")) {
      String change = "'status':'booked'," + objects("A-2", label);
      String message = "Object not found: " + label;
      house.group(List.of("ball", "gala"), change).says(400, "GENERAL_ERROR", message);
      desk.post("/events/gala/actions/change-object-status", "{" + change + "}")
          .says(400, "GENERAL_ERROR", message);
    }
    assertEquals(before, house.books());
  }

  @Test
  void a_change_that_cannot_follow_those_before_it_takes_them_back() {
    String before = house.books();
    String first = "{'event':'gala','status':'booked','objects':['A-1']}";
    String lost =
        "{'event':'gala','status':'x','objects':['A-1'],'allowedPreviousStatuses':['free']}";
    desk.post(BATCH, "{'statusChanges':[" + first + "," + first + "]}")
        .says(400, ILLEGAL, "A-1 is not free");
    desk.post(BATCH, "{'statusChanges':[" + first + "," + lost + "]}")
        .says(400, ILLEGAL, "A-1 has status booked");
    assertEquals(before, house.books());
  }

  @Test
  void a_token_holds_so_many_objects_and_no_more() {
    String hold = "'status':'reservedByToken','holdToken':'" + ada + "',";
    String limit = "A hold token holds at most 200 objects";
    desk.post(GROUP, groupOf(List.of("evt_1"), hold + seats(1, 201))).says(400, ILLEGAL, limit);
    desk.post(GROUP, groupOf(List.of("evt_1"), hold + seats(1, 200))).is(204);
    desk.post(GROUP, groupOf(List.of("evt_1"), hold + seats(200, 201))).says(400, ILLEGAL, limit);
    String before = house.journal("evt_1");
    String first = "{'event':'ball'," + hold + objects("A-1") + "}";
    String last = "{'event':'evt_1'," + hold + seats(201, 201) + "}";
    desk.post(BATCH, "{'statusChanges':[" + first + "," + last + "]}").says(400, ILLEGAL, limit);
    assertEquals(before, house.journal("evt_1"));
    assertEquals("free", house.toldOf("ball", "A-1").path("A-1").path("status").asText());
    desk.post(GROUP, groupOf(List.of("evt_1"), hold + seats(1, 200))).is(204);
  }

  private static String seats(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> "'A-" + number + "'")
        .collect(Collectors.joining(",", "'objects':[", "]"));
  }
}
