package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The routes of a running server by its own API reference. Another test, beside the code, compares
 * the reference with the routes that the server is made of.
 */
final class DocumentedRoutes {
  private DocumentedRoutes() {}

  /**
   * One of them.
   *
   * @param name method and template
   * @param keys the kinds of key that open it; empty when it needs none
   */
  record Route(String name, Set<String> keys) {}

  static List<Route> of(ServiceUnderTest service) {
    JsonNode paths =
        V1Client.withoutKey(service.baseUri()).get("/reference/openapi.json").ok().at("paths");
    List<Route> routes = new ArrayList<>();
    paths.forEachEntry((path, operations) ->
        operations.forEachEntry((method, operation) -> {
          if (operation.has("operationId")) {
            routes.add(
                new Route(
                    method.toUpperCase(Locale.ROOT) + " " + path,
                    new HashSet<>(Json.texts(operation.path("x-keys")))));
          }
        }));
    return routes;
  }
}
