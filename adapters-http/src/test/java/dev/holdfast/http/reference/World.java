package dev.holdfast.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.CompanyWorkspaces;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.catalog.Notations;
import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.feed.FeedLimits;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.inmemory.InMemoryCatalog;
import dev.holdfast.domain.inmemory.InMemoryHoldTokens;
import dev.holdfast.domain.inmemory.InMemoryIdempotency;
import dev.holdfast.domain.inmemory.InMemoryLedger;
import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.inmemory.InMemoryStore;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.Desks;
import dev.holdfast.domain.reservation.Gate;
import dev.holdfast.domain.reservation.SeatReservations;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import dev.holdfast.http.HttpSettings;
import dev.holdfast.http.LayoutNotations;
import dev.holdfast.http.NobodyListens;
import dev.holdfast.http.Readiness;
import dev.holdfast.http.Routes;
import dev.holdfast.http.UseCases;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.load.RateLimits;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.LiveAnswer;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.SeatsioRoutes;
import dev.holdfast.http.seatsio.SeatsioSettings;
import dev.holdfast.http.tmt.TmtSettings;
import dev.holdfast.http.v1.LiveFeed;
import dev.holdfast.http.v1.V1LayoutNotation;
import dev.holdfast.http.v1.V1Layouts;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every route over stores in memory, called without a network. Its clock stands still and its names
 * are numbers, so that the same requests have the same answers in two worlds.
 */
final class World {
  /** A token that holds a seat already. */
  private static final String TOKEN = "xxxxxxxx";

  /** An area that changes as often as anybody likes. */
  private static final String AREA = "yard";

  private static final String LAYOUT =
      "{\"categories\":[{\"key\":\"yard\"}],"
          + "\"rows\":[{\"label\":\"r\",\"seats\":[{\"label\":\"1\",\"objectLabel\":\"x\"},"
          + "{\"label\":\"2\",\"objectLabel\":\"held\"}]}],"
          + "\"gaAreas\":[{\"key\":\"yard\",\"capacity\":1000000,\"categoryKey\":\"yard\"}]}";

  private final Charts charts;
  private final List<Route> routes;
  private final ApiKey key;
  private final Map<String, String> pathParameters;
  private final Set<String> queriesRead = new TreeSet<>();
  private final Set<String> headersRead = new TreeSet<>();

  /**
   * What became of a request.
   *
   * @param wrong members that it was refused for
   * @param draft the draft of the chart that it was about, as it then was
   */
  record Reply(int status, Set<String> wrong, JsonNode body, Optional<Layout> draft) {
    /**
     * Whether the request was refused for its form. In tmt whatever the engine refuses is 400, too,
     * and its {@code error} tells it apart.
     */
    boolean malformed() {
      String error = body.path("data").path("error").asText("INVALID_REQUEST");
      return status == 400 && error.equals("INVALID_REQUEST");
    }
  }

  World() {
    InMemoryStore store = new InMemoryStore(Standstill.CLOCK);
    InMemoryCatalog catalog = new InMemoryCatalog(store);
    InMemoryLedger ledger = new InMemoryLedger(store);
    IdSource ids = Standstill.numbers();
    charts = new Charts(catalog, ids, LayoutNotations.all());
    Events events = new Events(catalog, ids);
    Workspaces workspaces = new Workspaces(catalog, ids);
    Writer writer =
        new Writer(
            ledger, Standstill.CLOCK, ids, HoldPolicy.STANDARD, WriterLimits.STANDARD, _ -> {});
    SeatReservations reservations =
        new SeatReservations(
            Desks.inline(writer),
            new Gate(new InMemorySeatLocks(Standstill.CLOCK), Standstill.CLOCK),
            catalog,
            ledger,
            new InMemoryHoldTokens(store),
            new InMemoryIdempotency(store),
            Runnable::run);
    routes =
        routes(
            new UseCases(
                reservations,
                charts,
                events,
                new Houses(
                    catalog, Sales.withoutRules(catalog), new Notations(LayoutNotations.all())),
                workspaces,
                new CompanyWorkspaces(catalog, ids),
                ledger,
                new Histories(catalog, ledger),
                new Integrity(catalog, ledger, Standstill.CLOCK),
                NobodyListens.webhooks(store, ids, Standstill.CLOCK),
                new InMemoryIdempotency(store),
                World::ready));
    var opened = workspaces.open("x");
    key = workspaces.authenticate(opened.liveSecret().text()).orElseThrow();
    String chart = charts.create(key.workspace(), "xxx", V1Layouts.draft(LAYOUT)).key();
    accepted(charts.publish(key.workspace(), chart));
    Event event = accepted(events.create(key.workspace(), chart, "x"));
    pathParameters =
        new HashMap<>(
            Map.of(
                "chartKey",
                chart,
                "eventKey",
                event.key(),
                "workspaceKey",
                opened.company().workspaces().getFirst().workspace().key(),
                "objectLabel",
                AREA));
    hold("{\"objectLabel\":\"held\",\"holdToken\":\"" + TOKEN + "\"}");
    String webhook = "{\"url\":\"https://x\",\"events\":[\"seat.held\"]}";
    pathParameters.put("webhookId", text("POST /api/v1/webhooks", webhook, "id"));
    pathParameters.put(
        "deliveryId", text("POST /api/v1/webhooks/{webhookId}/test", null, "deliveryId"));
  }

