package dev.holdfast.http.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.reference.Probes.Default;
import dev.holdfast.http.reference.Probes.Probe;
import dev.holdfast.http.reference.ReferenceDocument.Operation;
import dev.holdfast.http.reference.World.Reply;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Route.BodyKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API reference is compared with the routes and with what they take and refuse. */
final class ReferenceMatchesCodeTest {
  private static final ReferenceDocument DOCUMENT = ReferenceDocument.served();

  private final Map<String, Route> routes = new TreeMap<>();

  ReferenceMatchesCodeTest() {
    new World().routes().forEach(route -> routes.put(route.toString(), route));
  }

  private Route routeOf(Operation operation) {
    Route route = routes.get(operation.route());
    if (route == null) {
      throw new AssertionError("no route " + operation.route());
    }
    return route;
  }

  @Test
  void every_route_is_documented_and_nothing_else() {
    List<String> documented = DOCUMENT.operations().stream().map(Operation::route).toList();

    assertEquals(List.copyOf(routes.keySet()), documented.stream().sorted().toList());
  }

  @Test
  void the_keys_are_those_that_the_route_lets_in() {
    for (Operation operation : DOCUMENT.operations()) {
      Access access = routeOf(operation).access();
      String keys =
          switch (access) {
            case OPEN -> "[]";
            case ADMIN -> "[\"admin\"]";
            case SECRET, SECRET_UNLESS_OPEN -> "[\"sk\"]";
            case PUBLIC_OR_SECRET -> "[\"pk\",\"sk\"]";
            case BASIC_SECRET, BASIC_COMPANY, BASIC_SYSTEM -> throw seatsio(operation);
          };
      String security =
          switch (access) {
            case OPEN -> "[]";
            case ADMIN -> "[{\"AdminKey\":[]}]";
            case SECRET_UNLESS_OPEN -> "[{\"ApiKey\":[]},{}]";
            case SECRET, PUBLIC_OR_SECRET -> "[{\"ApiKey\":[]}]";
            case BASIC_SECRET, BASIC_COMPANY, BASIC_SYSTEM -> throw seatsio(operation);
          };
      assertEquals(keys, operation.node().path("x-keys").toString(), operation.route());
      assertEquals(security, operation.node().path("security").toString(), operation.route());
    }
  }

  private static AssertionError seatsio(Operation operation) {
    return new AssertionError(operation.route() + " is of the seats.io dialect");
  }

  @Test
  void bodies_are_bounded_as_the_route_bounds_them() {
    for (Operation operation : DOCUMENT.operations()) {
      BodyKind kind = routeOf(operation).bodyKind();
      JsonNode body = operation.body();
      assertEquals(kind == BodyKind.NONE, body.isMissingNode(), operation.route());
      assertEquals(kind.maxBytes(), body.path("x-max-bytes").asInt(), operation.route());
      if (kind != BodyKind.NONE) {
        assertEquals(Json.MAX_DEPTH, body.path("x-max-depth").asInt(), operation.route());
        assertEquals(kind.needed(), body.path("required").asBoolean(), operation.route());
      }
    }
  }

  @Test
  void every_body_is_read_as_documented() {
    List<String> differences = new ArrayList<>();
    for (Operation operation : withBody(DOCUMENT)) {
      differences.addAll(differences(DOCUMENT, operation));
    }
    assertEquals(List.of(), differences);
  }

  /** What the code makes of an operation's body otherwise than the document. */
  private static List<String> differences(ReferenceDocument document, Operation operation) {
    World world = new World();
    List<String> differences = new ArrayList<>();
    for (Probe probe : Probes.of(document, operation).all()) {
      Reply reply = world.call(operation.route(), Map.of(), probe.body());
      boolean refused = reply.malformed();
      boolean asSaid =
          switch (probe.wrong()) {
            case Probes.NONE -> !refused;
            case Probes.ANY -> refused;
            default -> refused && reply.wrong().contains(probe.wrong());
          };
      if (!asSaid) {
        differences.add(operation.id() + ": " + probe.what() + " gave " + reply);
      }
    }
    return differences;
  }

  private static List<Operation> withBody(ReferenceDocument document) {
    return document.operations().stream().filter(each -> !each.body().isMissingNode()).toList();
  }

