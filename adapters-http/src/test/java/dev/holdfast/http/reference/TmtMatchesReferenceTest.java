package dev.holdfast.http.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.reference.ReferenceDocument.Operation;
import dev.holdfast.http.reference.World.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the functions of the tmt dialect answer is as the API reference says. */
final class TmtMatchesReferenceTest {
  private static final ReferenceDocument DOCUMENT = ReferenceDocument.served();

  /** Names that the documentation of TMT shows, or seats.io's of the objects that it passes on. */
  private static final Set<String> DOCUMENTED =
      Set.of(
          "capacity",
          "categoryKey",
          "categoryLabel",
          "chartKey",
          "chart_id",
          "charts",
          "data",
          "date",
          "date_event",
          "draftVersionThumbnailUrl",
          "event_id",
          "expiresAt",
          "expiresInSeconds",
          "forSale",
          "holdToken",
          "hold_token",
          "id",
          "ids",
          "key",
          "label",
          "labels",
          "message",
          "name",
          "name_event",
          "numBooked",
          "objectId",
          "objectType",
          "objects",
          "own",
          "parent",
          "publishedVersionThumbnailUrl",
          "quantity",
          "seats",
          "status",
          "tags",
          "token",
          "type",
          "valido");

  private final World world = new World();

  private JsonNode call(String id, @Nullable String data) {
    Operation operation = DOCUMENT.operation(id);
    String body = data == null ? null : "{\"data\":" + data.replace('\'', '"') + "}";
    Reply reply =
        world.call(operation.route(), Map.of(), body == null ? null : Json.parseStored(body));
    String status = Integer.toString(reply.status());
    JsonNode schema =
        operation
            .node()
            .path("responses")
            .path(status)
            .path("content")
            .path("application/json")
            .path("schema");
    assertFalse(schema.isMissingNode(), id + " " + status);
    assertEquals(List.of(), Validity.faults(DOCUMENT, schema, reply.body()), id + " " + data);
    assertEquals(reply.status(), reply.body().path("status").asInt());
    return reply.body().path("data");
  }

  private void accepted(String id, @Nullable String data) {
    assertFalse(call(id, data).has("valido"), id + " " + data);
  }

  @Test
  void what_is_accepted_is_answered_as_documented() {
    accepted(
        "tmtCreateEvent",
        "{'chart_id':'%s','event_id':'n','name_event':'x','date_event':'2027-02-14'}"
            .formatted(world.chart()));
    String hold = "{'event_id':'n','seats':['x',{'objectId':'yard','quantity':3}]}";
    String token = call("tmtHoldSeats", hold).path("hold_token").path("token").asText();
    String held = "{'event_id':'n','hold_token':'" + token + "'";
    accepted("tmtListEvents", null);
    accepted("tmtListEvents", "{}");
    accepted("tmtExtendSeats", held + ",'seconds':900}");
    accepted("tmtExtendSeats", held + ",'seats':['x']}");
    accepted("tmtReleaseSeats", held + ",'seats':['held',{'objectId':'yard','quantity':1}]}");
    JsonNode booked =
        call(
                "tmtBookSeats",
                held + ",'seats':['x','yard',{'objectId':'yard','quantity':3}],'order_id':'o-1'}")
            .path("results");
    // Two were left of those held, and three come besides.
    assertEquals(2, booked.at("/assigned/objects/yard/numBooked").asInt());
    assertEquals(3, booked.at("/ga/0/result/objects/yard/numBooked").asInt());
    accepted("tmtBookSeats", held + ",'seats':[{'objectId':'yard','quantity':2}],'extra_data':{}}");
    accepted("tmtReleaseSeats", "{'event_id':'n','seats':['x',{'objectId':'yard','quantity':1}]}");
    accepted("tmtExpireHoldToken", "{'hold_token':{'token':'" + token + "','more':[1]}}");
    accepted("tmtExpireHoldToken", "{'hold_token':'nobody'}");
  }

