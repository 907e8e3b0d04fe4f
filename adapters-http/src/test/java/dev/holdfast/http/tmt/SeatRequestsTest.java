package dev.holdfast.http.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.IfNothing;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.tmt.SeatEntry.Places;
import dev.holdfast.http.tmt.SeatEntry.Seat;
import dev.holdfast.http.tmt.SeatRequests.Asked;
import dev.holdfast.http.tmt.SeatRequests.Booking;
import dev.holdfast.http.tmt.SeatRequests.Longer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SeatRequestsTest {
  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final HoldToken TOKEN = new HoldToken("t-1");

  private static TmtData data(String data) {
    return TmtData.of(Bodies.call("{'data':{" + data + "}}"));
  }

  @Test
  void seats_and_places_stand_in_one_list() {
    Asked asked =
        SeatRequests.hold(
            data("'event_id':'e','seats':['A-1',{'objectId':'ga','quantity':3},'A-1']"));

    assertEquals(List.of(new Seat("A-1"), new Places("ga", 3), new Seat("A-1")), asked.entries());
    assertEquals(List.of("A-1", "A-1"), asked.labels());
    assertEquals(List.of(new Places("ga", 3)), asked.places());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'seats':7 | data.seats debe ser de tipo array y es de tipo number",
        "'seats':'A-1' | data.seats debe ser de tipo array y es de tipo string",
        "'seats':null | data.seats debe ser de tipo array y es de tipo null",
        "'seats':[] | data.seats debe tener al menos 1 elementos",
        "'x':1 | data.seats es obligatorio",
        "'seats':[7] | data.seats.0 debe ser de tipo string y es de tipo number",
        "'seats':['A-1',null] | data.seats.1 debe ser de tipo string y es de tipo null",
        "'seats':[['A-1']] | data.seats.0 debe ser de tipo string y es de tipo array",
        "'seats':[true] | data.seats.0 debe ser de tipo string y es de tipo boolean",
        "'seats':[''] | data.seats.0 debe tener al menos 1 caracteres",
        "'seats':[{'quantity':1}] | data.seats.0.objectId es obligatorio",
        "'seats':[{'objectId':'ga'}] | data.seats.0.quantity es obligatorio",
        "'seats':[{'objectId':'ga','quantity':0}] | data.seats.0.quantity debe ser como mínimo 1",
        "'seats':[{'objectId':'ga','quantity':1.5}] "
            + "| data.seats.0.quantity debe ser un número entero",
        "'seats':[{'objectId':'ga','quantity':1000001}] "
            + "| data.seats.0.quantity debe ser como máximo 1000000",
        "'seats':[{'objectId':'ga','quantity':'2'}] "
            + "| data.seats.0.quantity debe ser de tipo number y es de tipo string",
        "'seats':[{'objectId':7,'quantity':2}] "
            + "| data.seats.0.objectId debe ser de tipo string y es de tipo number",
      })
  void an_entry_that_is_none_is_named_in_spanish(String seats, String message) {
    assertMessage(message, () -> SeatRequests.hold(data("'event_id':'e'," + seats)));
  }

  @Test
  void a_list_or_a_label_that_is_too_long_is_refused() {
    String many = "'A-1',".repeat(200) + "'A-1'";
    assertMessage(
        "data.seats debe tener como máximo 200 elementos",
        () -> SeatRequests.hold(data("'event_id':'e','seats':[" + many + "]")));
    assertMessage(
        "data.seats.0 debe tener como máximo 255 caracteres",
        () -> SeatRequests.hold(data("'event_id':'e','seats':['" + "x".repeat(256) + "']")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x':1 | data.hold_token es obligatorio",
        "'hold_token':null | data.hold_token debe ser de tipo string y es de tipo null",
        "'hold_token':7 | data.hold_token debe ser de tipo string y es de tipo number",
        "'hold_token':'' | data.hold_token debe tener al menos 1 caracteres",
        "'hold_token':{} | data.hold_token.token es obligatorio",
        "'hold_token':{'token':7} | data.hold_token.token debe ser de tipo string y es de tipo number",
        "'hold_token':{'token':''} | data.hold_token.token debe tener al menos 1 caracteres",
      })
  void a_token_that_is_none_is_named_in_spanish(String token, String message) {
    assertMessage(message, () -> SeatRequests.expire(data(token)));
  }

  @Test
  void a_token_may_be_a_text_or_an_object_and_is_told_as_an_object_with_all_its_members() {
    SentToken text = SeatRequests.expire(data("'hold_token':'t-1'"));
    SentToken object = SeatRequests.expire(data("'hold_token':{'z':[1],'token':'t-1'}"));

    assertEquals(TOKEN, text.token());
    assertEquals(TOKEN, object.token());
    Bodies.assertJson("{'token':'t-1'}", text.echo());
    Bodies.assertJson("{'z':[1],'token':'t-1'}", object.echo());
  }

  @Test
  void a_release_without_a_token_is_anybodys_and_leaves_what_is_free() {
    String seats = "'event_id':'e','seats':['A-1',{'objectId':'ga','quantity':2}]";
    ReleaseRequest anybodys =
        new ReleaseRequest(
            List.of("A-1"),
            List.of(new ReleaseRequest.Places("ga", 2)),
            new Anybodys(false),
            IfNothing.LEAVE);

    assertEquals(anybodys, SeatRequests.release(data(seats)).release());
    // A token that was lost is none: it must not free everybody's seats.
    assertThrows(
        InvalidRequest.class, () -> SeatRequests.release(data(seats + ",'hold_token':null")));
    assertEquals(
        new OfToken(TOKEN, false),
        SeatRequests.release(data(seats + ",'hold_token':'t-1'")).release().scope());
  }

  @Test
  void a_booking_carries_the_order_and_what_is_to_hang_on_it() {
    Booking booking =
        SeatRequests.book(
            data(
                "'event_id':'e','seats':['A-1',{'objectId':'ga','quantity':2}],"
                    + "'hold_token':{'token':'t-1'},'order_id':'o-1','extra_data':{'a':1}"));

    assertEquals("o-1", booking.request().order());
    assertEquals("{\"a\":1}", booking.request().extraData().toJson());
    assertEquals(List.of(new BookRequest.Places("ga", 2)), booking.request().places());
    assertEquals(TOKEN, booking.request().token());
  }

  @Test
  void what_is_extended_is_all_of_the_token_for_its_usual_life_unless_said_otherwise() {
    Longer all = SeatRequests.extend(data("'event_id':'e','hold_token':'t-1'"), USUAL);
    Longer one =
        SeatRequests.extend(
            data("'event_id':'e','hold_token':'t-1','seats':['A-1'],'seconds':7200"), USUAL);

    assertEquals(Optional.empty(), all.request().objects());
    assertEquals(USUAL, all.request().ttl());
    assertEquals(Optional.of(List.of("A-1")), one.request().objects());
    assertEquals(Duration.ofHours(2), one.request().ttl());
    assertMessage(
        "data.seconds debe ser como máximo 7200",
        () -> SeatRequests.extend(data("'event_id':'e','hold_token':'t-1','seconds':7201"), USUAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2027-02-29", "2027-2-3", "14-02-2027", "0000-01-01", "+10000-01-01", "hoy"})
  void a_day_that_is_not_in_the_calendar_is_refused(String day) {
    assertMessage(
        "data.date_event debe ser una fecha AAAA-MM-DD",
        () -> {
          TmtData data = data("'date_event':'" + day + "'");
          var _ = data.day("date_event");
          data.check();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "é", "a/b", "x.y"})
  void an_event_s_key_is_made_of_few_characters(String key) {
    assertMessage(
        "data.event_id admite de 1 a 64 letras, cifras, - y _",
        () -> {
          TmtData data = data("'event_id':'" + key + "'");
          var _ = data.newEvent();
          data.check();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'data':null}", "{'data':[]}", "{'data':'x'}", "[]", "7", "null"})
  void data_that_is_missing_or_no_object_is_asked_for(String body) {
    assertMessage("El cuerpo debe incluir \"data\"", () -> TmtData.of(Bodies.call(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'data':null}", "{'data':{}}", "{'x':7}"})
  void where_no_data_is_needed_none_need_be_sent(String body) {
    TmtData.none(Bodies.call(body));
    TmtData.none(nothing());
  }

  private static Call nothing() {
    return Bodies.call(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "'x'", "{'data':7}", "{'data':[]}"})
  void where_no_data_is_needed_no_other_kind_may_be_sent(String body) {
    assertThrows(InvalidRequest.class, () -> TmtData.none(Bodies.call(body)));
  }

  private static void assertMessage(String message, Executable reading) {
    InvalidRequest thrown = assertThrows(InvalidRequest.class, reading);
    var answer = TmtRoutes.FAULTS.shape(Envelope.invalid(thrown.errors()));
    assertEquals(message, Bodies.of(answer).path("message").asText());
    assertEquals(400, answer.status());
  }
}
