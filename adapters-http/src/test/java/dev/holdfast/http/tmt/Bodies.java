package dev.holdfast.http.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bodies of calls and answers, with single quotes for double ones. */
final class Bodies {
  private Bodies() {}

  /** A call with this body; null for none. */
  static Call call(@Nullable String body) {
    Context context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, _) -> {
                  throw new AssertionError(method);
                });
    if (body == null) {
      return new Call(context, null, null, null);
    }
    byte[] sent = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new Call(context, null, Json.parse(sent, false), null);
  }

  static JsonNode of(Answer answer) {
    Answer.Whole whole = (Answer.Whole) answer.content();
    return Json.parseStored(new String(whole.bytes(), StandardCharsets.UTF_8));
  }

  static void assertBody(String expected, Answer answer) {
    assertJson(expected, of(answer));
  }

  static void assertJson(String expected, JsonNode told) {
    assertEquals(expected, Json.text(told).replace('"', '\''));
  }

  static void assertWritten(String expected, JsonContent content) {
    assertEquals(expected, Json.text(content).replace('"', '\''));
  }
}
