package dev.holdfast.http.seatsio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls and answers without a network, with single quotes for double ones. */
final class Asked {
  private Asked() {}

  /** A call with these parameters in its query. */
  static Call query(Map<String, String> query) {
    return new Call(context(query), null, null, null);
  }

  /** A call with this body; null for none. */
  static Call body(@Nullable String body) {
    return new Call(context(Map.of()), null, body == null ? null : json(body), null);
  }

  private static Context context(Map<String, String> query) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, arguments) -> {
              assertEquals("queryParam", method.getName());
              return query.get((String) arguments[0]);
            });
  }

  static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), false);
  }

  static JsonNode of(Answer answer) {
    Answer.Whole whole = (Answer.Whole) answer.content();
    return Json.parseStored(new String(whole.bytes(), StandardCharsets.UTF_8));
  }

  static void assertWritten(String expected, JsonContent content) {
    assertEquals(expected, Json.text(content).replace('"', '\''));
  }
}
