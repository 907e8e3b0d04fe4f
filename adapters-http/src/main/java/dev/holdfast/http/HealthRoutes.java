package dev.holdfast.http;

import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Route;
import java.util.List;
import java.util.function.Supplier;

/** Health checks. */
final class HealthRoutes {
  private HealthRoutes() {}

  /** The routes over this look at the server's state. */
  static List<Route> of(Supplier<Readiness> readiness) {
    return List.of(
        Route.get("/health/live", Access.OPEN, _ -> live()),
        Route.get("/health/ready", Access.OPEN, _ -> ready(readiness.get())));
  }

  private static Answer live() {
    return Answer.ok(json -> {
      json.writeStartObject();
      json.writeStringField("status", "ok");
      json.writeEndObject();
    });
  }

  /** A gate that is away makes the server slower, not useless: only the store decides. */
  private static Answer ready(Readiness now) {
    String store = now.store() ? "ok" : "unavailable";
    Answer answer =
        Answer.json(
            now.store() ? 200 : 503,
            json -> {
              json.writeStartObject();
              json.writeStringField("status", store);
              json.writeStringField("store", store);
              json.writeStringField("gate", now.gate() ? "ok" : "bypassed");
              json.writeEndObject();
            });
    return now.store() ? answer : answer.with("Retry-After", "1");
  }
}
