package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.chaos.Wire.Reply;
import dev.holdfast.app.history.Ending;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.StatusCall;
import dev.holdfast.app.history.StatusCall.Asked;
import dev.holdfast.app.v1.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Calls any node through seats.io's dialect, and writes down what came of each call in every event
 * that it was about. What was not answered it asks for again under the same key, at any node.
 */
final class SeatsioCaller {
  /** Of one request, under its key. */
  private static final int ATTEMPTS = 3;

  private final List<URI> nodes;
  private final String key;
  private final Duration patience;
  private final Random random;

  /**
   * A caller.
   *
   * @param key a secret key of the workspace
   * @param random which node it asks, and whether it asks again
   */
  SeatsioCaller(List<URI> nodes, String key, Duration patience, Random random) {
    this.nodes = nodes;
    this.key = key;
    this.patience = patience;
    this.random = random;
  }

  /** A token that the service made. */
  record Token(String text, Instant until) {}

  /** The shortest-lived token that there is; none where it was not answered. */
  Optional<Token> token(Recorder recorder) {
    HttpRequest request =
        post(anywhere(), "/hold-tokens", newKey(), Json.object("expiresInMinutes", 1));
    Reply reply = new Wire(recorder).send(request);
    return reply.result() == Result.DONE
        ? Optional.of(
            new Token(
                reply.body().path("holdToken").asText(),
                Instant.parse(reply.body().path("expiresAt").asText())))
        : Optional.empty();
  }

  /** Ends a token and all that it holds; whether that is sure. */
  boolean end(String token, List<Night> nights) {
    Recorder first = nights.getFirst().recorder();
    String once = newKey();
    long start = System.nanoTime();
    boolean done = false;
    for (int attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
      HttpRequest request =
          post(anywhere(), "/hold-tokens/" + token, once, Json.object("expiresInMinutes", 0));
      done = new Wire(first).send(request).result() == Result.DONE;
    }
    Ending ending = new Ending(token, start, done ? System.nanoTime() : Long.MAX_VALUE);
    nights.forEach(night -> night.recorder().add(ending));
    return done;
  }

  /** Changes the status of objects in some events, all or nothing; what came of it in the first. */
  StatusCall change(Asked asked, List<Night> nights) {
    StatusChangeBody body = StatusChangeBody.of(asked, nights, random.nextBoolean());
    Recorder first = nights.getFirst().recorder();
    String once = newKey();
    long start = System.nanoTime();
    Known known = send(body, once, first);
    for (int attempt = 1; attempt < ATTEMPTS && isToAskAgain(known.result()); attempt++) {
      known = known.and(send(body, once, first), told -> first.odd(asked + ": " + told));
    }
    Result result = known.result();
    long end = result == Result.UNKNOWN ? Long.MAX_VALUE : known.at;
    JsonNode answer = known.reply.body();
    List<StatusCall> calls = new ArrayList<>();
    for (int night = 0; night < nights.size(); night++) {
      boolean done = result == Result.DONE;
      List<String> told = done ? body.told(answer, night) : List.of();
      boolean soldOut = Results.isSoldOut(answer);
      calls.add(new StatusCall(known.node, asked, start, end, result, told, soldOut));
      nights.get(night).recorder().add(calls.getLast());
    }
    if (result == Result.DONE) {
      body.odd(answer).forEach(first::odd);
    }
    return calls.getFirst();
  }

  /** Mostly what was not answered or not done; at times what was: its answer is told again. */
  private boolean isToAskAgain(Result result) {
    return switch (result) {
      case UNKNOWN -> random.nextBoolean();
      case NOTHING -> random.nextInt(4) > 0;
      case DONE, REFUSED -> random.nextInt(12) == 0;
    };
  }

  /**
   * What is known of a request after it was sent, once or several times.
   *
   * @param at monotonic nanoseconds after the answer
   */
  private record Known(String node, Reply reply, long at) {
    Result result() {
      return reply.result();
    }

    /** After it was sent once more: what was answered at last is answered for good. */
    Known and(Known later, Consumer<String> odd) {
      return switch (result()) {
        case DONE, REFUSED -> {
          if (later.isDecided() && !later.isSame(this)) {
            odd.accept(reply + ", and under the same key " + later.reply);
          }
          yield this;
        }
        // What was not answered may have happened, whatever became of its repetition.
        case UNKNOWN -> later.result() == Result.NOTHING ? this : later;
        case NOTHING -> later;
      };
    }

    private boolean isDecided() {
      return result() == Result.DONE || result() == Result.REFUSED;
    }

    /** Errors have another number each time. */
    private boolean isSame(Known other) {
      JsonNode mine = reply.body();
      JsonNode others = other.reply.body();
      boolean same =
          result() == Result.DONE
              ? mine.equals(others)
              : mine.path("errors").equals(others.path("errors"));
      return result() == other.result() && same;
    }
  }

  private Known send(StatusChangeBody body, String once, Recorder recorder) {
    int node = random.nextInt(nodes.size());
    HttpRequest request = post(nodes.get(node), body.path(), once, body.json());
    Reply reply = new Wire(recorder).send(request);
    return new Known("node " + node, reply, System.nanoTime());
  }

  private URI anywhere() {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private String newKey() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private HttpRequest post(URI node, String path, String once, ObjectNode body) {
    byte[] user = (key + ":").getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(node + path))
        .timeout(patience)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user))
        .header("Idempotency-Key", once)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }
}
