package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.app.v1.RawHttp;
import dev.holdfast.app.v1.V1Client;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys, methods and bodies that are refused, all in the same error body. */
public abstract class TmtErrorRules extends TmtRules {

  private static final int MEBIBYTE = 1024 * 1024;

  private static List<TmtClient> bothPlaces(V1Client caller) {
    return List.of(TmtClient.of(caller), TmtClient.of(caller).at(TmtClient.PREFIXED));
  }

  @Test
  void without_a_key_or_with_an_unknown_one_every_function_is_closed() {
    String token = venue.held("A-1");
    V1Client nobody = V1Client.withoutKey(service().baseUri());
    String unknown = "sk_test_" + "x".repeat(24);
    for (V1Client caller :
        List.of(nobody, nobody.with("X-Api-Key", unknown), nobody.with("X-Api-Key", "nonsense"))) {
      for (TmtClient tmt : bothPlaces(caller)) {
        for (String function : TmtClient.FUNCTIONS) {
          TmtCheck.error(401, tmt.callWith(function, venue.everything(token)));
        }
      }
    }
    assertEquals("held", v1.state("A-1"));
  }

  @Test
  void a_browser_s_key_opens_no_function() {
    String token = venue.held("A-1");
    for (TmtClient tmt : bothPlaces(v1.pk())) {
      for (String function : TmtClient.FUNCTIONS) {
        TmtCheck.error(403, tmt.callWith(function, venue.everything(token)));
      }
    }
    assertEquals("held", v1.state("A-1"));
  }

  @Test
  void functions_are_called_with_post_only() {
    for (TmtClient tmt : bothPlaces(v1.sk())) {
      for (String function : TmtClient.FUNCTIONS) {
        TmtCheck.error(405, tmt.http().get(tmt.path(function)));
      }
      String hold = tmt.path("hold_seats_seatsio");
      TmtCheck.error(405, tmt.http().text("PUT", hold, "{\"data\":{}}", "application/json"));
      TmtCheck.error(405, tmt.http().delete(hold));
    }
  }

  @Test
  void a_function_that_nobody_knows_is_not_found() {
    venue.tmt().at(TmtClient.PREFIXED).call("no_such_function").expect(404);
    venue.tmt().call("no_such_function").expect(404);
  }

  @Test
  void a_body_above_one_mebibyte_is_too_large() {
    for (TmtClient tmt : bothPlaces(v1.sk())) {
      for (boolean chunked : List.of(false, true)) {
        assertEquals(
            413,
            RawHttp.statusOf(
                v1.sk(), "POST", tmt.path("hold_seats_seatsio"), MEBIBYTE + 1L, chunked));
      }
      TmtCheck.error(413, tmt.sent("hold_seats_seatsio", "\"" + "x".repeat(MEBIBYTE) + "\""));
    }
  }
}
