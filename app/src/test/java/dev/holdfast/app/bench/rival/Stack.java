package dev.holdfast.app.bench.rival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import java.util.Map;

/** The HTTP stack of the service with nothing of the service: Javalin on virtual threads. */
final class Stack {
  /** What a parent process waits for. */
  static final String LISTENING = "listening on ";

  private static final String SEATS = "/api/v1/events/{event}/seats/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Stack() {}

  /** What comes of one request. */
  record Reply(int status, Object body) {}

  /** Answers one request. */
  interface Act {
    Reply on(String event, JsonNode body) throws Exception;
  }

  /** Serves {@code POST /api/v1/events/{event}/seats/{act}} until the process is ended. */
  static void serve(Map<String, Act> acts) {
    Javalin javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.concurrency.useVirtualThreads = true;
          config.http.compressionStrategy = CompressionStrategy.GZIP;
          config.jetty.host = "127.0.0.1";
          config.jetty.port = 0;
          acts.forEach(
              (name, act) -> config.routes.post(SEATS + name, context -> answer(act, context)));
        });
    javalin.start();
    System.out.println(LISTENING + javalin.port());
  }

  private static void answer(Act act, Context context) throws Exception {
    JsonNode body = MAPPER.readTree(context.bodyAsBytes());
    Reply reply = act.on(context.pathParam("event"), body);
    context.status(reply.status());
    context.contentType("application/json");
    context.result(MAPPER.writeValueAsBytes(reply.body()));
  }
}
