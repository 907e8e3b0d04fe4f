package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.docs.Documents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The routes of a running server by its own API reference, and by {@code docs/seatsio.md} those of
 * the seats.io dialect. Other tests, beside the code, compare both with the routes that the server
 * is made of.
 */
final class DocumentedRoutes {
  private static final Pattern ENDPOINT = Pattern.compile("`(GET|POST|DELETE) /.*`");

  private DocumentedRoutes() {}

  /**
   * One of them.
   *
   * @param name method and template
   * @param keys the kinds of key that open it; empty when it needs none
   */
  record Route(String name, Set<String> keys) {
    /** Whether the key comes as the user of HTTP Basic. */
    boolean isBasic() {
      return keys.contains("adm") || keys.contains("system secret");
    }
  }

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
    Documents.rows("docs/seatsio.md").stream()
        .filter(row -> ENDPOINT.matcher(row.getFirst()).matches())
        .forEach(row -> routes.add(seatsio(row)));
    return routes;
  }

  private static Route seatsio(List<String> row) {
    String name = row.getFirst().replace("`", "");
    return new Route(name, Set.of(row.get(1).replace("`", "").split(", ")));
  }
}
