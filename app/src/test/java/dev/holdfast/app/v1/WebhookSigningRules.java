package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

/** Every attempt is signed over its bytes with the secret of the hour. */
@WaitingRules
public abstract class WebhookSigningRules extends ReceivingRules {

  /** Signed for this very attempt: after what it follows, and before it came. */
  private static void assertFresh(Instant after, Attempt attempt) {
    long signed = attempt.signedAt();
    assertTrue(signed >= after.getEpochSecond(), () -> "signed at " + signed + ", before " + after);
    Instant came = attempt.receivedAt();
    assertTrue(signed <= came.getEpochSecond(), () -> "signed at " + signed + ", after " + came);
  }

  @WaitingTest
  void an_attempt_is_a_signed_post_of_json() {
    Hook hook = hook();
    Instant before = Instant.now();
    venue.hold("A-1", token()).ok();

    Attempt attempt = inbox.await(Hook.HELD, "A-1");

    assertEquals("POST", attempt.method());
    assertTrue(
        attempt.headers().getFirst("Content-Type").startsWith("application/json"),
        attempt.headers()::toString);
    assertTrue(attempt.isSignedWith(hook.secret()));
    assertFresh(before, attempt);
  }

  @WaitingTest
  void the_signature_covers_the_bytes_that_were_sent() {
    Hook hook = hook();
    venue
        .seats(
            "hold",
            Json.object(
                "objectLabel",
                "A-1",
                "holdToken",
                token(),
                "extraData",
                Json.object("name", "Zoë 🎭", "n", 1)))
        .ok();

    Attempt attempt = inbox.await(Hook.HELD, "A-1");

    assertTrue(attempt.isSignedWith(hook.secret()));
    byte[] other = attempt.body().clone();
    other[other.length / 2] ^= 1;
    assertFalse(
        new Attempt("POST", attempt.headers(), other, Instant.now()).isSignedWith(hook.secret()));
  }

  @WaitingTest
  void every_webhook_is_signed_for_with_its_own_secret() {
    Hook hook = hook();
    WebhookInbox second = receiver.inbox();
    Hook other = hook(second, Hook.ALL);
    venue.hold("A-1", token()).ok();

    assertTrue(inbox.await(Hook.HELD, "A-1").isSignedWith(hook.secret()));
    assertTrue(second.await(Hook.HELD, "A-1").isSignedWith(other.secret()));
    assertFalse(second.await(Hook.HELD, "A-1").isSignedWith(hook.secret()));
  }

  @WaitingTest
  void every_attempt_is_signed_anew_over_the_same_bytes() {
    Hook hook = hook();
    inbox.answeringInTurn(500, 500, 204);
    Instant before = Instant.now();
    venue.hold("A-1", token()).ok();

    List<Attempt> attempts = inbox.awaitAttempts("A-1", 3);

    for (Attempt attempt : attempts) {
      assertArrayEquals(attempts.getFirst().body(), attempt.body());
      assertTrue(attempt.isSignedWith(hook.secret()));
      assertFresh(before, attempt);
      before = attempt.receivedAt();
    }
    assertTrue(attempts.getFirst().signedAt() < attempts.getLast().signedAt());
  }

  @WaitingTest
  void a_rotated_secret_signs_everything_from_then_on_retries_and_replays_included() {
    Hook hook = hook();
    inbox.answeringInTurn(500, 500, 500, 204);
    venue.hold("A-1", token()).ok();
    inbox.awaitAttempts("A-1", 1);

    String secret = hook.rotate().ok().text("secret");
    Instant rotated = Instant.now();
    String delivery = hook.awaitOnly("success").path("deliveryId").asText();
    venue.hold("A-2", token()).ok();
    inbox.await(Hook.HELD, "A-2");
    hook.replay(delivery).ok();
    hook.awaitAll(3, "success");

    // One that was on its way meanwhile may be signed with either; signatures tell whole seconds.
    List<Attempt> later =
        inbox.attempts().stream().filter(one -> one.signedAt() > rotated.getEpochSecond()).toList();
    assertTrue(later.size() >= 3, () -> "attempts after the rotation: " + later.size());
    for (Attempt attempt : later) {
      assertTrue(attempt.isSignedWith(secret), () -> "not the new secret: " + attempt.headers());
      assertFalse(attempt.isSignedWith(hook.secret()));
    }
  }

  @WaitingTest
  void another_url_keeps_the_secret() {
    Hook hook = hook();
    WebhookInbox moved = receiver.inbox();
    hook.change(Json.object("url", moved.url())).ok();
    venue.hold("A-1", token()).ok();

    assertTrue(moved.await(Hook.HELD, "A-1").isSignedWith(hook.secret()));
    assertEquals(List.of(), inbox.attempts());
  }

  @WaitingTest
  void the_synthetic_event_is_signed_like_any_other() {
    Hook hook = hook();
    hook.test().ok();

    inbox.await("the test", () -> !inbox.attempts().isEmpty());

    assertTrue(inbox.attempts().getFirst().isSignedWith(hook.secret()));
  }
}
