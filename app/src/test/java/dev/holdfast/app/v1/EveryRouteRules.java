package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.RouteTable.Entry;
import dev.holdfast.app.v1.RouteTable.Stranger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every route of the server, asked by those whose things they are not. A new one needs an entry.
 */
public abstract class EveryRouteRules extends ReceivingRules {
  private RouteTable table;
  private Hook hook;

  @BeforeEach
  void own_one_of_everything() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    venue.book(List.of("A-2"), token).ok();
    hook = hook();
    String delivery = hook.test().ok().text("deliveryId");
    hook.awaitOnly("success");
    String made = venue.sk().basic().post("/hold-tokens").expect(201).text("holdToken");
    table = new RouteTable(venue, token, made, hook.id(), delivery, inbox.url());
  }

  /** All that somebody else could have seen or changed. */
  private String fingerprint() {
    String lists =
        Stream.of(
                TestVenue.CHARTS,
                TestVenue.EVENTS,
                Hook.WEBHOOKS,
                venue.chartPath("/draft"),
                venue.path("/changes"),
                hook.path("/deliveries"))
            .map(path -> venue.sk().get(path).ok().raw())
            .collect(Collectors.joining("\n"));
    return lists
        + venue.status().ok().raw()
        + venue.sk().post("/list_charts_seatsio", "{\"data\":{}}").ok().raw()
        + company(venue.workspace()).get("/workspaces").ok().raw()
        + inbox.attempts().size();
  }

  /** A company's own key. */
  private V1Client company(Workspace workspace) {
    return V1Client.basic(service().baseUri(), workspace.made().path("adminSecretKey").asText());
  }

  private List<V1Client> foreign(boolean secret) {
    Workspace other = Workspace.make(service());
    Workspace mine = venue.workspace();
    return secret
        ? List.of(mine.liveSecret(), other.testSecret(), other.liveSecret())
        : List.of(mine.livePublic(), other.testPublic());
  }

  @Test
  void the_table_has_every_route_and_nothing_else() {
    assertEquals(routes(_ -> true), new TreeSet<>(table.entries().keySet()));
  }

  private interface Which {
    boolean is(DocumentedRoutes.Route route);
  }

  private Set<String> routes(Which which) {
    return DocumentedRoutes.of(service()).stream()
        .filter(which::is)
        .map(DocumentedRoutes.Route::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void I12_no_route_shows_or_changes_what_is_another_workspace_s() {
    String before = fingerprint();
    for (V1Client outsider : foreign(true)) {
      assertAll(
          table.entries().entrySet().stream()
              .map(each -> () -> assertClosed(each.getKey(), each.getValue(), outsider)));
    }
    assertEquals(before, fingerprint());
  }

  private void assertClosed(String route, Entry entry, V1Client outsider) {
    Answer answer = table.ask(route, outsider);
    String told = route + " answered " + answer.status() + " " + answer.shortened();
    switch (entry.stranger()) {
      case Stranger.Nothing(int status) -> assertEquals(status, answer.status(), told);
      case Stranger.OwnThings() -> {
        assertTrue(answer.status() / 100 == 2, told);
        for (String secret : table.names()) {
          assertFalse(answer.raw().contains(secret), told);
        }
      }
      case Stranger.Anybody() -> assertEquals(200, answer.status(), told);
    }
  }

  @Test
  void I12_a_browser_s_key_of_another_workspace_opens_no_more() {
    String before = fingerprint();
    for (V1Client outsider : foreign(false)) {
      for (DocumentedRoutes.Route route : DocumentedRoutes.of(service())) {
        Answer answer = table.ask(route.name(), outsider);
        int expected = route.keys().isEmpty() ? 200 : status(route);
        assertEquals(expected, answer.status(), route.name());
      }
    }
    assertEquals(before, fingerprint());
  }

  private static int status(DocumentedRoutes.Route route) {
    if (route.keys().contains("admin") || route.keys().contains("system secret")) {
      return 401;
    }
    return route.keys().contains("pk") ? 404 : 403;
  }

  @Test
  void I12_another_company_s_own_key_opens_no_more() {
    String before = fingerprint();
    String key = Workspace.make(service()).made().path("adminSecretKey").asText();
    V1Client outsider = V1Client.withKey(service().baseUri(), key);
    for (DocumentedRoutes.Route route : DocumentedRoutes.of(service())) {
      if (route.isBasic() && !route.keys().contains("system secret")) {
        Answer answer = table.ask(route.name(), outsider);
        String told = route.name() + " answered " + answer.status();
        String sent = table.sent(route.name());
        boolean named =
            route.name().contains("{") || table.names().stream().anyMatch(sent::contains);
        boolean refused = named && !route.name().equals(RouteTable.UPLOAD);
        assertEquals(refused ? 404 : 200, round(answer.status()), told);
        for (String secret : table.names()) {
          // An error may repeat what was asked for.
          assertTrue(sent.contains(secret) || !answer.raw().contains(secret), told);
        }
      } else if (!route.keys().isEmpty()) {
        assertEquals(401, table.ask(route.name(), outsider).status(), route.name());
      }
    }
    assertEquals(before, fingerprint());
  }

  /** Made, told or done is the same here. */
  private static int round(int status) {
    return status / 100 == 2 ? 200 : status;
  }

  @Test
  void without_a_key_exactly_these_routes_answer() {
    String before = fingerprint();
    V1Client nobody = V1Client.withoutKey(service().baseUri());
    Set<String> open = new TreeSet<>();
    for (String route : routes(_ -> true)) {
      int status = table.ask(route, nobody).status();
      if (status != 401) {
        assertEquals(200, status, route);
        open.add(route);
      }
    }
    assertEquals(
        Set.of(
            "GET /health/live",
            "GET /health/ready",
            "GET /reference",
            "GET /reference/openapi.json",
            "GET /reference/reference.css",
            "GET /reference/reference.js",
            "GET /charts/{chartKey}/thumbnail.svg"),
        open);
    assertEquals(before, fingerprint());
  }

  @Test
  void the_operator_s_routes_take_no_other_key() {
    String company = venue.workspace().made().path("adminSecretKey").asText();
    Set<String> routes = routes(route -> route.keys().contains("admin"));
    assertFalse(routes.isEmpty());
    for (String key : List.of(company, venue.sk().key(), service().adminKey() + "x", "")) {
      V1Client caller = venue.sk().with("X-Admin-Key", key);
      for (String route : routes) {
        Check.envelope(401, table.ask(route, caller));
      }
    }
  }
}
