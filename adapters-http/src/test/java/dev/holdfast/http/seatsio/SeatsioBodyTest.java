package dev.holdfast.http.seatsio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.InvalidRequest;
import org.junit.jupiter.api.Test;

final class SeatsioBodyTest {
  @Test
  void no_body_means_no_parameters() {
    BodyReader body = SeatsioBody.of(Asked.body(null));
    assertFalse(body.has("name"));
    body.check();
  }

  @Test
  void what_is_null_was_not_sent() {
    BodyReader body = SeatsioBody.of(Asked.body("{'name':null,'key':'k'}"));
    assertFalse(body.has("name"));
    assertEquals("k", body.text("key", 1, 9));
    body.check();
  }

  @Test
  void nulls_are_left_out_at_any_depth_but_in_extra_data() {
    assertEquals(
        Asked.json("{'a':[{'c':1},[],2],'extraData':{'d':null},'o':{'extraData':{'e':[null]}}}"),
        SeatsioBody.withoutNulls(
            Asked.json(
                "{'a':[{'b':null,'c':1},[],2],'extraData':{'d':null},"
                    + "'o':{'extraData':{'e':[null]},'f':null}}")));
  }

  @Test
  void a_body_of_another_kind_is_refused() {
    assertThrows(InvalidRequest.class, () -> SeatsioBody.of(Asked.body("[]")));
    assertThrows(InvalidRequest.class, () -> SeatsioBody.of(Asked.body("null")));
  }
}
