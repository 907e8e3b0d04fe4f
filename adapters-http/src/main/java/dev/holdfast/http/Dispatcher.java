package dev.holdfast.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Answer.Content;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Route.BodyKind;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call: the key, then the body, then the endpoint, then the answer. Nothing of a
 * body is read for a caller who is not let in.
 */
final class Dispatcher {
  private static final Duration LAYOUT_WAIT = Duration.ofSeconds(10);

  private final KeyCheck keys;

  /** Layouts are large: so many at once, the others wait their turn. */
  private final Semaphore layouts;

  Dispatcher(KeyCheck keys, int layoutsAtOnce) {
    this.keys = keys;
    this.layouts = new Semaphore(layoutsAtOnce, true);
  }

  /** Answers a request to a route. */
  void handle(Route route, Context context) throws IOException {
    Answer answer;
    try {
      answer = answer(route, context);
    } catch (RuntimeException e) {
      answer = Faults.answer(route.toString(), e);
      // Two limits: even whoever has no key should hear why, and nobody may drip for ever.
      RequestBody.drain(context.req(), route.bodyKind().maxBytes());
    }
    send(answer, context);
  }

  private Answer answer(Route route, Context context) {
    ApiKey key = admit(route.access(), context);
    if (route.bodyKind() != BodyKind.LAYOUT) {
      return call(route, context, key);
    }
    if (!acquireLayout()) {
      return Envelope.unavailable(LAYOUT_WAIT);
    }
    try {
      return call(route, context, key);
    } finally {
      layouts.release();
    }
  }

  private @Nullable ApiKey admit(Access access, Context context) {
    return switch (access) {
      case OPEN -> null;
      case ADMIN -> {
        keys.operator(context.header("X-Admin-Key"));
        yield null;
      }
      case SECRET, PUBLIC_OR_SECRET -> keys.workspaceKey(access, context.header("X-Api-Key"));
    };
  }

  private static Answer call(Route route, Context context, @Nullable ApiKey key) {
    BodyKind kind = route.bodyKind();
    JsonNode body = null;
    if (kind != BodyKind.NONE) {
      byte[] bytes = RequestBody.read(context.req(), kind.maxBytes());
      body = Json.parse(bytes, kind == BodyKind.LAYOUT);
    }
    return route.endpoint().handle(new Call(context, key, body));
  }

  private boolean acquireLayout() {
    try {
      return layouts.tryAcquire(LAYOUT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sends an answer. */
  static void send(Answer answer, Context context) throws IOException {
    context.status(answer.status());
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Cache-Control", "no-store");
    answer.headers().forEach(context::header);
    Content content = answer.content();
    switch (content) {
      case Answer.Nothing() -> {}
      case Answer.Whole(String type, byte[] bytes) -> context.contentType(type).result(bytes);
      case Answer.Streamed streamed -> {
        context.contentType(Answer.JSON);
        streamed.writeTo(context.outputStream());
      }
    }
  }
}
