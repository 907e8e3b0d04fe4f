package dev.holdfast.http.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.reference.ReferenceDocument.Operation;
import dev.holdfast.http.reference.World.Reply;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Sent;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The parameters of the API reference are those that the endpoints read, and read so. */
final class ParametersMatchCodeTest {
  private static final ReferenceDocument DOCUMENT = ReferenceDocument.served();

  /** More than any list answers without being asked for more. */
  private static final int CHANGES = 110;

  /** Who is let in is decided before an endpoint is called. */
  private static final String KEY = "key";

  @Test
  void numbers_in_queries_are_read_within_their_bounds() {
    for (Operation operation : DOCUMENT.operations()) {
      for (JsonNode parameter : numbers(operation)) {
        String name = parameter.path("name").asText();
        JsonNode schema = parameter.path("schema");
        World world = new World();
        for (long inside : bounds(schema, 0)) {
          assertEquals(200, status(world, operation, name, inside), operation.id() + name + inside);
        }
        for (long outside : bounds(schema, 1)) {
          assertRefused(world, operation, name, Long.toString(outside));
        }
        assertRefused(world, operation, name, "one");
        assertRefused(world, operation, name, "");
      }
    }
  }

  /** The bounds that a schema has, or what is so far beyond them. */
  private static List<Long> bounds(JsonNode schema, int beyond) {
    List<Long> bounds = new ArrayList<>();
    if (schema.has("minimum")) {
      bounds.add(schema.path("minimum").asLong() - beyond);
    }
    if (schema.has("maximum")) {
      bounds.add(schema.path("maximum").asLong() + beyond);
    }
    return bounds;
  }

  private static void assertRefused(World world, Operation operation, String name, String value) {
    Reply reply = world.call(operation.route(), Map.of(name, value), null);
    assertEquals(400, reply.status(), operation.id() + " " + name + value);
    assertEquals(Set.of(name), reply.wrong(), operation.id() + " " + name + value);
  }

  @Test
  void a_default_is_what_an_absent_number_means() {
    for (Operation operation : DOCUMENT.operations()) {
      World world = numbers(operation).isEmpty() ? new World() : World.after(CHANGES);
      for (JsonNode parameter : numbers(operation)) {
        JsonNode usual = parameter.path("schema").path("default");
        if (!usual.isMissingNode()) {
          String name = parameter.path("name").asText();
          Reply absent = world.call(operation.route(), Map.of(), null);
          assertEquals(absent, asked(world, operation, name, usual.asLong()), operation.id());
          // By two: the first change is that of another object.
          assertNotEquals(absent, asked(world, operation, name, usual.asLong() + 2), name);
        }
      }
    }
  }

  private static int status(World world, Operation operation, String name, long value) {
    return asked(world, operation, name, value).status();
  }

  private static Reply asked(World world, Operation operation, String name, long value) {
    return world.call(operation.route(), Map.of(name, Long.toString(value)), null);
  }

  private static List<JsonNode> numbers(Operation operation) {
    return DOCUMENT.queryParameters(operation).stream()
        .filter(each -> each.path("schema").path("type").asText().equals("integer"))
        .toList();
  }

  @Test
  void no_parameter_is_read_that_is_not_documented_and_no_other_documented() {
    Samples samples = new Samples(DOCUMENT);
    for (Operation operation : dialect()) {
      World world = new World();
      world.queriesRead().clear();
      world.headersRead().clear();
      JsonNode body =
          operation.body().isMissingNode() ? null : samples.least(operation.bodySchema());
      world.call(operation.route(), Map.of(), body);

      Set<String> queries = names(operation, "query");
      queries.remove(KEY);
      assertEquals(queries, world.queriesRead(), operation.id());
      Set<String> headers = names(operation, "header");
      headers.remove(Sent.HEADER);
      assertEquals(headers, world.headersRead(), operation.id());
    }
  }

  /** Functions of tmt that change nothing, although they are called by POST. */
  private static final Pattern READING = Pattern.compile(".*/(list|published)_\\w+_seatsio");

  @Test
  void every_change_by_a_workspace_s_key_takes_an_idempotency_key_and_nothing_else_does() {
    Set<String> changes =
        new World()
            .routes().stream()
                .filter(route -> !route.method().equals(HandlerType.GET))
                .filter(route -> route.access() != Access.ADMIN)
                .filter(route -> !READING.matcher(route.path()).matches())
                .map(Route::toString)
                .collect(Collectors.toSet());
    Set<String> documented =
        DOCUMENT.operations().stream()
            .filter(each -> names(each, "header").contains(Sent.HEADER))
            .map(Operation::route)
            .collect(Collectors.toSet());
    assertEquals(changes, documented);
  }

  @Test
  void a_key_in_the_query_is_documented_where_one_is_taken() {
    Set<String> taking =
        new World()
            .routes().stream()
                .filter(Route::queryKey)
                .map(Route::toString)
                .collect(Collectors.toSet());
    Set<String> documented =
        dialect().stream()
            .filter(each -> names(each, "query").contains(KEY))
            .map(Operation::route)
            .collect(Collectors.toSet());

    assertEquals(taking, documented);
    assertEquals(Set.of("GET /api/v1/events/{eventKey}/stream"), documented);
  }

  @Test
  void every_parameter_in_a_path_is_documented() {
    for (Operation operation : DOCUMENT.operations()) {
      JsonNode shared = DOCUMENT.root().path("paths").path(operation.path()).path("parameters");
      Set<String> documented = new TreeSet<>();
      for (JsonNode each : shared) {
        JsonNode parameter = DOCUMENT.resolved(each);
        assertEquals("path", parameter.path("in").asText(), operation.path());
        documented.add("{" + parameter.path("name").asText() + "}");
      }
      Set<String> inPath =
          Arrays.stream(operation.path().split("/", -1))
              .filter(each -> each.startsWith("{"))
              .collect(Collectors.toSet());
      assertEquals(inPath, documented, operation.path());
    }
    assertTrue(DOCUMENT.operations().size() > dialect().size());
  }

  private static List<Operation> dialect() {
    return DOCUMENT.operations().stream().filter(each -> each.path().startsWith("/api/")).toList();
  }

  private static Set<String> names(Operation operation, String place) {
    return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
        .map(DOCUMENT::resolved)
        .filter(each -> each.path("in").asText().equals(place))
        .map(each -> each.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