  /** The test of the test above: it finds what is wrong by one. */
  @ParameterizedTest
  @CsvSource({
    "createChart, ChartCreate/properties/name/minLength",
    "updateChart, ChartUpdate/properties/name/maxLength",
    "createChart, Layout/x-max-bookable-objects",
    "createChart, Row/properties/seats/oneOf/1/maximum",
    "createChart, Seat/properties/objectLabel/maxLength",
    "createChart, Seat/properties/x/minimum",
    "createChart, GeneralAdmissionArea/properties/capacity/maximum",
    "createEvent, EventCreate/properties/name/maxLength",
    "holdSeats, ObjectLabel/maxLength",
    "holdSeats, HoldRequest/properties/objectLabels/maxItems",
    "holdSeats, HoldRequest/properties/holdToken/minLength",
    "holdSeats, HoldRequest/properties/ttlSeconds/minimum",
    "holdSeats, HoldRequest/properties/ttlSeconds/maximum",
    "holdSeats, HoldRequest/properties/quantity/maximum",
    "holdSeats, ExtraData/x-max-bytes",
    "holdSeats, ExtraData/x-max-depth",
    "extendSeats, ExtendRequest/properties/ttlSeconds/maximum",
    "bookSeats, BookRequest/properties/holdToken/maxLength",
    "releaseSeats, ReleaseRequest/properties/objectLabels/maxItems",
    "createWebhook, WebhookCreate/properties/url/maxLength",
    "createWebhook, WebhookCreate/properties/events/maxItems",
    "createWebhook, WebhookCreate/properties/description/maxLength",
    "updateWebhook, WebhookUpdate/properties/url/maxLength",
    "updateWebhook, WebhookUpdate/properties/events/minItems",
    "updateWebhook, WebhookUpdate/properties/description/maxLength",
    "createWorkspace, WorkspaceCreate/properties/name/maxLength",
    "tmtCreateEvent, TmtChartId/maxLength",
    "tmtCreateEvent, TmtCreateEvent/properties/data/properties/event_id/maxLength",
    "tmtCreateEvent, TmtCreateEvent/properties/data/properties/name_event/maxLength",
    "tmtHoldSeats, TmtEventId/maxLength",
    "tmtHoldSeats, TmtSeats/maxItems",
    "tmtHoldSeats, TmtSeats/items/oneOf/0/maxLength",
    "tmtHoldSeats, TmtSeats/items/oneOf/1/properties/objectId/maxLength",
    "tmtHoldSeats, TmtSeats/items/oneOf/1/properties/quantity/minimum",
    "tmtHoldSeats, TmtSeats/items/oneOf/1/properties/quantity/maximum",
    "tmtExtendSeats, TmtExtend/properties/data/properties/seconds/maximum",
    "tmtExtendSeats, TmtExtend/properties/data/properties/seats/maxItems",
    "tmtExpireHoldToken, TmtExpire/properties/data/properties/hold_token/oneOf/0/maxLength",
    "tmtBookSeats, TmtBook/properties/data/properties/order_id/maxLength",
    "tmtAddTags, TmtTags/properties/data/properties/tags/maxItems",
    "tmtAddTags, TmtTags/properties/data/properties/tags/items/maxLength",
  })
  void a_bound_that_is_wrong_by_one_is_found(String operation, String bound) {
    int slash = bound.lastIndexOf('/');
    for (int difference : List.of(-1, 1)) {
      ReferenceDocument changed = new ReferenceDocument(DOCUMENT.root().deepCopy());
      ObjectNode schema =
          (ObjectNode) changed.root().at("/components/schemas/" + bound.substring(0, slash));
      String name = bound.substring(slash + 1);
      schema.put(name, schema.path(name).asInt() + difference);
      Operation changedOperation =
          withBody(changed).stream()
              .filter(each -> each.id().equals(operation))
              .findFirst()
              .orElseThrow();
      assertFalse(differences(changed, changedOperation).isEmpty(), bound + " " + difference);
    }
  }

  @Test
  void a_default_is_what_an_absent_member_means() {
    for (Operation operation : withBody(DOCUMENT)) {
      for (Default each : Probes.of(DOCUMENT, operation).defaults()) {
        String what = operation.id() + " " + each.what();
        Reply absent = fresh(operation, each.without());
        assertEquals(absent, fresh(operation, each.place().apply(each.value())), what);
        if (each.value().isInt()) {
          JsonNode other = JsonNodeFactory.instance.numberNode(each.value().asInt() + 1);
          assertNotEquals(absent, fresh(operation, each.place().apply(other)), what);
        }
      }
    }
  }

  private static Reply fresh(Operation operation, JsonNode body) {
    return new World().call(operation.route(), Map.of(), body);
  }

  @Test
  void no_member_is_read_that_is_not_documented() {
    Samples samples = new Samples(DOCUMENT);
    for (Operation operation : withBody(DOCUMENT)) {
      JsonNode body = SeenNode.of(samples.most(operation.bodySchema()));
      new World().call(operation.route(), Map.of(), body);
      compareSeen(operation.id(), operation.bodySchema(), body);
    }
  }

  private static void compareSeen(String what, JsonNode unresolved, JsonNode value) {
    JsonNode schema = DOCUMENT.resolved(unresolved);
    if (value instanceof SeenNode object && schema.has("properties")) {
      JsonNode members = schema.path("properties");
      TreeSet<String> documented = new TreeSet<>();
      members.fieldNames().forEachRemaining(documented::add);
      assertEquals(documented, object.seen(), what);
      object.forEachEntry(
          (name, member) -> compareSeen(what + " " + name, members.path(name), member));
    } else if (value instanceof ArrayNode list) {
      List<JsonNode> choices = Samples.choices(schema);
      JsonNode array = choices.isEmpty() ? schema : choices.getFirst();
      list.forEach(item -> compareSeen(what, array.path("items"), item));
    }
  }

  @Test
  void every_example_of_a_body_is_accepted() {
    for (Operation operation : withBody(DOCUMENT)) {
      boolean layout = routeOf(operation).bodyKind().layout();
      assertFalse(operation.bodyExamples().isEmpty(), operation.route());
      operation
          .bodyExamples()
          .forEachEntry((name, example) -> {
            byte[] sent = example.path("value").toString().getBytes(StandardCharsets.UTF_8);
            Reply reply = fresh(operation, Json.parse(sent, layout));
            assertFalse(reply.malformed(), operation.id() + " " + name + ": " + reply);
          });
    }
  }
}
