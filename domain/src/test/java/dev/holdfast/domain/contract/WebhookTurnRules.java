package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.bodies;
import static dev.holdfast.domain.contract.WebhookRules.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** W35 to W41: which event is read next, and what becomes of those that are gone (I8). */
public interface WebhookTurnRules extends WebhookRules {
  @Test
  default void W35_events_take_turns_even_when_much_happens_in_one() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event busy = anEvent(workspace);
    Event quiet = anEvent(workspace);
    Event late = anEvent(workspace);
    hold(busy, "A-1", "A-2", "A-3", "A-4");
    hold(quiet, "A-1");
    hold(late, "A-1");
    List<EventId> turns = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      deliveries().fanOut(1, passage -> turn(passage, turns));
    }
    assertEquals(Set.of(busy.id(), quiet.id(), late.id()), Set.copyOf(turns));
  }

  private static List<NewDelivery> turn(Passage passage, List<EventId> turns) {
    turns.add(passage.facts().event());
    return List.of();
  }

  @Test
  default void W36_an_event_without_words_stands_in_nobodys_way() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event first = anEvent(workspace);
    Event wordless = anEvent(workspace);
    Event last = anEvent(workspace);
    for (Event event : List.of(first, wordless, last)) {
      hold(event, "A-1");
    }
    int read = 0;
    for (int i = 0; i < 4; i++) {
      try {
        read += deliveries().fanOut(10, passage -> orThrow(passage, wordless));
      } catch (IllegalStateException noWords) {
        assertEquals("no words", noWords.getMessage());
      }
    }
    assertEquals(2, read);
    assertEquals(1, fanOut());
  }

  private static List<NewDelivery> orThrow(Passage passage, Event wordless) {
    if (passage.facts().event().equals(wordless.id())) {
      throw new IllegalStateException("no words");
    }
    return TO_EACH.deliveries(passage);
  }

  @Test
  default void W37_what_a_deleted_event_still_had_to_tell_is_told_by_its_last_names() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2");
    catalog().renameEvent(workspace, event.key(), "Last night");
    assertTrue(catalog().deleteEvent(workspace, event.key()));
    assertEquals(2, fanOut());
    List<DueDelivery> due = take(ONE);
    assertEquals(List.of("seat.held A-1 #1", "seat.held A-2 #2"), told(due));
    String facts = "%s|Last night|%s|Main hall".formatted(event.key(), event.chartKey());
    assertTrue(bodies(due).stream().allMatch(body -> body.contains(facts)), bodies(due)::toString);
  }

  @Test
  default void W38_a_deleted_chart_is_named_too() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1");
    catalog().deleteEvent(workspace, event.key());
    catalog().deleteChart(workspace, event.chartKey());
    assertEquals(1, fanOut());
    assertTrue(take(ONE).getFirst().body().contains("|" + event.chartKey() + "|Main hall"));
  }

  @Test
  default void W39_a_deleted_event_is_read_on_where_its_mark_stands() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2", "A-3");
    assertEquals(1, deliveries().fanOut(1, TO_EACH::deliveries));
    catalog().deleteEvent(workspace, event.key());
    Event next = anEvent(workspace, event.chartKey(), event.key());
    hold(next, "A-9");
    assertEquals(3, fanOut());
    assertEquals(
        List.of("seat.held A-1 #1", "seat.held A-2 #2", "seat.held A-3 #3", "seat.held A-9 #1"),
        told(take(ONE)).stream().sorted().toList());
  }

  @Test
  default void W40_an_event_that_is_being_read_is_left_alone_by_others() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    Event other = anEvent(workspace);
    hold(event, "A-1");
    hold(other, "A-2");
    List<Integer> inside = new ArrayList<>();
    int outside =
        deliveries()
            .fanOut(
                10,
                passage -> {
                  inside.add(deliveries().fanOut(10, TO_EACH::deliveries));
                  inside.add(deliveries().fanOut(10, TO_EACH::deliveries));
                  return TO_EACH.deliveries(passage);
                });
    assertEquals(1, outside);
    assertEquals(List.of(1, 0), inside);
    assertEquals(2, take(ONE).size());
  }

  @Test
  default void W41_the_limit_has_bounds() {
    for (int limit : List.of(0, -1, 1_001)) {
      assertThrows(
          IllegalArgumentException.class, () -> deliveries().fanOut(limit, TO_EACH::deliveries));
    }
  }
}