  @Test
  void what_is_told_of_charts_is_as_documented() {
    String chart = "{'chart_id':'" + world.chart() + "'";
    for (String id : List.of("tmtGetPublishedChart", "tmtListChartObjects", "tmtCopyChart")) {
      accepted(id, chart + "}");
    }
    for (String id : List.of("tmtAddTags", "tmtRemoveTags")) {
      accepted(id, chart + ",'tags':['a','b','a']}");
    }
    accepted("tmtListCharts", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tmtCreateEvent | EVENT_ALREADY_EXISTS | {'chart_id':'CHART','event_id':'n','name_event':'x'}",
        "tmtCreateEvent | CHART_NOT_FOUND | {'chart_id':'no','event_id':'m','name_event':'x'}",
        "tmtCreateEvent | INVALID_REQUEST | {}",
        "tmtHoldSeats | EVENT_NOT_FOUND | {'event_id':'no','seats':['x']}",
        "tmtHoldSeats | SEATS_NOT_FOUND | {'event_id':'n','seats':['nowhere','x']}",
        "tmtHoldSeats | INVALID_SEATS | {'event_id':'n','seats':['yard']}",
        "tmtHoldSeats | INVALID_SEATS | {'event_id':'n','seats':[{'objectId':'x','quantity':1}]}",
        "tmtHoldSeats | SEATS_NOT_AVAILABLE | {'event_id':'n','seats':['x']}",
        "tmtHoldSeats | SEATS_NOT_AVAILABLE "
            + "| {'event_id':'n','seats':[{'objectId':'yard','quantity':1000000}]}",
        "tmtHoldSeats | INVALID_REQUEST | {'event_id':7,'seats':[7,{},'']}",
        "tmtExtendSeats | SEATS_NOT_HELD "
            + "| {'event_id':'n','hold_token':'TOKEN','seats':['held']}",
        "tmtExtendSeats | HOLD_TOKEN_EXPIRED | {'event_id':'n','hold_token':'no'}",
        "tmtReleaseSeats | SEATS_NOT_FOUND | {'event_id':'n','seats':['nowhere']}",
        "tmtReleaseSeats | INVALID_SEATS | {'event_id':'n','seats':['yard']}",
        "tmtBookSeats | SEATS_NOT_HELD "
            + "| {'event_id':'n','hold_token':'TOKEN','seats':['held']}",
        "tmtBookSeats | HOLD_TOKEN_EXPIRED "
            + "| {'event_id':'n','hold_token':'no','seats':[{'objectId':'yard','quantity':1}]}",
        "tmtExpireHoldToken | INVALID_REQUEST | {'hold_token':{}}",
        "tmtListEvents | INVALID_REQUEST | 7",
        "tmtGetPublishedChart | CHART_NOT_FOUND | {'chart_id':'no'}",
        "tmtAddTags | CHART_NOT_FOUND | {'chart_id':'no','tags':['a']}",
        "tmtRemoveTags | INVALID_REQUEST | {'chart_id':'CHART','tags':[]}",
      })
  void what_is_refused_is_answered_as_documented(String id, String error, String data) {
    accepted(
        "tmtCreateEvent",
        "{'chart_id':'%s','event_id':'n','name_event':'x'}".formatted(world.chart()));
    String token =
        call("tmtHoldSeats", "{'event_id':'n','seats':['x',{'objectId':'yard','quantity':1}]}")
            .path("hold_token")
            .path("token")
            .asText();

    JsonNode refused = call(id, data.replace("TOKEN", token).replace("CHART", world.chart()));

    assertEquals(error, refused.path("error").asText());
    assertFalse(refused.path("valido").asBoolean(true));
  }

  @Test
  void every_function_is_described_once_and_under_both_its_paths() {
    List<Operation> functions =
        DOCUMENT.operations().stream().filter(each -> each.path().endsWith("_seatsio")).toList();
    List<String> aliases = new ArrayList<>();
    for (Operation each : functions) {
      if (!each.aliasOf().isEmpty()) {
        aliases.add(each.aliasOf());
        assertEquals("/tmt" + each.aliasOf(), each.path());
        Operation first =
            functions.stream()
                .filter(one -> one.path().equals(each.aliasOf()))
                .findFirst()
                .orElseThrow();
        assertEquals(first.body(), each.body(), each.path());
        assertEquals(first.node().path("responses"), each.node().path("responses"), each.path());
      }
    }
    assertEquals(functions.size(), 2 * aliases.size());
    assertEquals(13, Set.copyOf(aliases).size());
  }

  @Test
  void a_name_is_TMTs_own_or_marked() {
    Set<String> unmarked = new TreeSet<>();
    DOCUMENT
        .root()
        .path("components")
        .path("schemas")
        .forEachEntry((name, schema) -> {
          if (name.startsWith("Tmt")) {
            collectUnmarked(schema, unmarked);
          }
        });

    assertEquals(new TreeSet<>(DOCUMENTED), unmarked);
  }

  private static void collectUnmarked(JsonNode node, Set<String> names) {
    node.path("properties")
        .forEachEntry((name, member) -> {
          JsonNode schema = DOCUMENT.resolved(member);
          if (!schema.path("x-holdfast-additive").asBoolean()) {
            names.add(name);
          }
        });
    node.forEach(child -> collectUnmarked(child, names));
  }
}
