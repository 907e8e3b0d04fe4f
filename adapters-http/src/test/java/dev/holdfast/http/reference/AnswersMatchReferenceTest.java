package dev.holdfast.http.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.webhook.EventFacts;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.reference.ReferenceDocument.Operation;
import dev.holdfast.http.reference.World.Reply;
import dev.holdfast.http.v1.Entries;
import dev.holdfast.http.v1.StreamEntry;
import dev.holdfast.http.v1.V1Payloads;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered and sent has the members that the API reference says, and its examples, too. */
final class AnswersMatchReferenceTest {
  private static final ReferenceDocument DOCUMENT = ReferenceDocument.served();
  private static final String JSON = "application/json";
  private static final EventFacts FACTS =
      new EventFacts(new EventId(1), "evt_1", null, "chart_1", "Great hall");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getEventStatus",
        "listChanges",
        "getObjectHistory",
        "checkEventIntegrity",
        "listWebhooks",
        "createWebhook",
        "getWebhook",
        "updateWebhook",
        "deleteWebhook",
        "rotateWebhookSecret",
        "testWebhook",
        "listDeliveries",
        "replayDelivery"
      })
  void an_answer_is_as_documented(String id) {
    Operation operation =
        DOCUMENT.operations().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    JsonNode body =
        operation.body().isMissingNode()
            ? null
            : operation.bodyExamples().elements().next().path("value");

    Reply reply = World.after(3).call(operation.route(), Map.of(), body);

    String status = Integer.toString(reply.status());
    JsonNode answer = operation.node().path("responses").path(status);
    assertTrue(status.startsWith("2") && !answer.isMissingNode(), id + " " + status);
    JsonNode schema = answer.path("content").path(JSON).path("schema");
    assertEquals(List.of(), Validity.faults(DOCUMENT, schema, reply.body()), id);
  }

  @ParameterizedTest
  @EnumSource(JournalKind.class)
  void an_event_of_the_stream_is_as_documented_for_both_kinds_of_key(JournalKind kind) {
    JsonNode data = stream().path("x-event-data");
    for (boolean area : List.of(true, false)) {
      StreamEntry entry = StreamEntry.RENDERING.of(Entries.entry(kind, area));
      for (byte[] block : List.of(entry.whole(), entry.open())) {
        List<String> lines = new String(block, StandardCharsets.UTF_8).lines().toList();
        assertEquals("event: " + kind.word(), lines.get(1));
        JsonNode told = Json.parseStored(lines.get(2).substring("data: ".length()));
        JsonNode schema = data.path(kind.word());
        assertFalse(schema.isMissingNode(), kind.word());
        assertEquals(List.of(), Validity.faults(DOCUMENT, schema, told), kind.word());
      }
    }
  }

  @Test
  void the_events_of_the_stream_are_those_documented() {
    Set<String> expected = new TreeSet<>(Set.of("snapshot"));
    for (JournalKind kind : JournalKind.values()) {
      expected.add(kind.word());
    }
    Set<String> documented = new TreeSet<>();
    stream().path("x-event-data").fieldNames().forEachRemaining(documented::add);

    assertEquals(expected, documented);
  }

  private static JsonNode stream() {
    return DOCUMENT
        .root()
        .path("paths")
        .path("/api/v1/events/{eventKey}/stream")
        .path("get")
        .path("responses")
        .path("200")
        .path("content")
        .path("text/event-stream");
  }

  @Test
  void what_the_stream_examples_tell_is_as_documented() {
    stream()
        .path("examples")
        .forEachEntry((name, example) ->
            Arrays.stream(example.path("value").asText().split("\n\n", -1))
                .filter(block -> !block.isEmpty())
                .forEach(AnswersMatchReferenceTest::assertBlock));
  }

  private static void assertBlock(String block) {
    List<String> lines = block.lines().toList();
    if (lines.size() == 1) {
      assertEquals(": still here", block);
      return;
    }
    JsonNode told = Json.parseStored(lines.get(2).substring("data: ".length()));
    assertEquals("id: " + told.path("seq"), lines.getFirst());
    String event = lines.get(1).substring("event: ".length());
    JsonNode schema = stream().path("x-event-data").path(event);
    assertEquals(List.of(), Validity.faults(DOCUMENT, schema, told), block);
  }

  @ParameterizedTest
  @EnumSource(WebhookEvent.class)
  void a_payload_is_as_documented(WebhookEvent event) {
    JournalKind kind =
        Arrays.stream(JournalKind.values())
            .filter(each -> WebhookEvent.of(each).equals(Optional.of(event)))
            .findFirst()
            .orElseThrow();
    for (boolean area : List.of(true, false)) {
      JournalEntry entry = Entries.entry(kind, area);
      assertPayload(event, new V1Payloads().text("whe_1", event, FACTS, entry));
    }
  }

  @Test
  void a_test_is_as_documented() {
    assertPayload(
        WebhookEvent.SEAT_HELD,
        new V1Payloads().sample("whe_test_1", Instant.parse("2027-03-05T19:00:00Z")));
  }

  private static void assertPayload(WebhookEvent event, String payload) {
    JsonNode sent = DOCUMENT.root().path("webhooks").path(event.word()).path("post");
    JsonNode schema = sent.path("requestBody").path("content").path(JSON).path("schema");
    assertFalse(schema.isMissingNode(), event.word());
    assertEquals(List.of(), Validity.faults(DOCUMENT, schema, Json.parseStored(payload)), payload);
  }

  @Test
  void every_event_of_webhooks_is_documented_and_nothing_else() {
    Set<String> expected = new TreeSet<>();
    for (WebhookEvent each : WebhookEvent.values()) {
      expected.add(each.word());
    }
    Set<String> documented = new TreeSet<>();
    DOCUMENT.root().path("webhooks").fieldNames().forEachRemaining(documented::add);

    assertEquals(expected, documented);
  }

  @Test
  void every_example_is_as_its_schema_says() {
    List<String> faults = new ArrayList<>();
    examples(DOCUMENT.root(), "", faults);
    assertEquals(List.of(), faults);
  }

  private static void examples(JsonNode node, String path, List<String> faults) {
    if (node.has("schema") && node.has("examples") && !path.endsWith("/text/event-stream")) {
      node.path("examples")
          .forEachEntry((name, example) -> {
            JsonNode value = example.path("value");
            for (String fault : Validity.faults(DOCUMENT, node.path("schema"), value)) {
              faults.add(path + " " + name + ":" + fault);
            }
          });
    }
    if (node instanceof ObjectNode object) {
      object.forEachEntry((name, member) -> examples(member, path + "/" + name, faults));
    }
  }
}
