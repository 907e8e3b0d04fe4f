package dev.holdfast.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.load.Admission;
import dev.holdfast.http.load.RequestRates;
import dev.holdfast.http.memory.Budget;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Answer.Content;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.LiveAnswer;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Route.BodyKind;
import dev.holdfast.http.route.Sent;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call: the key, then the body, then the endpoint, then the answer. Nothing of a
 * body is read for a caller who is not let in, and nobody waits for a body but its own request.
 */
final class Dispatcher {
  private static final Pattern GZIP =
      Pattern.compile("(^|,)\\s*gzip\\s*(;\\s*q=(1|0\\.0*[1-9])[^,]*)?(,|$)");

  private static final byte[] NO_BODY = {};

  private final KeyCheck keys;
  private final RequestBody bodies;
  private final Repeating repeating;
  private final Admission admission;
  private final RequestRates rates;

  /** Layouts are large: so many at once, the others wait their turn. */
  private final Budget layouts;

  Dispatcher(KeyCheck keys, IdempotencyPort answers, Admission admission, HttpSettings settings) {
    HttpSettings.Bounds bounds = settings.bounds();
    this.keys = keys;
    this.repeating = new Repeating(answers);
    this.admission = admission;
    this.rates = new RequestRates(settings.rates(), TimeSource.system());
    this.bodies = new RequestBody(bounds.bodies());
    this.layouts = new Budget(bounds.layoutsAtOnce(), bounds.layoutPatience());
  }

  /** Answers a request to a route. */
  void handle(Route route, Context context) throws IOException {
    Answer answer;
    try {
      answer = answer(route, context);
    } catch (RuntimeException e) {
      answer = Faults.answer(route.toString(), e);
      // Two limits: even whoever has no key should hear why, and nobody may drip for ever.
      bodies.drain(context.req(), route.bodyKind().maxBytes());
    }
    if (answer.content() instanceof Answer.Live(LiveAnswer news)) {
      try (news) {
        LiveReader.prepare(context);
        // Who asks for the head alone is not told anything.
        if (!context.method().equals(HandlerType.HEAD)) {
          news.tell(new LiveReader(context, stillOpen(route, context)));
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      return;
    }
    send(route.faults().shape(answer), context);
  }

  /** Whether the key that opened a route would open it now; trouble closes nothing. */
  private BooleanSupplier stillOpen(Route route, Context context) {
    return () -> {
      try {
        admit(route, context);
        return true;
      } catch (Rejection _) {
        return false;
      } catch (PortFailure _) {
        return true;
      }
    };
  }

  private Answer answer(Route route, Context context) {
    ApiKey key = admit(route, context);
    if (key != null) {
      rates
          .tooSoon(key)
          .ifPresent(wait -> {
            throw new Rejection(Envelope.tooManyRequests(wait));
          });
    }
    BodyKind kind = route.bodyKind();
    if (!kind.needed() && (kind == BodyKind.NONE || !RequestBody.announced(context.req()))) {
      return admitted(route, context, key, NO_BODY);
    }
    try (RequestBody.Received body = bodies.read(context.req(), kind)) {
      return admitted(route, context, key, body.bytes());
    }
  }

  /** Only now: whoever sends slowly keeps nobody else out. */
  private Answer admitted(Route route, Context context, @Nullable ApiKey key, byte[] body) {
    try (Admission.Turn _ = admission.enter(route).orElseThrow(Dispatcher::crowded)) {
      return once(route, context, key, body);
    }
  }

  private static Rejection crowded() {
    return new Rejection(Envelope.unavailable(Door.COME_BACK));
  }

  /** What was answered before is answered again, whatever has become of what it was about. */
  private Answer once(Route route, Context context, @Nullable ApiKey key, byte[] body) {
    Optional<Sent> sent = repeating.sent(route, context, key, body);
    return sent.flatMap(repeating::known)
        .orElseGet(() ->
            inTurn(
                route,
                () -> new Call(context, key, parsed(body, route.bodyKind()), sent.orElse(null))));
  }

  private static @Nullable JsonNode parsed(byte[] body, BodyKind kind) {
    return body.length == 0 ? null : Json.parse(body, kind.layout());
  }

  private @Nullable ApiKey admit(Route route, Context context) {
    Access access = route.access();
    return switch (access) {
      case OPEN -> null;
      case ADMIN -> {
        keys.operator(context.header("X-Admin-Key"));
        yield null;
      }
      case SECRET, PUBLIC_OR_SECRET -> keys.workspaceKey(access, sentKey(route, context));
      case SECRET_UNLESS_OPEN -> keys.secretUnlessOpen(sentKey(route, context));
      // Of a header that was sent twice the first is meant (seats.io dialect, section 1).
      case BASIC_SECRET, BASIC_COMPANY ->
          keys.basic(access, basicUser(context), context.header("X-Workspace-Key"));
      case BASIC_SYSTEM -> {
        keys.system(basicUser(context));
        yield null;
      }
    };
  }

  private static Optional<String> basicUser(Context context) {
    return BasicUser.of(context.header("Authorization"));
  }

  /** A secret key does not belong into a URL, which is written down everywhere. */
  private static @Nullable String sentKey(Route route, Context context) {
    String sent = context.header("X-Api-Key");
    if (sent != null || !route.queryKey()) {
      return sent;
    }
    String inQuery = context.queryParam("key");
    if (inQuery != null && !inQuery.startsWith("pk_")) {
      throw new Rejection(Envelope.keyInvalid());
    }
    return inQuery;
  }

  /** Parses and calls, when the route's turn has come: until then a body is but bytes. */
  private Answer inTurn(Route route, Supplier<Call> call) {
    if (!route.wholeLayout()) {
      return route.endpoint().handle(call.get());
    }
    Budget.Share turn =
        layouts.take(1).orElseThrow(() -> new Rejection(Envelope.unavailable(layouts.patience())));
    try (turn) {
      return route.endpoint().handle(call.get());
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
      case Answer.Live(LiveAnswer news) -> news.close();
      case Answer.Whole(String type, byte[] bytes) ->
          // As a result it would be copied through a buffer of 32 KiB that is made for it alone.
          context.contentType(type).outputStream().write(bytes);
      case Answer.Packed(String type, PackedJson json) -> {
        try (json;
            TimedAnswer _ = new TimedAnswer(context.req(), json.sending())) {
          send(json, context.contentType(type));
        }
      }
    }
  }

  private static void send(PackedJson json, Context context) throws IOException {
    context.header("Vary", "Accept-Encoding");
    if (takesGzip(context.header("Accept-Encoding"))) {
      context.header("Content-Encoding", "gzip");
      context.header("Content-Length", Integer.toString(json.compressedLength()));
      json.writeCompressed(context.outputStream());
    } else {
      json.writePlain(context.outputStream());
    }
  }

  /** Whether a header names gzip and does not weigh it nothing. */
  static boolean takesGzip(@Nullable String accepted) {
    return accepted != null && GZIP.matcher(accepted.toLowerCase(Locale.ROOT)).find();
  }
}
