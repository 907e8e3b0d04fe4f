package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Webhooks hear of everything, in the order of each seat, however unwell their receiver is. */
public abstract class WebhookOrderRules extends ReceivingRules {
  /** The ten seconds of I11, and the slowness of a busy machine. */
  private static final Duration GATE_LATE = Duration.ofSeconds(15);

  @Test
  void I8_first_attempts_of_one_seat_go_out_in_order_although_some_fail() {
    Random random = new Random(seed());
    inbox.answeringEach(attempt ->
        WebhookReceiver.status(
            inbox.attemptsAt(attempt.id()).size() == 1 && random.nextInt(3) == 0 ? 500 : 200));
    hook();
    List<String> labels = Json.labels("A", 1, 12);
    Crowd.together(labels.size(), number -> sellTwice(labels.get(number)));

    for (String label : labels) {
      inbox.await("all of " + label, () -> inbox.told(label).size() == 6);
      assertEquals(
          List.of(Hook.HELD, Hook.BOOKED, Hook.RELEASED, Hook.HELD, Hook.BOOKED, Hook.RELEASED),
          inbox.told(label));
      List<Long> seqs =
          inbox.first().stream().filter(a -> a.label().equals(label)).map(Attempt::seq).toList();
      assertEquals(seqs.stream().sorted().toList(), seqs);
    }
  }

  private Answer sellTwice(String label) {
    String token = token();
    for (int round = 0; round < 2; round++) {
      // A gate that was too slow to hear of the release says no a little longer (I11).
      Eventually.within(
          GATE_LATE, label + " can be held", () -> venue.hold(label, token).status() == 200);
      venue.extend(token, 600).ok();
      venue.book(List.of(label), token).ok();
      venue.release(List.of(label)).ok();
    }
    return venue.status();
  }

  @Test
  void I8_whatever_buyers_do_every_change_is_told_under_one_id() {
    Random failures = new Random(seed());
    inbox.answeringEach(attempt ->
        WebhookReceiver.status(
            inbox.attemptsAt(attempt.id()).size() < 3 && failures.nextInt(4) == 0 ? 503 : 204));
    hook();
    Crowd.together(8, number -> buy(new Random(seed() + number)));
    Eventually.within(
        ExpiryRules.LAPSE, "short holds are over", () -> Changes.allHoldsEnded(venue));

    Set<Long> happened = happened();
    assertTrue(happened.size() > 100, () -> "too few changes: " + happened.size());
    inbox.await("all changes", () -> seqs().containsAll(happened));
    assertEquals(happened, seqs());
    assertEquals(happened.size(), inbox.first().size(), "one id a change");
    Set<String> bodies = inbox.attempts().stream().map(Attempt::text).collect(Collectors.toSet());
    assertEquals(happened.size(), bodies.size(), "one body an id");
  }

  private Answer buy(Random random) {
    for (int i = 0; i < 25; i++) {
      String token = new UUID(random.nextLong(), random.nextLong()).toString();
      int first = 1 + random.nextInt(28);
      List<String> labels = Json.labels("A", first, first + random.nextInt(3));
      if (venue.holdAll(labels, token, 1).status() == 200) {
        end(labels, token, random.nextInt(6));
      }
    }
    return venue.status();
  }

  private void end(List<String> labels, String token, int how) {
    if (how == 0) {
      // Left alone, to lapse.
      return;
    }
    if (how < 3) {
      venue.release(labels, token);
      return;
    }
    venue.extend(token, 1);
    if (venue.book(labels, token).status() == 200) {
      venue.release(labels);
    }
  }

  /** The numbers of all changes that webhooks are told of. */
  private Set<Long> happened() {
    Set<Long> seqs = new TreeSet<>();
    for (JsonNode entry : Changes.all(venue)) {
      if (!Changes.type(entry).equals("extended")) {
        assertFalse(seqs.contains(Changes.seq(entry)), entry::toString);
        seqs.add(Changes.seq(entry));
      }
    }
    return seqs;
  }

  private Set<Long> seqs() {
    return inbox.first().stream().map(Attempt::seq).collect(Collectors.toCollection(TreeSet::new));
  }

  private static long seed() {
    return Long.getLong("holdfast.seed", 20_261_122L);
  }
}
