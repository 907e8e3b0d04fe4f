package dev.holdfast.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.seat.ExtraData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExtraDataTextTest {
  @Test
  void members_are_kept_as_compact_text_in_the_order_they_were_sent() {
    ExtraData read =
        read("{ 'z' : 1.10, 'a b' : { 'y': [ 1, null ] }, '\\u00e9\\'' : '\\u0041\\n' }");

    assertEquals("{'z':1.10,'a b':{'y':[1,null]},'\u00e9\\'':'A\\n'}", quoted(read.toJson()));
    assertEquals(
        List.of("'z'", "'a b'", "'\u00e9\\''"),
        read.members().keySet().stream().map(ExtraDataTextTest::quoted).toList());
  }

  @Test
  void what_was_written_is_read_back() {
    ExtraData read = read("{'a':'x,y:{}[]','b':{'c':','},'d':[],'e':''}");

    assertEquals(read, ExtraData.ofJson(read.toJson()));
  }

  @Test
  void its_size_counts_in_bytes_of_compact_text() {
    int room = ExtraDataText.MAX_BYTES - "{\"a\":\"\"}".length();

    read("{'a':   '" + "x".repeat(room) + "'}");
    read("{'a':'" + "\u00e9".repeat(room / 2) + "'}");
    assertRefused(
        "Object must have at most 16384 bytes of JSON", "{'a':'" + "x".repeat(room + 1) + "'}");
    assertRefused(
        "Object must have at most 16384 bytes of JSON",
        "{'a':'" + "\u00e9".repeat(room / 2 + 1) + "'}");
  }

  @Test
  void its_depth_counts_the_object_itself() {
    read(nested(ExtraDataText.MAX_DEPTH));
    assertRefused(
        "Object must be nested at most 32 levels deep", nested(ExtraDataText.MAX_DEPTH + 1));
  }

  private static String nested(int depth) {
    return "{'a':" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  private static void assertRefused(String text, String extraData) {
    InvalidRequest refused = assertThrows(InvalidRequest.class, () -> read(extraData));
    assertEquals(Map.of("extraData", List.of(text)), refused.errors());
  }

  private static ExtraData read(String extraData) {
    String body = "{'extraData':" + extraData + "}";
    BodyReader reader =
        BodyReader.of(Json.parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), false));
    ExtraData read = reader.extraData("extraData");
    reader.check();
    return read;
  }

  private static String quoted(String json) {
    return json.replace('"', '\'');
  }
}