  /** One in which so many more changes of one object have happened. */
  static World after(int changes) {
    World world = new World();
    for (int i = 0; i < changes; i++) {
      world.hold(
          "{\"objectLabel\":\"yard\",\"objectType\":\"generalAdmission\",\"holdToken\":\""
              + TOKEN
              + "\"}");
    }
    return world;
  }

  private static List<Route> routes(UseCases useCases) {
    return Routes.of(
        new HttpSettings(
            "127.0.0.1",
            0,
            "admin",
            false,
            TmtSettings.STANDARD,
            new SeatsioSettings(Optional.of("system")),
            RateLimits.OFF,
            HttpSettings.Bounds.STANDARD),
        useCases,
        new LiveFeed(useCases.journal(), FeedLimits.STANDARD, Standstill.CLOCK));
  }

  private static Readiness ready() {
    return new Readiness(true, true);
  }

  private static <T> T accepted(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T>(T answer)) {
      return answer;
    }
    throw new AssertionError(outcome);
  }

  private void hold(String body) {
    var _ = text("POST /api/v1/events/{eventKey}/seats/hold", body, "status");
  }

  /** A member of what must be answered well. */
  private String text(String route, @Nullable String body, String member) {
    Reply reply = call(route, Map.of(), body == null ? null : Json.parseStored(body));
    if (reply.status() / 100 != 2) {
      throw new AssertionError(reply);
    }
    return reply.body().path(member).asText();
  }

  /** Those that the API reference describes. */
  List<Route> routes() {
    return routes.stream().filter(each -> !each.faults().equals(SeatsioRoutes.FAULTS)).toList();
  }

  /** Those of the seats.io dialect, which {@code docs/seatsio.md} lists. */
  List<Route> seatsioRoutes() {
    return routes.stream().filter(each -> each.faults().equals(SeatsioRoutes.FAULTS)).toList();
  }

  /** The key of the chart that is there, published. */
  String chart() {
    return Objects.requireNonNull(pathParameters.get("chartKey"));
  }

  /** Parameters of the query that endpoints asked for since the world began. */
  Set<String> queriesRead() {
    return queriesRead;
  }

  /** The same of headers, beside those of the key and the body. */
  Set<String> headersRead() {
    return headersRead;
  }

  /**
   * Calls a route.
   *
   * @param body null where none is read
   */
  Reply call(String name, Map<String, String> query, @Nullable JsonNode body) {
    Route route =
        routes.stream().filter(each -> each.toString().equals(name)).findFirst().orElseThrow();
    try {
      Answer answer = route.endpoint().handle(new Call(context(query), key, body, null));
      JsonNode json = json(answer);
      Set<String> wrong = new HashSet<>();
      json.path("errors").fieldNames().forEachRemaining(wrong::add);
      return new Reply(answer.status(), wrong, json, draft(name, json));
    } catch (InvalidRequest e) {
      Answer answer = route.faults().shape(Envelope.invalid(e.errors()));
      return new Reply(400, e.errors().keySet(), json(answer), Optional.empty());
    }
  }

  private Optional<Layout> draft(String name, JsonNode json) {
    String chart = json.path("chartKey").asText();
    return name.contains(" /api/v1/charts") && !chart.isEmpty()
        ? Optional.of(
            new V1LayoutNotation().read(accepted(charts.draft(key.workspace(), chart)).text()))
        : Optional.empty();
  }

  private static JsonNode json(Answer answer) {
    return switch (answer.content()) {
      case Answer.Nothing() -> Json.parseStored("{}");
      case Answer.Whole(_, byte[] bytes) ->
          Json.parseStored(new String(bytes, StandardCharsets.UTF_8));
      case Answer.Packed(_, PackedJson packed) -> json(packed);
      case Answer.Live(LiveAnswer news) -> {
        news.close();
        yield Json.parseStored("{}");
      }
    };
  }

  private static JsonNode json(PackedJson packed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (packed) {
      packed.writePlain(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Json.parseStored(bytes.toString(StandardCharsets.UTF_8));
  }

  /** As much of a request as endpoints ask for beside key and body. */
  private Context context(Map<String, String> query) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "pathParam" -> pathParameters.get((String) arguments[0]);
                  case "queryParam" -> {
                    queriesRead.add((String) arguments[0]);
                    yield query.get((String) arguments[0]);
                  }
                  case "header" -> {
                    headersRead.add((String) arguments[0]);
                    yield null;
                  }
                  case "ip" -> "127.0.0.1";
                  default -> throw new AssertionError(method);
                });
  }
}
